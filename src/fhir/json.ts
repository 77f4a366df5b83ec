import type { FhirResource } from 'fhir/r5.js';
import type { Content } from './content.ts';
import type { Issue } from './issue.ts';
import { JsonSyntaxError, scanJson } from './json-scanner.ts';

/** A place in a text, counted from 1 in UTF-16 code units. */
interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return starts;
};

const positionAt = (starts: readonly number[], offset: number): Position => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
};

const step = (path: string, key: string | number): string =>
  typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;

/** `Evidence.statistic[0].value.ofType(Quantity)` as JSON has it: `statistic[0].valueQuantity`. */
const jsonPath = (expression: string): string =>
  expression
    .replace(/\.ofType\((\w)(\w*)\)/g, (_, first: string, rest: string) => first.toUpperCase() + rest)
    .replace(/^[^.[]*\.?/, '');

/** The path of an element and those of the elements around it, nearest first. */
export const withParents = function* (path: string): Generator<string> {
  for (
    let end = path.length;
    end > 0;
    end = Math.max(path.lastIndexOf('.', end - 1), path.lastIndexOf('[', end - 1))
  ) {
    yield path.slice(0, end);
  }
};

/** Where elements stand in a resource's text, by their FHIRPath; of what is not there, the nearest parent's place. */
export const positions = (text: string, expressions: Iterable<string>): Map<string, Position> => {
  const wanted = new Map(
    [...expressions].map((expression) => [expression, [...withParents(jsonPath(expression))]]),
  );
  const offsets = new Map<string, number>();
  const looked = new Set([...wanted.values()].flat());
  try {
    scanJson(text, '', {
      enter: (path, key, offset) => {
        const name = typeof key === 'string' && key.startsWith('_') ? key.slice(1) : key;
        const entered = step(path, name);
        if (looked.has(entered) && !offsets.has(entered)) offsets.set(entered, offset);
        return entered;
      },
      duplicate: () => {},
    });
  } catch (error) {
    // A text that is no JSON has places up to its fault.
    if (!(error instanceof JsonSyntaxError)) throw error;
  }
  const starts = lineStarts(text);
  const root = Math.max(text.search(/\S/), 0);
  return new Map(
    [...wanted].map(([expression, paths]) => {
      const found = paths.find((path) => offsets.has(path));
      return [expression, positionAt(starts, found === undefined ? root : offsets.get(found)!)];
    }),
  );
};

/** Where the element stands in the text, by its FHIRPath. */
export const position = (text: string, expression: string): Position =>
  positions(text, [expression]).get(expression)!;

/** Reads a resource; a fault of the JSON itself is an issue with its place: https://hl7.org/fhir/R5/json.html */
export const parse = (text: string): Content | readonly Issue[] => {
  const starts = lineStarts(text);
  const issue = (rule: string, message: string, offset: number): Issue => ({
    severity: 'fatal',
    code: 'structure',
    rule,
    text: message,
    ...positionAt(starts, Math.max(0, Math.min(offset, text.length - 1))),
  });
  const duplicates: Issue[] = [];
  try {
    scanJson(text, '', {
      enter: step,
      duplicate: (_, key, offset) => {
        duplicates.push({
          ...issue('json-duplicate-key', `The property "${key}" stands twice in the same object`, offset),
          severity: 'error',
        });
      },
    });
  } catch (error) {
    if (error instanceof JsonSyntaxError) return [issue('json-syntax', error.message, error.offset)];
    throw error;
  }
  if (duplicates.length > 0) return duplicates;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [issue('json-object', 'A resource is a JSON object', 0)];
  }
  if (!('resourceType' in value) || typeof value.resourceType !== 'string' || value.resourceType === '') {
    return [issue('json-resource-type', 'A resource names its type in "resourceType"', text.search(/\S/))];
  }
  return { text, value: value as FhirResource };
};
