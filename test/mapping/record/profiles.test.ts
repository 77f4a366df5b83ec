import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isError } from '../../../src/fhir/issue.ts';
import { referenceTo } from '../../../src/fhir/mapped-trial.ts';
import { readingFacts } from '../../../src/mapping/reading-facts.ts';
import { read } from '../../../src/sources/read.ts';
import { createValidator } from '../../../src/validation/validate.ts';
import { API_STUDY, OLDER_STUDY } from '../../sources/clinicaltrials-gov/studies.ts';

const validate = createValidator({ ownsReferences: true });

/** What is wrong with the resources of a record; nothing where the document is refused. */
const errors = (text: string) => {
  const found = read(new TextEncoder().encode(text));
  if (found.kind === 'refused') return [];
  const { facts, provenance } = readingFacts(found);
  return [...facts, provenance(facts.map(referenceTo))].flatMap((resource) =>
    validate(resource)
      .filter(isError)
      .map(({ text: said, expression }) => `${expression}: ${said}`),
  );
};

type Path = readonly (string | number)[];

const leaves = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, one]) =>
        leaves(one, [...path, Array.isArray(value) ? Number(name) : name]),
      )
    : [path];

const LEAVES = leaves(API_STUDY.protocolSection, ['protocolSection']);

const valueAt = (path: Path): unknown =>
  path.reduce<unknown>((node, name) => (node as Record<string | number, unknown>)[name], API_STUDY);

/** All texts of the protocol but the number that the trial is known by. */
const TEXTS = LEAVES.filter((path) => typeof valueAt(path) === 'string' && path.at(-1) !== 'nctId');

/** The trial with other values at some of its leaves. */
const altered = (changes: readonly (readonly [Path, unknown])[]): string => {
  const study = structuredClone(API_STUDY) as unknown as Record<string | number, unknown>;
  for (const [path, value] of changes) {
    const parent = path
      .slice(0, -1)
      .reduce<Record<string | number, unknown>>((node, name) => node[name] as typeof study, study);
    parent[path.at(-1)!] = value;
  }
  return JSON.stringify(study);
};

const ODD = [
  '',
  ' ',
  ' padded ',
  'two\r\nlines',
  '\u0000\u000b',
  '<b>&amp;</b>',
  '[link](javascript:alert(1))',
  '0',
  '-1',
  '2033-13-45',
  'x'.repeat(5_000),
  'Größe 😀 大',
];

describe('what is mapped of a record is valid against R5 and its profile', () => {
  it.each([
    ['the API', JSON.stringify(API_STUDY)],
    ['the older XML', OLDER_STUDY],
  ])('from %s', (_, text) => {
    expect(errors(text)).toEqual([]);
  });

  it.each(ODD.map((odd) => [JSON.stringify(odd).slice(0, 30), odd]))(
    'with %s in place of every text',
    (_, odd) => {
      const text = altered(TEXTS.map((path) => [path, odd]));
      expect(read(new TextEncoder().encode(text)).kind).toBe('record');
      expect(errors(text)).toEqual([]);
    },
  );

  it('with anything at any place', () => {
    const change = fc.tuple(
      fc.constantFrom(...LEAVES),
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.constantFrom(...ODD, null, true, 7, -1.5, 1e30, [], {}, ['a'], { a: 'b' }),
      ),
    );
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        expect(errors(altered(changes))).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
