import { describe, expect, test } from 'vitest';
import { readAll } from '../../src/sources/read.ts';
import { FLATTENED, RETRIEVED } from './ctis/records.ts';
import { PAGE, protocol } from './euctr/protocols.ts';
import { FORM, portal, trial } from './ictrp/trials.ts';
import { JSON_RECORD, XML } from './isrctn/records.ts';
import { losses } from './lossless.ts';

const bytesOf = (document: string | object): Uint8Array =>
  new TextEncoder().encode(typeof document === 'string' ? document : JSON.stringify(document));

describe('nothing is lost of a record, and every value is where its words are', () => {
  test.each([
    ['CTIS', RETRIEVED],
    ['CTIS as it was', FLATTENED],
    ['ISRCTN in XML', XML],
    ['ISRCTN in JSON', JSON_RECORD],
    ['a text export', [protocol(), protocol({ authority: 'Italy - AIFA', status: 'Completed' })].join('\n')],
    ['a page', PAGE],
    ['the portal of the WHO', portal(trial('NCT99999902'), trial('EUCTR2031-000124-46-DE'))],
    ['the form that registries share', FORM],
  ])('of %s', (_, document) => {
    expect(losses(bytesOf(document))).toEqual([]);
  });
});

type Json = { [name: string]: unknown } | unknown[];

/** All places of a JSON value, as the names and indices that lead to them. */
const placesIn = (
  value: unknown,
  at: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, one]) => {
        const place = [...at, Array.isArray(value) ? Number(name) : name];
        return [place, ...placesIn(one, place)];
      })
    : [];

const changed = (record: object, place: readonly (string | number)[], value: unknown): object => {
  const copy = structuredClone(record);
  const around = place.slice(0, -1).reduce<unknown>((node, step) => (node as Json)[step as never], copy);
  (around as Json)[place.at(-1) as never] = value as never;
  return copy;
};

const ODD = [null, ' ', 'odd words', -1.5, true, [], ['odd'], { odd: 'words' }];

describe('an odd value at any place of a record', () => {
  test.each([
    ['CTIS', RETRIEVED],
    ['ISRCTN', JSON_RECORD],
  ])('of %s is kept, or the record is refused and the place named', (_, record) => {
    const odd = placesIn(record).flatMap((place) => ODD.map((value) => ({ place, value })));
    const wrong = odd.flatMap(({ place, value }) =>
      losses(bytesOf(changed(record, place, value)))
        .filter(
          (loss) => !/^refused: .*, (?:its number, at|an? [a-z]+ at \S+, where an? \w+ stands)/.test(loss),
        )
        .map((loss) => `${place.join('.')} = ${JSON.stringify(value)}: ${loss}`),
    );
    expect(wrong).toEqual([]);
  });
});

const ELEMENT = /<([A-Za-z_]+)\b[^<>]*>[^<>]*<\/\1>/g;

describe('a protocol of the EU Clinical Trials Register', () => {
  test('may lack any line, or have it twice', () => {
    const lines = protocol().split('\n');
    const wrong = lines.flatMap((line, at) =>
      [[], [line, line], [line, 'odd words: 1'], [line, '', '']].flatMap((instead) =>
        losses(bytesOf(lines.toSpliced(at, 1, ...instead).join('\n'))).filter(
          (loss) => !/a EudraCT number|its EudraCT number/.test(loss),
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a record in XML', () => {
  test.each([
    ['ISRCTN', XML],
    ['the portal of the WHO', portal(trial('NCT99999902'))],
    ['the form that registries share', FORM],
  ])('of %s may lack any element, have it twice or have other words in it', (_, record) => {
    const elements = [...record.matchAll(ELEMENT)];
    expect(elements.length).toBeGreaterThan(20);
    const variants = elements.flatMap(({ index, 0: element, 1: name = '' }) => {
      const put = (instead: string): string =>
        record.slice(0, index) + instead + record.slice(index + element.length);
      return [
        put(''),
        put(element + element),
        put(`<${name}/>`),
        put(`<${name}>odd &amp; <b>words</b>; 1</${name}>`),
      ];
    });
    const wrong = variants.flatMap((text) => {
      const found = losses(bytesOf(text));
      return found.filter(
        (loss) => !/^refused: .*, (?:its number|a value at \S+, where an element stands)/.test(loss),
      );
    });
    expect(wrong).toEqual([]);
  });

  test('is read whatever is cut off at its end, or refused', () => {
    const kinds = new Set<string>();
    for (const record of [XML, FORM, portal(trial('NCT99999902')), PAGE, protocol()])
      for (let end = 0; end < record.length; end += 97)
        for (const found of readAll(bytesOf(record.slice(0, end)))) kinds.add(found.kind);
    expect([...kinds].toSorted()).toEqual(['record', 'refused']);
  });
});
