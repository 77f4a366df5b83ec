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
