import type { Bundle, ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { saidText } from '../../fhir/concept.ts';
import { batch } from '../../fhir/search.ts';
import { useAnswer } from '../../parts/use-answer.ts';
import { studiesTexts as texts } from '../../texts/en/studies.ts';
import { countingPath, type StudyQuery } from './study-query.ts';

const SHOWN = 6;

/** The conditions that most of these studies have, the most frequent first. */
const frequent = (studies: readonly ResearchStudy[]): readonly string[] => {
  const said = studies.flatMap(({ condition = [] }) => [...new Set(condition.map(saidText))]).filter(Boolean);
  return [...Map.groupBy(said, (words) => words)]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, SHOWN)
    .map(([words]) => words);
};

/** Conditions of the studies listed, to filter by, with how many studies have each. */
export const FrequentConditions = ({
  studies,
  query,
  change,
}: {
  studies: readonly ResearchStudy[];
  query: StudyQuery;
  change: (query: StudyQuery) => void;
}): ComponentChild => {
  const conditions = frequent(studies);
  const paths = conditions.map((condition) => countingPath({ ...query, condition }));
  const { value: counted } = useAnswer(paths.length === 0 ? undefined : paths.join('\n'), (signal) =>
    batch(paths, signal),
  );
  return (
    <ul class="frequent" aria-label={texts.frequent}>
      {conditions.map((condition, at) => (
        <li key={condition}>
          <button type="button" class="quiet small" onClick={() => change({ ...query, condition })}>
            <span>{condition}</span>
            <span class="muted">{(counted?.[at] as Bundle | undefined)?.total?.toLocaleString()}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};
