import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isError } from '../../../src/fhir/issue.ts';
import { referenceTo } from '../../../src/fhir/mapped-trial.ts';
import { readingFacts } from '../../../src/mapping/reading-facts.ts';
import type { Reading } from '../../../src/model/reading.ts';
import { readAll } from '../../../src/sources/read.ts';
import { createValidator } from '../../../src/validation/validate.ts';
import { FLATTENED, RETRIEVED } from '../../sources/ctis/records.ts';
import { PAGE, protocol } from '../../sources/euctr/protocols.ts';
import { FORM, portal, trial } from '../../sources/ictrp/trials.ts';
import { JSON_RECORD, XML } from '../../sources/isrctn/records.ts';
import { factsIn } from '../../sources/lossless.ts';

const SAMPLES = new URL('../../../../shared/samples/', import.meta.url);

const validate = createValidator({ ownsReferences: true });

type Told = Exclude<Reading, { kind: 'refused' }>;

const told = (bytes: Uint8Array): readonly Told[] =>
  [...readAll(bytes)].flatMap((found) => (found.kind === 'refused' ? [] : [found]));

const bytesOf = (document: string | object): Uint8Array =>
  new TextEncoder().encode(typeof document === 'string' ? document : JSON.stringify(document));

/** What is wrong with the resources of a document's records. */
const errors = (bytes: Uint8Array): readonly string[] =>
  told(bytes).flatMap((found) => {
    const { facts, provenance } = readingFacts(found);
    return [...facts, provenance(facts.map(referenceTo))].flatMap((resource) =>
      validate(resource)
        .filter(isError)
        .map(({ text, expression }) => `${expression}: ${text}`),
    );
  });

/** The places that a resource's elements are marked with. */
const marksIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  const { url, extension } = value as { url?: string; extension?: { url: string; valueInteger?: number }[] };
  const own = url === 'http://hl7.org/fhir/StructureDefinition/derivation-reference';
  const part = (name: string) => extension?.find((one) => one.url === name)?.valueInteger;
  return [...(own ? [`${part('offset')}+${part('length')}`] : []), ...Object.values(value).flatMap(marksIn)];
};

/** What a document's records say and no element of their resources does. */
const untold = (bytes: Uint8Array): readonly string[] =>
  told(bytes).flatMap((found) => {
    if (found.kind !== 'record') return [found.kind];
    const marks = new Set(readingFacts(found).facts.flatMap(({ value }) => marksIn(value)));
    return factsIn(found.record).flatMap(({ derivation, spans, path, words }) =>
      derivation !== 'derived' && spans.some(({ offset, length }) => !marks.has(`${offset}+${length}`))
        ? [`${path}: ${words}`]
        : [],
    );
  });

const RECORDS: readonly (readonly [string, string | object])[] = [
  ['CTIS', RETRIEVED],
  ['CTIS as it was', FLATTENED],
  ['ISRCTN in XML', XML],
  ['ISRCTN in JSON', JSON_RECORD],
  ['one protocol of the EU Clinical Trials Register', protocol()],
  [
    'several protocols of it',
    [protocol(), protocol({ authority: 'Italy - AIFA', status: 'Completed', first: '2030-12-01' })].join(
      '\n',
    ),
  ],
  ['a page of it', PAGE],
  ['the portal of the WHO', portal(trial('NCT99999902'), trial('XYZ-1'))],
  ['the form that registries share', FORM],
];

describe('the resources of a record of another registry', () => {
  test.each(RECORDS)('are valid, and tell all that it says: %s', (_, document) => {
    expect(errors(bytesOf(document))).toEqual([]);
    expect(untold(bytesOf(document))).toEqual([]);
  });

  const samples = ['ctis', 'euctr', 'isrctn', 'ictrp'].flatMap((folder) =>
    readdirSync(new URL(folder, SAMPLES))
      .filter((file) => !file.includes('excerpt'))
      .map((file) => `${folder}/${file}`),
  );

  test.each(samples)('are valid, and tell all that it says: the sample %s', (file) => {
    const bytes = readFileSync(new URL(file, SAMPLES));
    expect(errors(bytes)).toEqual([]);
    expect(untold(bytes)).toEqual([]);
  });

  const odd = fc.constantFrom(
    ' padded ',
    'two\r\nlines',
    '\u000b',
    '<b>&amp;</b>',
    '2031-13-45',
    '-1',
    '𝒳',
    'http://[',
  );
  const texts = (document: object): readonly string[] =>
    JSON.stringify(document).match(/"[^"\\]+"(?!:)/g) ?? [];

  test.each([
    ['CTIS', RETRIEVED],
    ['ISRCTN', JSON_RECORD],
  ])('are valid whatever words stand in it: %s', (_, record) => {
    const all = texts(record);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(all.length - 1), odd), { minLength: 1, maxLength: 8 }),
        (changes) => {
          const changed = changes.reduce(
            (text, [at, words]) => text.replace(all[at]!, () => JSON.stringify(words)),
            JSON.stringify(record),
          );
          expect(errors(bytesOf(changed))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });
});
