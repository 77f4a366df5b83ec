import type { FhirResource } from 'fhir/r5.js';
import type { Content } from './content.ts';
import type { Issue } from './issue.ts';
import { endOfString, JsonSyntaxError, MAX_DEPTH, scanJson } from './json-scanner.ts';
import { lineStarts, type Position, placeExpressions, positionAt } from './position.ts';

const step = (path: string, key: string | number): string =>
  typeof key === 'number' ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;

/** Where elements stand in a resource's text, by their FHIRPath; of what is not there, the nearest parent's place. */
export const positions = (text: string, expressions: Iterable<string>): Map<string, Position> =>
  placeExpressions(text, expressions, (looked) => {
    const offsets = new Map<string, number>();
    try {
      scanJson(text, '', {
        enter: (path, key, offset) => {
          const name = typeof key === 'string' && key.startsWith('_') ? key.slice(1) : key;
          const entered = step(path, name);
          // What is looked for is looked for with all that is around it.
          if (!looked.has(entered)) return undefined;
          if (!offsets.has(entered)) offsets.set(entered, offset);
          return entered;
        },
        duplicate: () => {},
      });
    } catch (error) {
      // A text that is no JSON has places up to its fault.
      if (!(error instanceof JsonSyntaxError)) throw error;
    }
    return offsets;
  });

/** Where the element stands in the text, by its FHIRPath. */
export const position = (text: string, expression: string): Position =>
  positions(text, [expression]).get(expression)!;

const fault = (rule: string, text: string): Issue => ({ severity: 'fatal', code: 'structure', rule, text });

/** What keeps a text from being JSON that has one meaning, with its places: syntax, depth, a property that stands twice. */
export const jsonIssues = (text: string): readonly Issue[] => {
  const starts = lineStarts(text);
  const duplicates: Issue[] = [];
  try {
    scanJson(text, '', {
      enter: step,
      duplicate: (_, key, offset) => {
        duplicates.push({
          ...fault('json-duplicate-key', `The property "${key}" stands twice in the same object`),
          ...positionAt(starts, offset),
          severity: 'error',
        });
      },
    });
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    const offset = Math.max(0, Math.min(error.offset, text.length - 1));
    return [{ ...fault('json-syntax', error.message), ...positionAt(starts, offset) }];
  }
  return duplicates;
};

const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COLON = 0x3a;
const QUOTE = 0x22;

/** How many properties a text that is JSON names; infinitely many if it is nested too deep. */
const propertiesNamed = (text: string): number => {
  let [count, depth] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case COLON:
        count += 1;
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        depth += 1;
        if (depth > MAX_DEPTH) return Number.POSITIVE_INFINITY;
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        depth -= 1;
    }
  }
  return count;
};

/** How many properties the objects in a value have. */
const propertiesOf = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) count += propertiesOf(item);
    return count;
  }
  for (const key in value) {
    count += 1;
    const child = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof child === 'object') count += propertiesOf(child);
  }
  return count;
};

/** The value of a text that is JSON, not too deep, and has no property twice: then it has fewer than it names. */
const soundValue = (text: string): unknown => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const named = propertiesNamed(text);
  return named < Number.POSITIVE_INFINITY && named === propertiesOf(value) ? value : undefined;
};

/** Reads a resource; a fault of the JSON itself is an issue with its place: https://hl7.org/fhir/R5/json.html */
export const parse = (text: string): Content | readonly Issue[] => {
  const value = soundValue(text);
  if (value === undefined) return jsonIssues(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ ...fault('json-object', 'A resource is a JSON object'), line: 1, column: 1 }];
  }
  if (!('resourceType' in value) || typeof value.resourceType !== 'string' || value.resourceType === '') {
    return [
      {
        ...fault('json-resource-type', 'A resource names its type in "resourceType"'),
        ...position(text, ''),
      },
    ];
  }
  return { text, value: value as FhirResource };
};
