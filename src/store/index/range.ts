/** From `low` to `high`. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The range around ranges; none around nothing. */
export const around = (ranges: readonly Range[]): Range | undefined =>
  ranges.length === 0
    ? undefined
    : {
        low: ranges.reduce((least, { low }) => Math.min(least, low), Number.POSITIVE_INFINITY),
        high: ranges.reduce((most, { high }) => Math.max(most, high), Number.NEGATIVE_INFINITY),
      };
