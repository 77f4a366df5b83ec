/** A place in a text, counted from 1 in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the lines of a text begin. */
export const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
};

/** The line and column of an offset. */
export const positionAt = (starts: readonly number[], offset: number): Position => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
};

/** `Evidence.statistic[0].value.ofType(Quantity)` as JSON and XML have it: `statistic[0].valueQuantity`. */
export const writtenPath = (expression: string): string =>
  expression
    .replace(/\.ofType\((\w)(\w*)\)/g, (_, first: string, rest: string) => first.toUpperCase() + rest)
    .replace(/^[^.[]*\.?/, '');

/** The path of an element and those of the elements around it, nearest first. */
const withParents = function* (path: string): Generator<string> {
  for (
    let end = path.length;
    end > 0;
    end = Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1))
  ) {
    yield path.slice(0, end);
  }
};

/**
 * Where elements stand in a resource's text, by their FHIRPath; of what is not there, the nearest parent's place.
 * `find` gives the offsets of the paths it is asked for, as far as they are there.
 */
export const placeExpressions = (
  text: string,
  expressions: Iterable<string>,
  find: (looked: ReadonlySet<string>) => ReadonlyMap<string, number>,
): Map<string, Position> => {
  const wanted = new Map(
    [...expressions].map((expression) => [expression, [...withParents(writtenPath(expression))]]),
  );
  const offsets = find(new Set([...wanted.values()].flat()));
  const starts = lineStarts(text);
  const root = Math.max(text.search(/\S/), 0);
  return new Map(
    [...wanted].map(([expression, paths]) => {
      const found = paths.find((path) => offsets.has(path));
      return [expression, positionAt(starts, found === undefined ? root : offsets.get(found)!)];
    }),
  );
};
