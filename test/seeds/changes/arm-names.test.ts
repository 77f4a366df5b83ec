import { describe, expect, it } from 'vitest';
import type { Leaf } from './facts.ts';
import { leavesIn, seedText } from './seed.ts';

const INVENTED = ['Orlun', 'Tavix', 'Quembra'];

/** The groups' names; *placebo* is left out, which says what is given and is no name that could be another. */
const armNamesIn = (leaves: readonly Leaf[]): readonly string[] =>
  leaves
    .filter(({ path, value }) => path === 'ResearchStudy.comparisonGroup.name' && value !== 'placebo')
    .map(({ value }) => value);

/** The words of a group's name that tell it from others: without its people and what it is called. */
const distinguishing = (name: string): string =>
  name.replace(/^matched /, '').replace(/ (?:group|arm|cohort|patients|participants)$/, '');

/** Puts one name for another wherever it stands as whole words; a control stays a control by name. */
const renaming = (from: string, invented: string): ((text: string) => string) => {
  const to = /control/.test(from) ? `${invented} ${from}` : invented;
  return (text) =>
    text.replace(
      new RegExp(`(?<![\\p{L}\\d])${from.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&')}(?![\\p{L}\\d])`, 'gu'),
      to,
    );
};

const line = (at: string, value: string, words: readonly string[]): string =>
  `${at} = ${value} ⟵ ${words.toSorted().join(' | ')}`;

/** The same text with one kind of space, as values have it and the document's own words do not. */
const spaced = (text: string): string => text.replace(/\s/g, ' ');

/** What FHIR says in words of its own, an external control, keeps them: only what the source says is renamed. */
const isOwnWords = ({ value, words }: Leaf): boolean =>
  words.length > 0 && !words.map(spaced).some((one) => one.includes(value) || value.includes(one));

const lines = (leaves: readonly Leaf[], rename: (text: string) => string): readonly string[] =>
  leaves
    .map((leaf) => line(leaf.at, isOwnWords(leaf) ? leaf.value : rename(leaf.value), leaf.words.map(rename)))
    .toSorted();

describe.each(['000', '001', '002', '003', '004'] as const)('in document %s', (number) => {
  const text = seedText(number);
  const before = leavesIn(text, 'by order');
  const names = armNamesIn(before).map(distinguishing);

  const expectRenamed = (rename: (text: string) => string): void => {
    const changed = rename(text);
    expect(changed, 'the name stands in the text').not.toBe(text);
    const after = leavesIn(changed, 'by order');
    expect(lines(after, String)).toEqual(lines(before, rename));
  };

  it('has arms to rename', () => expect(names.length).toBeGreaterThan(0));

  it.each(names)('an invented name for “%s” changes that name everywhere and nothing else', (name) => {
    expectRenamed(renaming(name, INVENTED[0] ?? ''));
  });

  it('invented names for all arms change those names and nothing else', () => {
    const renamings = names.map((name, i) => renaming(name, INVENTED[i] ?? ''));
    expectRenamed((words) => renamings.reduce((renamed, rename) => rename(renamed), words));
  });
});
