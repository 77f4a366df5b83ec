import type { ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { saidText } from '../../fhir/concept.ts';
import { studiesTexts as texts } from '../../texts/en/studies.ts';
import { countingPath, type StudyQuery } from './study-query.ts';
import { useCounts } from './use-counts.ts';

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
  const { counts } = useCounts(conditions.map((condition) => countingPath({ ...query, condition })));
  return (
    <ul class="frequent" aria-label={texts.frequent}>
      {conditions.map((condition, at) => (
        <li key={condition}>
          <button type="button" class="quiet small" onClick={() => change({ ...query, condition })}>
            <span>{condition}</span>
            <span class="muted">{counts[at]?.toLocaleString()}</span>
          </button>
        </li>
      ))}
    </ul>
  );
};
