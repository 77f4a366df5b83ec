/** A list where it has anything; R5 knows no empty arrays. */
export const filled = <K extends string, T>(name: K, items: readonly T[]): { [P in K]?: T[] } =>
  (items.length === 0 ? {} : { [name]: [...items] }) as { [P in K]?: T[] };
