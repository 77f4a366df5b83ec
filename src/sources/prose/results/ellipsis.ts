import { regex } from 'regex';
import { type Fact, NOT_STATED } from '../../../model/fact.ts';
import type { ComparisonResult, Direction, Finding } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { firstMatch } from '../match.ts';
import { type ClaimSides, maskedGroups, sidesOf } from './claim-sides.ts';
import { outcomeFactIn, outcomesIn } from './claimed.ts';
import { CHANGE, DEGREE, directionOf } from './cue.ts';
import { GROUP_BEHIND } from './masked.ts';
import { said } from './said.ts';
import {
  armSubject,
  comparatorOf,
  impliedReference,
  type Setting,
  type Statement,
  treatedArm,
} from './statement.ts';

const GROUPS =
  '(?:(?:the |these |both |either )?(?:two |three |four |study |treatment )*(?:groups?|arms|conditions|treatments)|(?:the )?\\uE000\\uE001*(?: groups?)? and (?:the )?\\uE000\\uE001*(?: groups?)?)';
const SEEN = '(?: (?:was|were) (?:found|observed|seen|noted|detected))?';

/** A clause that says no more than that groups did not differ: in what, the clause before it says. */
const NO_DIFFERENCE = new RegExp(
  `^(?:however,? |but |overall,? |and |with |yet )*(?:(?:there (?:was|were) )?no |without (?:a |any )?|we (?:found|observed) no )(?:(?:statistically )?significant(?:ly)? )?(?:other )?(?:(?:between|inter|within)-?\\s?group )?differences?${SEEN}(?: (?:between|among|in|across) ${GROUPS}| at (?:either|any) (?:[a-z]+ )?(?:time(?: ?points?)?|points?|follow-?ups?|visits?|days?|weeks?|months?)| between them)*${SEEN}[\\s.\\uE002]*$|^(?:however,? |but |and )*${GROUPS} did not (?:significantly )?differ(?: significantly| from each other)*[\\s.\\uE002]*$`,
  'i',
);

/** A clause that takes back the difference told before it: `but this did not reach significance`. */
const NOT_AFTER_ALL =
  /^(?:(?:however|but|yet|and|even though),? )*(?:(?:this|these|the|that|such|it|they)(?: (?:observed|between-group|group|mean|small|numerical|apparent|slight))*(?: (?:differences?|increases?|decreases?|reductions?|improvements?|changes?|trends?|effects?|results?|findings?))?(?: between [^,;]{3,40})? (?:(?:was|were|is|are) not |(?:did not|failed to) (?:reach|achieve|attain) )|not |non-?)(?:quite |found to be )?(?:statistical(?:ly)? )?signific(?:ant|ance)(?:ly)?(?: so)?(?! (?:for|in)\b)(?=[\s.,;\uE002]|$)/i;

/** This was also true for *X*; similar results were found for *X*; as was *X*. */
const THE_SAME = regex(
  'dgi',
)`^ ( ( likewise | similarly | also | and | but ) ,? \s )* ( ( the\ same ( \s ( results? | pattern | trend | effect ) )? | ( a \s )? ( similar | comparable ) \s ( results? | findings? | effects? | patterns? | trends? | differences? | observations? ) ) \s ( was | were | held | applied | applies ) ( \s also )? ( \s ( true | observed | found | seen | noted | the\ case | obtained | recorded ) )? | ( this | it ) \s ( was | is ) \s also \s ( true | observed | found | seen | noted | the\ case ) | ( as | nor ) \s ( was | were | did | had ) ) \s ( ( for | in | with | regarding | to ) \s )? (the \s)? (?<outcome> [^,;:]+? ) (?= \s? \uE002 | [,;:] | \.? $ )`;

/** The reduction was greater in A than in B. */
const THE_CHANGE = regex(
  'dgi',
)`^ ( ( however | but | and | although ) ,? \s )* ( the | this | these ) \s ( (mean | overall | observed) \s )? (?<change> ${CHANGE} ) ( \s (in | with) \s (the\s)? \uE000 [^,;:]*? | \s? \uE002+ )* \s ( was | were ) \s ( ${DEGREE} (?<more> greater | larger | higher | more\ pronounced | stronger | bigger ) ( \s (in | with | for | among | at | on) \s (?<group> ${GROUP_BEHIND} ) )? | (?<same> ${DEGREE} ( similar | comparable | not\ (significantly\ | statistically\ )*different | the\ same ) ) )`;

/** …, but not in *X*. */
const NOT_IN = regex(
  'dgi',
)`^ (?<not> ( (but | and | with) \s )? not ) \s ( in | for | on | with\ (respect | regard)\ to ) \s (the \s)? (?<outcome> [^;:]+? ) (?= \s? \uE002 | ; | \.? $ )`;

type Worded = ComparisonResult | Finding;

const wordedIn = ({ results }: Statement): Worded | undefined =>
  results.find((result): result is Worded => result.kind !== 'group' && result.direction !== NOT_STATED);

/** One of the statements of each outcome. */
const ofEachOutcome = (statements: readonly Statement[]): readonly Statement[] =>
  [...Map.groupBy(statements, ({ outcome }) => outcome.value).values()].flatMap(([first]) => first ?? []);

const impliedSides = (setting: Setting): ClaimSides => {
  const treated = treatedArm(setting) ?? (setting.arms.length === 2 ? setting.arms[0] : undefined);
  const other = comparatorOf(setting) ?? setting.arms.find((arm) => arm !== treated);
  return treated
    ? { subject: armSubject(treated), reference: impliedReference(other) }
    : { subject: { kind: 'all' }, reference: NOT_STATED };
};

