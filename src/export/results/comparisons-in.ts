import { type Comparison, comparisonsOf } from '../../synthesis/comparison.ts';
import { findingsOf } from '../../synthesis/finding.ts';
import { ofType, placeOf, type Study } from '../study.ts';

/** What a study's results compare. */
export const comparisonsIn = (study: Study): readonly Comparison[] => {
  const known = new Map(study.resources.map((one) => [placeOf(one), one]));
  const findings = findingsOf(ofType(study, 'Evidence'), (reference) => known.get(reference));
  // Of a percentage no column tells.
  return comparisonsOf(findings).filter(({ arms }) => arms?.[0].percentage === undefined);
};
