import { regex } from 'regex';
import type { Fact } from '../../model/fact.ts';
import type { Passage } from '../passage.ts';
import { treatmentIn } from './arm-list.ts';
import { groupMentionsIn, NO_NAMES } from './group-mention.ts';
import { firstMatch, type Part } from './match.ts';
import { PEOPLE } from './people.ts';
import type { Sentence } from './sentence.ts';

/** What a sentence says that a group got: `group A (n = 30) received ketamine`. */
export interface GivenToGroup {
  readonly key: string;
  readonly passage: Passage;
  readonly group: Part;
  readonly count: Part | undefined;
  readonly given: Fact<string>;
}

const BEHIND = regex(
  'dgi',
)`^ \s? ( \( [^\(\)]* \) )? ,? \s ( (all \s)? ${PEOPLE} \s )? ( (who | that) \s )? ( received | receives | (was | were) \s (given | administered | treated\ with | prescribed | offered) | underwent | used | applied | took | got | performed | practi[cs]ed | consumed | attended | (was | were) \s (instructed | asked | told) \s to \s (apply | take | use | perform | drink | consume | follow) ) \s
  (?<given> (?! .{0,20} \b (more | less | fewer | significantly | higher | lower) \b ) [^;]{3,160}? ) (?= ; | \. (\s | $) | $ | ,? \s (and | while | whereas | but | then) \s | ,\s )`;

/** What a trial's sentences, other than those of its results, say that each of its groups got. */
export const givenToGroups = (own: readonly Sentence[]): readonly GivenToGroup[] =>
  own
    .filter(({ role }) => role !== 'results' && role !== 'conclusions')
    .flatMap(({ passage, text }) =>
      groupMentionsIn(text, NO_NAMES).flatMap((mention): readonly GivenToGroup[] => {
        const behind = firstMatch(text.slice(mention.to), BEHIND)?.part('given');
        const treatment = behind && treatmentIn({ ...behind, from: 0, to: behind.text.length });
        if (!behind || !treatment) return [];
        const from = mention.to + behind.from + treatment.from;
        return [
          {
            key: mention.key,
            passage,
            group: mention,
            count: mention.count?.part,
            given: passage.fact(from, from + treatment.text.length, treatment.text.replace(/\s+/g, ' ')),
          },
        ];
      }),
    );
