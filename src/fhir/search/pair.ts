/** A parameter's name with any modifier, and its value, as they were sent and decoded. */
export type Pair = readonly [name: string, value: string];

/** Names and values of a query or form; undefined where an escape stands for nothing. */
export const pairsOf = (text: string): readonly Pair[] | undefined => {
  if (text === '') return [];
  try {
    decodeURIComponent(text);
  } catch {
    return undefined;
  }
  return [...new URLSearchParams(text)];
};
