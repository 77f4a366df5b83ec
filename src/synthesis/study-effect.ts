/** What one study found, on the scale on which it is pooled: ratios as their natural logarithms. */
export interface StudyEffect {
  readonly estimate: number;
  readonly variance: number;
}

/** The sum over studies. */
export const sumOf = <T>(items: readonly T[], value: (item: T, at: number) => number): number =>
  items.reduce((sum, item, at) => sum + value(item, at), 0);
