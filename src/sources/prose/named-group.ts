import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Arm } from '../../model/trial.ts';
import { type GroupMention, type GroupNames, groupMentionsIn, mentionedNumber } from './group-mention.ts';
import { type CountedAs, countedAs, SPEAKS_OF_PEOPLE } from './participants.ts';
import type { Sentence } from './sentence.ts';

/** A group that the trial's sentences name, with all they say of its number. */
export interface NamedGroup
  extends Pick<Arm, 'key' | 'name' | 'membership' | 'description' | 'enrolled' | 'treated' | 'analysed'> {
  /** What others are compared with: it says so in its name. */
  readonly control: boolean;
}

interface Mentioned {
  readonly sentence: Sentence;
  readonly mention: GroupMention;
}

/** Sentences that count those in whom one outcome was looked at. */
const FOR_ONE_OUTCOME = /\b(?:assessed|evaluated|examined|measured|tested|available) (?:for|in)\b/i;

/** What people live or are treated in, which trials put into groups, too. */
const CLUSTERS =
  /\b(?:communities|clusters|villages|schools|classes|practices|clinics|hospitals|wards|households|facilities|centres|centers|sites)\b/i;

const CONTROL = /(?:^|-)(?:control|placebo|sham|standard|usual)(?:-|$)/;

/** The name that calls it a group, if any does, else the first. */
const nameOf = (mentioned: readonly [Mentioned, ...Mentioned[]]): Fact<string> => {
  const { mention, sentence } = mentioned.find((one) => one.mention.named) ?? mentioned[0];
  return sentence.passage.fact(mention.from, mention.to, mention.text);
};

const numberOf = (mentioned: readonly Mentioned[], external: boolean, wanted: CountedAs): Stated<number> => {
  const as = ({ mention: { count }, sentence }: Mentioned): CountedAs | undefined => {
    if (external) return 'analysed';
    // Of treated people results tell how many had something.
    if (count?.of === 'treated') return sentence.role === 'results' ? undefined : 'treated';
    if (CLUSTERS.test(sentence.text) && !SPEAKS_OF_PEOPLE.test(sentence.text)) return undefined;
    return countedAs(sentence.text) ?? (FOR_ONE_OUTCOME.test(sentence.text) ? undefined : 'enrolled');
  };
  const found = mentioned.find((one) => one.mention.count && as(one) === wanted);
  const count = found?.mention.count;
  return found && count
    ? found.sentence.passage.fact(count.part.from, count.part.to, mentionedNumber(count))
    : NOT_STATED;
};

const mentionsIn = (sentences: readonly Sentence[], names: GroupNames): readonly Mentioned[] =>
  sentences.flatMap((sentence) =>
    groupMentionsIn(sentence.text, names).map((mention) => ({ sentence, mention })),
  );

const descriptionOf = (mentioned: readonly Mentioned[]): Stated<string> => {
  const found = mentioned.find(({ mention }) => mention.description);
  const words = found?.mention.description;
  return found && words ? found.sentence.passage.fact(words.from, words.to, words.text) : NOT_STATED;
};

/**
 * The groups that a trial's own sentences name; `all` its sentences may tell more of them. Controls that were matched to a trial that did not randomise are not
 * its participants; they are counted for analysis.
 */
export const namedGroupsIn = (
  own: readonly Sentence[],
  all: readonly Sentence[],
  names: GroupNames,
  randomised: boolean,
): readonly NamedGroup[] => {
  const matched = new Set(
    mentionsIn(all, names).flatMap(({ mention }) => (mention.matched ? mention.key : [])),
  );
  return [...Map.groupBy(mentionsIn(own, names), ({ mention }) => mention.key)].flatMap(
    ([key, [first, ...more]]) => {
      if (!first) return [];
      const mentioned = [first, ...more] as const;
      const external = !randomised && matched.has(key);
      return {
        key,
        name: nameOf(mentioned),
        membership: external ? 'external' : 'trial',
        description: descriptionOf(mentioned),
        enrolled: numberOf(mentioned, external, 'enrolled'),
        treated: numberOf(mentioned, external, 'treated'),
        analysed: numberOf(mentioned, external, 'analysed'),
        control: CONTROL.test(key),
      } as const;
    },
  );
};
