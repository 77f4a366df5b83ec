import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, timesPowerOfTen } from '../../src/model/decimal.ts';
import { documentText } from '../../src/sources/document-text.ts';
import { linesOf } from '../../src/sources/lines.ts';
import { blocks } from '../../src/sources/markup.ts';
import { plainPassage, trimmed } from '../../src/sources/passage.ts';
import { isoDate } from '../../src/sources/prose/date.ts';
import { countOf, decimalOf, scaled } from '../../src/sources/prose/number.ts';
import { sentencesOf } from '../../src/sources/prose/sentence.ts';
import { read } from '../../src/sources/read.ts';

/** Text of any kind: Latin, Chinese, astral, combining, control characters, line ends, tags. */
const anyText = fc.string({ unit: 'binary', maxLength: 200 });

const textAndCut = anyText.chain((text) =>
  fc.tuple(fc.constant(text), fc.nat({ max: text.length }), fc.nat({ max: text.length })),
);

const sliced = (text: string, offset: number, length: number): string =>
  [...text].slice(offset, offset + length).join('');

const splitsPair = (text: string, index: number): boolean =>
  /[\ud800-\udbff]/.test(text.charAt(index - 1)) && /[\udc00-\udfff]/.test(text.charAt(index));

describe('places in a document', () => {
  it('a span in code points cuts out what the indices cut out', () => {
    fc.assert(
      fc.property(textAndCut, ([text, a, b]) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(!splitsPair(text, from) && !splitsPair(text, to));
        const { offset, length } = documentText(text).span(from, to);
        expect(sliced(text, offset, length)).toBe(text.slice(from, to));
      }),
    );
  });

  it('every fact’s span cuts out its words, whatever was trimmed and sliced before', () => {
    fc.assert(
      fc.property(textAndCut, ([text, a, b]) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        const passage = trimmed(plainPassage(documentText(text), from, to));
        fc.pre(passage.text !== '' && !splitsPair(text, from) && !splitsPair(text, to));
        const { spans, words } = passage.fact(0, passage.text.length, '');
        expect(sliced(text, spans[0].offset, spans[0].length)).toBe(words);
      }),
    );
  });

  it('a block of marked-up text keeps the place of each of its characters', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<jats:title>',
      '<sup>',
      '</sup>',
      '8',
      '&amp;',
      '&#233;',
      '𝕊',
      'a ',
      '<',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        for (const { passage } of blocks(documentText(text), 0, text.length)) {
          const { spans, words } = passage.fact(0, passage.text.length, '');
          expect(sliced(text, spans[0].offset, spans[0].length)).toBe(words);
        }
      }),
    );
  });

  it('lines are the text without its line ends and outer white space', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { from, to, text: line } of linesOf(text)) expect(text.slice(from, to)).toBe(line);
        const kept = linesOf(text).map((line) => line.text);
        expect(kept.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

describe('sentences', () => {
  const word = fc.constantFrom(
    'Abc',
    'def',
    'P',
    'vs.',
    'e.g.',
    '0.05',
    '(a',
    'b)',
    '[c]',
    '12',
    'Dr.',
    '?',
    '!',
    '. ',
    '\n',
    '𝕊',
  );

  it('splitting loses and doubles no character', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(word, anyText), { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        fc.pre(text.trim() !== '');
        const passage = plainPassage(documentText(text), 0, text.length);
        const sentences = sentencesOf([{ role: 'results', passage }]);
        const whole = passage.text.replace(/\s/g, '');
        expect(
          sentences
            .map((sentence) => sentence.text)
            .join('')
            .replace(/\s/g, ''),
        ).toBe(whole);
      }),
    );
  });
});

describe('decimals', () => {
  const written = fc
    .tuple(fc.boolean(), fc.nat({ max: 10 ** 9 }), fc.option(fc.stringMatching(/^\d{1,12}$/)))
    .map(
      ([negative, whole, fraction]) =>
        `${negative ? '-' : ''}${whole}${fraction === null ? '' : `.${fraction}`}`,
    );

  /** The number as a whole number of tenths to the twentieth. */
  const exact = (text: string): bigint => {
    const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
    return BigInt(`${whole}${fraction.padEnd(40, '0')}`) * (sign === '-' ? -1n : 1n);
  };

  it('times a power of ten is exact', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: -20, max: 20 }), (text, exponent) => {
        const product = timesPowerOfTen(decimal(text), exponent);
        const [left, right] = exponent >= 0 ? [exact(text), exact(product)] : [exact(product), exact(text)];
        expect(left * 10n ** BigInt(Math.abs(exponent))).toBe(right);
      }),
    );
  });

  it('there and back is the same number, and its form is JSON’s', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: -20, max: 20 }), (text, exponent) => {
        const product = timesPowerOfTen(decimal(text), exponent);
        expect(exact(timesPowerOfTen(product, -exponent))).toBe(exact(text));
        expect(Number.isFinite(JSON.parse(product))).toBe(true);
      }),
    );
  });

  it('a number as written keeps its digits: grouped thousands, raised points, long minus signs', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 9 }), fc.stringMatching(/^\d{0,6}$/), (whole, digits) => {
        const plain = `${whole}${digits === '' ? '' : `.${digits}`}`;
        const grouped = plain.replace(/\B(?=(?:\d{3})+(?:\.|$))(?<!\.\d*)/g, ',');
        expect(decimalOf(plain)).toBe(plain);
        expect(decimalOf(grouped)).toBe(plain);
        expect(decimalOf(plain.replace('.', '·'))).toBe(plain);
        expect(decimalOf(`−${plain}`)).toBe(`-${plain}`);
      }),
    );
  });

  it.each([
    ['2.5', '10(8)', '250000000'],
    ['2.5', '10^8', '250000000'],
    ['2.5', '10⁸', '250000000'],
    ['100', '10(6)', '100000000'],
    ['0.40', '10^1', '4.0'],
    ['3', '10^-2', '0.03'],
  ])('%s × %s is %s', (mantissa, power, product) => expect(scaled(mantissa, power)).toBe(product));
});

