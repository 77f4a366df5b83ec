import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { studiesTexts as texts } from '../../texts/en/studies.ts';
import { type Choice, countingPath, type StudyQuery } from './study-query.ts';
import { useCounts } from './use-counts.ts';

/** The values of a filter that all studies found must have, not any of them. */
const isEach = (choice: Choice): boolean => choice === 'design';

const counting = (query: StudyQuery, choice: Choice, value: string): string => {
  const chosen = isEach(choice) ? [...query[choice].filter((one) => one !== value), value] : [value];
  return countingPath({ ...query, [choice]: chosen });
};

/** The values that are chosen after one was clicked; that nothing is stated goes with no other value. */
const toggled = (chosen: readonly string[], value: string): readonly string[] => {
  if (chosen.includes(value)) return chosen.filter((one) => one !== value);
  return value === 'not-stated' ? [value] : [...chosen.filter((one) => one !== 'not-stated'), value];
};

/** A filter with its values, and how many studies have each; they are counted once it is opened. */
export const Facet = ({
  choice,
  query,
  change,
}: {
  choice: Choice;
  query: StudyQuery;
  change: (query: StudyQuery) => void;
}): ComponentChild => {
  const chosen = query[choice];
  const [open, setOpen] = useState(choice === 'phase' || choice === 'state' || chosen.length > 0);
  const labels: Readonly<Record<string, string>> = texts.values[choice];
  const values = Object.keys(labels);
  const { counts, loading } = useCounts(open ? values.map((value) => counting(query, choice, value)) : []);
  return (
    <details class="facet" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {texts.choices[choice]}
        {chosen.length > 0 ? <span class="badge badge-accent">{texts.chosen(chosen.length)}</span> : null}
      </summary>
      <ul class={loading ? 'stale' : undefined}>
        {values.map((value, at) =>
          counts[at] === 0 && !chosen.includes(value) ? null : (
            <li key={value}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.includes(value)}
                  onChange={() => change({ ...query, [choice]: toggled(chosen, value) })}
                />
                <span>{labels[value]}</span>
                <span class="muted">{counts[at]?.toLocaleString()}</span>
              </label>
            </li>
          ),
        )}
      </ul>
    </details>
  );
};
