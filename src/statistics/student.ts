/** Two-sided P value of Student's t with two degrees of freedom: Abramowitz and Stegun 26.7.4. */
const twoSidedPWithTwo = (t: number): number => 1 - t / Math.sqrt(2 + t * t);

const criticalValueWithTwo = (level: number): number => level * Math.sqrt(2 / (1 - level * level));

/**
 * The P value of a difference with two degrees of freedom, the fewest two groups can have, from the difference over
 * the half width of its interval. For more degrees it lies between this and what the normal distribution gives.
 */
export const leastDegreesP = (halfWidths: number, level: number): number =>
  halfWidths === Number.POSITIVE_INFINITY ? 0 : twoSidedPWithTwo(halfWidths * criticalValueWithTwo(level));
