import { type ArmMean, armMeans } from './arm-means.ts';
import type { Bounds } from './bounds.ts';
import type { ReportedEvidence } from './evidence.ts';
import { figure } from './figures.ts';
import { type Readings, readingOf, readingsOf } from './reading.ts';
import type { Surroundings } from './surroundings.ts';

/** Two groups by the mean of their values. */
export interface TwoMeans {
  readonly exposure: ArmMean;
  readonly reference: ArmMean;
}

/** Finds the means behind a comparison in the other results that are at hand. */
export const meansBehind = (evidence: ReportedEvidence, at: Surroundings): Readings<TwoMeans> =>
  readingsOf(
    evidence,
    (pair) =>
      armMeans(evidence, pair.exposure, at).flatMap((exposure) =>
        armMeans(evidence, pair.reference, at)
          .filter(({ mean }) => mean.unit === exposure.mean.unit)
          .map((reference) =>
            readingOf({ exposure, reference }, [exposure.derived, reference.derived], [pair.assumption]),
          ),
      ),
    () => 'no means with their spread are known for both groups',
  );

const meanText = ({ mean, deviation, size }: ArmMean): string =>
  `${mean.written} (SD ${figure((deviation.low + deviation.high) / 2)}, n = ${size})`;

/** `10.2 (SD 3.1, n = 20) against 8.4 (SD 2.9, n = 21)`. */
export const meansText = ({ exposure, reference }: TwoMeans): string =>
  `${meanText(exposure)} against ${meanText(reference)}`;

/** The difference of the means, within rounding. */
export const differenceOf = ({ exposure, reference }: TwoMeans): Bounds => ({
  low: exposure.mean.bounds.low - reference.mean.bounds.high,
  high: exposure.mean.bounds.high - reference.mean.bounds.low,
});
