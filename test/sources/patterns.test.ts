import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const ABSTRACT = `A randomised trial of aspirin and placebo in adults with migraine

METHODS: In this randomised trial, 40 adults were randomly assigned to receive aspirin 100 mg (n = 20) or placebo (n = 20).

RESULTS: Pain was lower in the aspirin group than in the placebo group (2.1 vs 3.4; P = 0.01).`;

const folder = new URL('../../src/sources/', import.meta.url);

/** `(?i:…)`, `(?-i:…)`. */
const MODIFIER = /\(\?[a-z]*-?[a-z]+:/;

// The engine emits parts of a pattern with another part's case: always without optimisation, to which it falls back
// after many patterns, so that the same document was read in another way the later it came.
test('no pattern changes within itself whether capitals count', async () => {
  const made: string[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct: (target, [pattern, flags]) => {
      const one = new target(pattern, flags);
      made.push(one.source);
      return one;
    },
  });
  try {
    const { read } = await import('../../src/sources/read.ts');
    expect(read(new TextEncoder().encode(ABSTRACT)).kind).toBe('trial');
  } finally {
    globalThis.RegExp = original;
  }
  expect(made.some((source) => source.includes('aspirin') || source.includes('[aA]'))).toBe(true);
  // The toolkit that makes patterns asks whether the engine knows modifiers at all.
  expect(made.filter((source) => MODIFIER.test(source) && source !== '(?i:)')).toEqual([]);
});

test('nor does one that is written as a literal', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(100);
  const within = (name: string): readonly string[] =>
    readFileSync(new URL(name, folder), 'utf8').match(/\/.*\(\?-?i:.*\/[a-z]*[,;)]/g) ?? [];
  expect(files.flatMap(within)).toEqual([]);
});
