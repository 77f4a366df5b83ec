import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FLATTENED, RETRIEVED } from '../../sources/ctis/records.ts';
import { PAGE, protocol } from '../../sources/euctr/protocols.ts';
import { FORM, portal, trial } from '../../sources/ictrp/trials.ts';
import { JSON_RECORD, XML } from '../../sources/isrctn/records.ts';
import { errors, untold } from './told-records.ts';

const bytesOf = (document: string | object): Uint8Array =>
  new TextEncoder().encode(typeof document === 'string' ? document : JSON.stringify(document));

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
