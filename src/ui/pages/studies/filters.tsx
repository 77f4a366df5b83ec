import type { ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { WordsInput } from '../../parts/words-input.tsx';
import { studiesTexts as texts } from '../../texts/en/studies.ts';
import { Facet } from './facet.tsx';
import { FrequentConditions } from './frequent-conditions.tsx';
import { CHOICES, isUnfiltered, type StudyQuery, studyQuery } from './study-query.ts';

/** All that narrows the list, of which `studies` are shown. `change` goes to another address, or replaces this one while a person types. */
export const Filters = ({
  query,
  studies,
  change,
}: {
  query: StudyQuery;
  studies: readonly ResearchStudy[];
  change: (query: StudyQuery, replace?: boolean) => void;
}): ComponentChild => (
  <div class="filters">
    <WordsInput
      label={texts.condition}
      value={query.condition}
      change={(condition) => change({ ...query, condition }, true)}
    />
    {query.condition === '' ? <FrequentConditions studies={studies} query={query} change={change} /> : null}
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