describe('counts', () => {
  const ONES = 'one two three four five six seven eight nine'.split(' ');
  const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

  it('digits and words up to ninety-nine are the same number', () => {
    for (const [i, ten] of TENS.entries()) {
      expect(countOf(ten)).toBe((i + 2) * 10);
      for (const [j, one] of ONES.entries()) {
        expect(countOf(`${ten}-${one}`)).toBe((i + 2) * 10 + j + 1);
        expect(countOf(String((i + 2) * 10 + j + 1))).toBe((i + 2) * 10 + j + 1);
      }
    }
    for (const [j, one] of ONES.entries()) expect(countOf(one)).toBe(j + 1);
    expect(countOf('Zero')).toBe(0);
    expect(countOf('1,204')).toBe(1204);
  });
});

describe('dates', () => {
  const MONTHS =
    'January February March April May June July August September October November December'.split(' ');
  const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true });

  it('every way to write a day is that day', () => {
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', number = ''] = iso.split('-');
        const [name, short] = [MONTHS[Number(month) - 1] ?? '', Number(number)];
        const ways = [
          `${short} ${name} ${year}`,
          `${short}th of ${name}, ${year}`,
          `${name} ${short}, ${year}`,
          `${name} ${short}th, ${year}`,
          `${name.slice(0, 3)} ${short}, ${year}`,
          `${year}.${month}.${number}`,
          `${year}/${Number(month)}/${short}`,
          iso,
        ];
        for (const way of ways) expect(isoDate(way), way).toBe(iso);
        expect(isoDate(`${name} ${year}`)).toBe(`${year}-${month}`);
      }),
    );
  });

  it.each([
    '31 April 2020',
    '30 February 2021',
    '29 February 2023',
    '2020-13-01',
    '2020.00.10',
    '2020/04/32',
  ])('%s is no day', (written) => expect(isoDate(written)).toBeUndefined());
});

describe('reading', () => {
  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        expect(['trial', 'refused']).toContain(read(bytes).kind);
      }),
    );
  });

  const token = fc.constantFrom(
    'patients',
    '12',
    'the salt group',
    '(n = 10)',
    'control',
    'P = 0.05',
    'vs',
    '1.5',
    '%',
    'was higher in',
    '.',
    ',',
    ';',
    '(',
    ')',
    '[',
    ']',
    'RR: 0.5',
    '95% CI 0.1-0.9',
    'were randomised',
    'associated with a decrease in',
    'no adverse events',
    'and',
    'or',
    'two infusions of',
    'salt (5 mg)',
    '10(6)',
    '×',
    'at day 7',
    'RESULTS:',
    '<jats:p>',
    '</jats:p>',
    '&amp;',
    'NCT99999901',
    '𝕊',
    '\n',
    '\n\n',
    'Title: ',
    'Abstract',
    'between May 2020 and June 2021',
    'all patients received',
    'matched controls',
    'median',
    '[IQR 1-2]',
    '一',
  );

  it('never throws on the words of abstracts in any order, and every span cuts out its words', () => {
    fc.assert(
      fc.property(fc.array(token, { maxLength: 80 }), (tokens) => {
        const text = `A randomised trial of salt in fever\n\nAbstract\n\n${tokens.join(' ')} This is the end of a long line in this trial.\n`;
        const found = read(new TextEncoder().encode(text));
        const walk = (node: unknown): void => {
          if (typeof node !== 'object' || node === null) return;
          if ('spans' in node && 'words' in node) {
            const [span] = node.spans as readonly [{ offset: number; length: number }];
            expect(sliced(text, span.offset, span.length)).toBe(node.words);
          }
          for (const child of Object.values(node)) walk(child);
        };
        if (found.kind === 'trial') walk(found.trial);
      }),
      { numRuns: 300 },
    );
  });
});