/** What a clause says of an outcome that it does not name itself, in its own words from `from` to `to`. */
const saidOf = (
  clause: Passage,
  { outcome }: Pick<Statement, 'outcome'>,
  sides: ClaimSides,
  direction: Direction,
  [from, to]: readonly [number, number],
): Statement =>
  said({
    clause,
    outcome,
    ...sides,
    timePoint: NOT_STATED,
    direction: clause.fact(from, to, direction, 'derived'),
    pValue: NOT_STATED,
    test: NOT_STATED,
    words: textFact(clause),
  });

const sidesOfResult = (result: Worded): ClaimSides => ({
  subject: result.kind === 'finding' ? result.subject : result.exposure,
  reference: result.reference,
});

const theSame = (
  clause: Passage,
  text: string,
  before: readonly Statement[],
): readonly Statement[] | undefined => {
  const match = firstMatch(text, THE_SAME);
  const part = match?.part('outcome');
  const outcome = part && outcomeFactIn(clause, text, part.from, part.to);
  const worded = before.flatMap((statement) => wordedIn(statement) ?? []);
  const model = worded.at(-1);
  const isOne =
    new Set(worded.map(({ direction }) => direction !== NOT_STATED && direction.value)).size === 1;
  if (!match || !outcome || !model || model.direction === NOT_STATED || !isOne) return undefined;
  return [saidOf(clause, { outcome }, sidesOfResult(model), model.direction.value, [0, match.to])];
};

const exceptedIn = (
  clause: Passage,
  text: string,
  before: readonly Statement[],
): readonly Statement[] | undefined => {
  const match = firstMatch(text, NOT_IN);
  const part = match?.part('outcome');
  const model = before.flatMap((statement) => wordedIn(statement) ?? []).at(-1);
  if (!match || !part || !model) return undefined;
  return outcomesIn(clause, text, part.from, part.to).map((outcome) =>
    saidOf(clause, { outcome }, sidesOfResult(model), 'no-significant-difference', [0, part.from]),
  );
};

const theChange = (
  clause: Passage,
  text: string,
  before: readonly Statement[],
  setting: Setting,
): readonly Statement[] | undefined => {
  const match = firstMatch(text, THE_CHANGE);
  const change = match?.part('change');
  if (!match || !change) return undefined;
  const same = match.part('same');
  const direction = same ? 'no-significant-difference' : directionOf(change.text);
  if (!direction) return undefined;
  const cue = same ?? match.part('more') ?? change;
  const { mentioned } = maskedGroups(clause, setting);
  const claim = { ...match, outcome: change, cue, direction, group: match.part('group'), by: undefined };
  const sides = sidesOf(clause, claim, mentioned, setting);
  return ofEachOutcome(before).map((one) => saidOf(clause, one, sides, direction, [cue.from, cue.to]));
};

/** What a clause that names no outcome says of those that the clause before it tells of. */
export const ellipsisIn = (
  clause: Passage,
  before: readonly Statement[],
  setting: Setting,
): readonly Statement[] => {
  if (before.length === 0) return [];
  const { text } = maskedGroups(clause, setting);
  const none = NO_DIFFERENCE.exec(text);
  if (none)
    return ofEachOutcome(before).map((one) =>
      saidOf(clause, one, impliedSides(setting), 'no-significant-difference', [0, none[0].length]),
    );
  return (
    theSame(clause, text, before) ??
    exceptedIn(clause, text, before) ??
    theChange(clause, text, before, setting) ??
    []
  );
};

const startOf = ({ spans: [span] }: Fact<unknown>): number => span.offset;

/** What is left of statements when a clause behind them says that their difference was none. */
export const withdrawnBy = (
  clause: Passage,
  before: readonly Statement[],
  setting: Setting,
): readonly Statement[] => {
  const match = NOT_AFTER_ALL.exec(maskedGroups(clause, setting).text);
  if (!match) return before;
  const direction = clause.fact(0, match[0].length, 'no-significant-difference' as const, 'normalised');
  return before.map((statement) =>
    startOf(statement.outcome) > startOf(direction)
      ? statement
      : {
          ...statement,
          results: statement.results.map((result) =>
            result.kind === 'group' || result.direction === NOT_STATED ? result : { ...result, direction },
          ),
        },
  );
};

/** Statements that name no group and compare, with the groups that the clause before them in their sentence compares. */
export const ofSameGroups = <T extends Statement>(
  told: readonly T[],
  before: readonly Statement[],
): readonly T[] => {
  const model = before.flatMap((statement) => wordedIn(statement) ?? []).at(-1);
  const sides = model && sidesOfResult(model);
  if (sides?.subject.kind !== 'arm' || sides.reference === NOT_STATED) return told;
  const isOpen = ({ direction }: Worded): boolean =>
    direction !== NOT_STATED && ['higher', 'lower'].includes(direction.value);
  return told.map((statement) => ({
    ...statement,
    results: statement.results.map((result) => {
      if (result.kind === 'group' || !isOpen(result)) return result;
      const { subject, reference } = sides;
      if (result.kind === 'finding')
        return result.subject.kind === 'unspecified' ? { ...result, subject, reference } : result;
      return result.exposure.kind === 'unspecified' ? { ...result, exposure: subject, reference } : result;
    }),
  }));
};
