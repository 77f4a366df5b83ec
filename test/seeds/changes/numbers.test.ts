import { describe, expect, it } from 'vitest';
import { covers, isJudgement, type Leaf, type Place, said, without } from './facts.ts';
import { type NumberChange, numberChanges, numbersSaid } from './number.ts';
import { leavesIn, seedText } from './seed.ts';

/** A leaf in its resource, without array positions. */
const inResource = (leaf: Leaf): string => `${leaf.at.split('.')[0]} ${said(leaf)}`;

/** A text made from others (a title, say) may follow the change of a number in it, and no further. */
const follows = (was: string, is: string, { written, other }: NumberChange): boolean =>
  was.split(written).some((_, i, parts) => {
    const [head, tail] = [parts.slice(0, i).join(written), parts.slice(i).join(written)];
    return i > 0 && `${head}${other}${tail}` === is;
  });

const isMade = (leaf: Leaf): boolean => leaf.words.length === 0 && !leaf.isNumber;

/** What a number should be now: what the changed words say at the places where the old ones said it. */
const expectedNow = (was: Leaf, is: Leaf): readonly number[] =>
  was.words.flatMap((words, i) => {
    const after = numbersSaid(is.words[i] ?? '');
    return numbersSaid(words).flatMap((number, at) =>
      number === Number(was.value) ? [after[at] ?? Number.NaN] : [],
    );
  });

/** Whether a leaf, or one that says the same in its resource, is marked with a number, by itself or around it. */
const isMarkedWith = (leaf: Leaf, all: readonly Leaf[], number: Place): boolean =>
  all.some((one) => covers(one.around, number) && inResource(one) === inResource(leaf));

const factsIn = (text: string): readonly Leaf[] =>
  leavesIn(text, 'by order').filter((leaf) => !isJudgement(leaf));

describe.each(['000', '001', '002', '003', '004'] as const)('in document %s', (number) => {
  const text = seedText(number);
  const before = factsIn(text);

  it.each(
    numberChanges(text).map((change) => [change.written, change.other, change.offset, change] as const),
  )('%s becomes %s at %i: what is marked with it changes, and nothing else', (...[, , , change]) => {
    const after = factsIn(change.text);
    const changed = { offset: change.offset, length: change.other.length };
    const [gone, come] = [without(before, after, inResource), without(after, before, inResource)];
    const unexplained = [
      ...gone.filter(
        (was) =>
          !isMarkedWith(was, before, change) &&
          !(isMade(was) && come.some((is) => is.at === was.at && follows(was.value, is.value, change))),
      ),
      ...come.filter(
        (is) =>
          !isMarkedWith(is, after, changed) &&
          !(isMade(is) && gone.some((was) => is.at === was.at && follows(was.value, is.value, change))),
      ),
    ];
    expect(unexplained.map(said), 'changed without being marked with the number').toEqual([]);
    const covered = before.filter((leaf) => covers(leaf.spans, change));
    expect(without(covered, gone, inResource).map(said), 'marked with the number and unchanged').toEqual([]);
    for (const was of covered.filter(({ isNumber }) => isNumber)) {
      const is = after.find(({ at }) => at === was.at);
      if (is) expect(expectedNow(was, is), `${said(was)} became ${said(is)}`).toContain(Number(is.value));
    }
  });
});
