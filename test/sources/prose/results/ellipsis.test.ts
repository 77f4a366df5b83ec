import { describe, expect, it } from 'vitest';
import { resultsOf } from './sentences.ts';

/** Each outcome of a trial of ossil (40) against placebo (38) with who it is said of, against whom, and what. */
const saidIn = (sentences: string): readonly string[] =>
  resultsOf(sentences)
    .map((result) => result.split(' | '))
    .filter(([, about]) => !/ of \d/.test(about ?? ''))
    .map((parts) => {
      const direction = parts.find((part) =>
        /^(?:increased|decreased|higher|lower|improved|worsened|no-sig)/.test(part),
      );
      return `${parts[0]} | ${parts[1]} | ${direction ?? ''}`;
    });

const NONE = 'ossil against placebo | no-significant-difference';

describe('what a clause leaves out', () => {
  it.each([
    ['Stiffness improved in both groups, with no significant intergroup differences.', `stiffness | ${NONE}`],
    ['Cramps were seen less often with ossil. The groups did not differ significantly.', `cramps | ${NONE}`],
    [
      'Bone pain was lower with ossil, but this did not reach significance (P = 0.08).',
      `bone-pain | ${NONE}`,
    ],
    ['Bone pain was lower with ossil, albeit not significantly.', `bone-pain | ${NONE}`],
    [
      'Bone pain was lower with ossil. However, the difference was not statistically significant.',
      `bone-pain | ${NONE}`,
    ],
    [
      'Sleep was comparable between groups. The same was true for appetite.',
      'appetite | ossil against placebo | no-significant-difference',
    ],
    [
      'Cramps were similar in both groups. This was also true for sprains.',
      `sprains | all | no-significant-difference`,
    ],
    ['Bone pain was lower with ossil, as was stiffness.', 'stiffness | ossil against placebo | lower'],
    [
      'Bone pain was reduced in both groups. The reduction was greater with ossil than with placebo.',
      'bone-pain | ossil against placebo | decreased',
    ],
    [
      'Bone pain decreased in both groups. The decrease was similar in the two groups.',
      'bone-pain | all | no-significant-difference',
    ],
    ['Ossil led to significant reductions in stiffness, but not in cramps or sprains.', `sprains | ${NONE}`],
  ])('%s', (sentences, told) => expect(saidIn(sentences)).toContain(told));

  it('takes back what it told of no other outcome', () =>
    expect(
      saidIn('Falls were fewer with ossil. Bone pain was lower with ossil, but this was not significant.'),
    ).toEqual(['falls | ossil against placebo | lower', `bone-pain | ${NONE}`]));

  it.each([
    'The same was true for appetite.',
    'The reduction was greater with ossil than with placebo.',
    'There were no differences between the groups.',
    'Cramps were seen. This was seen in five patients.',
  ])('is nothing where nothing was told before: %s', (sentences) => expect(saidIn(sentences)).toEqual([]));
});

describe('groups that are no known arm', () => {
  it.each([
    [
      'Falls were fewer in the yoga group than in the ossil group.',
      'falls | those on yoga group against ossil | lower',
    ],
    [
      'Patients treated with calcium had less pain than those receiving ossil.',
      'pain | those on calcium against ossil | lower',
    ],
  ])('are called as the sentence calls them: %s', (sentence, told) =>
    expect(saidIn(sentence)).toContain(told),
  );
});
