import { isSameVariable, type ReportedEvidence, type Variable } from './evidence.ts';
import { evidenceOf, type Surroundings } from './surroundings.ts';

/** The results of one group for what an Evidence measures. */
export const armEvidence = (
  { measured }: ReportedEvidence,
  group: Variable,
  { byMeasured }: Surroundings,
): readonly ReportedEvidence[] =>
  measured === undefined
    ? []
    : evidenceOf(byMeasured, measured).filter(
        (one) =>
          one.reference === undefined &&
          isSameVariable(one.measured, measured) &&
          isSameVariable(one.exposure, group),
      );

/** How many people of a group an Evidence is about, by its Group. */
export const groupSize = (group: Variable | undefined, { sizes }: Surroundings): number | undefined =>
  group?.observed === undefined ? undefined : sizes.get(group.observed);
