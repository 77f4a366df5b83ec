import type { FhirResource } from 'fhir/r5.js';
import type { Content } from './content.ts';
import type { Issue } from './issue.ts';
import { JsonSyntaxError, scanJson } from './json-scanner.ts';
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
          if (looked.has(entered) && !offsets.has(entered)) offsets.set(entered, offset);
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

/** Reads a resource; a fault of the JSON itself is an issue with its place: https://hl7.org/fhir/R5/json.html */
export const parse = (text: string): Content | readonly Issue[] => {
  const issues = jsonIssues(text);
  if (issues.length > 0) return issues;
  const value: unknown = JSON.parse(text);
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
