import type { ComponentChild } from 'preact';
import { WordsInput } from '../../parts/words-input.tsx';
import { studiesTexts as texts } from '../../texts/en/studies.ts';
import { Facet } from './facet.tsx';
import { CHOICES, isUnfiltered, type StudyQuery, studyQuery } from './study-query.ts';

/** All that narrows the list. `change` goes to another address, or replaces this one while a person types. */
export const Filters = ({
  query,
  change,
}: {
  query: StudyQuery;
  change: (query: StudyQuery, replace?: boolean) => void;
}): ComponentChild => (
  <div class="filters">
    <WordsInput
      label={texts.condition}
      value={query.condition}
      change={(condition) => change({ ...query, condition }, true)}
    />
    <WordsInput
      label={texts.intervention}
      value={query.intervention}
      change={(intervention) => change({ ...query, intervention }, true)}
    />
    {CHOICES.map((choice) => (
      <Facet key={choice} choice={choice} query={query} change={change} />
    ))}
    {isUnfiltered(query) ? null : (
      <button type="button" onClick={() => change({ ...studyQuery('/studies'), sort: query.sort })}>
        {texts.clear}
      </button>
    )}
  </div>
);
