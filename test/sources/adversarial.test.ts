import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { mirrored } from './pages.ts';

const TIMED_READ = fileURLToPath(new URL('timed-read.ts', import.meta.url));
const LENGTH = 100_000;
const BUDGET_MS = 2000;

interface Timed {
  readonly kind: string;
  readonly milliseconds: number;
}

/** Read in a process of its own, which can be ended while a pattern does not end; no answer in time is no result. */
const timed = (text: string): Timed => {
  const { stdout, signal } = spawnSync(process.execPath, [TIMED_READ], {
    input: text,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return signal === null ? JSON.parse(stdout) : { kind: 'ended', milliseconds: Number.POSITIVE_INFINITY };
};

const repeated = (token: string): string => token.repeat(Math.ceil(LENGTH / token.length)).slice(0, LENGTH);

const inResults = (text: string): string =>
  mirrored({
    title: 'A randomised trial of salt in fever patients',
    abstract: `METHODS: In this trial, 20 patients were randomised to the salt group (n = 10) or the control group (n = 10). RESULTS: ${text} And this is the end of it all in this trial.`,
  });

const TOKENS = [
  ['a letter', 'a'],
  ['a word', 'word '],
  ['a number', '12 '],
  ['a digit', '1'],
  ['grouped digits', '1,'],
  ['an opening bracket', '('],
  ['a closing bracket', ')'],
  ['a bracket with a word', '(a '],
  ['an opening tag', '<jats:p>a'],
  ['a less-than sign', '<'],
  ['an ampersand', '&'],
  ['a letter and a full stop', 'i.'],
  ['a letter and a slash', 'a/'],
  ['a letter and a hyphen', 'a-'],
  ['a short sentence', 'Abc def. '],
  ['a semicolon', '; '],
  ['a list', 'a, b and c, '],
  ['a group', 'the salt group '],
  ['a count in a group', '3 patients in the salt group '],
  ['matched control', 'matched control '],
  ['a P value', 'P = 0.05 '],
  ['a pair of values', '1.5 vs 2.5 '],
  ['an assessment', 'patients were assessed by evaluating '],
  ['an administration', '2 infusions of salt (5 mg) '],
  ['a time', '3 days after '],
  ['an association', 'was associated with a decrease in '],
  ['no adverse', 'no adverse '],
  ['an abbreviation', '(AB) '],
  ['a heading', 'Aa: '],
  ['white space', ' '],
] as const;

/** As long as a sentence may be and still be read: the patterns meet each of these whole. */
const SENTENCE = 1400;

const sentences = (token: string): string => {
  const one = `Then ${token
    .repeat(Math.ceil(SENTENCE / token.length))
    .slice(0, SENTENCE)
    .trim()} came. `;
  return one.repeat(Math.floor(LENGTH / one.length));
};

describe(`100 kB of the same token are read within ${BUDGET_MS} ms:`, () => {
  it.each(TOKENS)('%s, all in one', { timeout: 60_000 }, (_, token) => {
    const { kind, milliseconds } = timed(inResults(repeated(token)));
    expect(kind).toBe('trial');
    expect(milliseconds).toBeLessThan(BUDGET_MS);
  });

  it.each(TOKENS)('%s, in sentences of ordinary length', { timeout: 60_000 }, (_, token) => {
    const { kind, milliseconds } = timed(inResults(sentences(token)));
    expect(kind).toBe('trial');
    expect(milliseconds).toBeLessThan(BUDGET_MS);
  });

  it.each([
    ['a label', 'Title: a\n'],
    ['a letter', 'a'],
    ['a bullet', '• '],
    ['a line end', '\n'],
  ])('%s in no known kind of document', { timeout: 60_000 }, (_, token) => {
    const { kind, milliseconds } = timed(repeated(token));
    expect(kind).toBe('refused');
    expect(milliseconds).toBeLessThan(BUDGET_MS);
  });
});
