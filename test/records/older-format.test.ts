import { describe, expect, test } from 'vitest';
import { readingFacts } from '../../src/mapping/reading-facts.ts';
import { read } from '../../src/sources/read.ts';
import { API_STUDY, OLDER_STUDY } from '../sources/clinicaltrials-gov/studies.ts';

/** A resource without what tells where its values stand. */
const unplaced = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(unplaced);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'extension' && !name.startsWith('_'))
      .map(([name, one]) => [name, unplaced(one)]),
  );
};

/** What a document becomes, by reference; the document itself is another one in each format. */
const mapped = (document: string): ReadonlyMap<string, unknown> => {
  const found = read(new TextEncoder().encode(document));
  if (found.kind === 'refused') throw new Error(found.missing);
  const resources = readingFacts(found).facts.map(({ value }) => value);
  return new Map(
    resources
      .filter(({ resourceType }) => resourceType !== 'DocumentReference')
      .map((resource) => [
        `${resource.resourceType}/${resource.id}`,
        unplaced(JSON.parse(JSON.stringify(resource))),
      ]),
  );
};

describe('the same trial in the API and in the older XML', () => {
  const [api, older] = [JSON.stringify(API_STUDY), OLDER_STUDY].map(mapped) as [
    ReadonlyMap<string, unknown>,
    ReadonlyMap<string, unknown>,
  ];

  test('becomes the same resources', () => {
    expect([...older.keys()].toSorted()).toEqual([...api.keys()].toSorted());
    expect(api.size).toBeGreaterThan(30);
  });

  test.each([...api.keys()])('%s is the same', (reference) => {
    expect(older.get(reference)).toEqual(api.get(reference));
  });
});
