import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { Direction, PValue, TimePoint } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { depths } from '../brackets.ts';
import { UNIT } from '../statistic/unit.ts';
import { pValueIn } from '../statistic.ts';
import { saysWhen, timesIn } from '../time.ts';
import type { Claim } from './claim.ts';
import { claimsOf, exceptedFrom, maskedGroups, sidesOf } from './claim-sides.ts';
import { listItems, outcomeName } from './outcome-name.ts';
import { said } from './said.ts';
import type { Setting, Statement } from './statement.ts';

/** What stands before an outcome and does not name it: when, for whom, how it was found. */
const ADJUNCT =
  /^(?:(?:at|in|after|during|on|by|for|compared|from|over|within|when|among|following|with|between|post|as|based|according|under|using|relative|despite|until|throughout|both|of)\b[^,]*,\s+|(?:however|moreover|furthermore|additionally|interestingly|similarly|likewise|overall|finally|notably|importantly|also|thus|therefore|conversely|secondarily|specifically|respectively|in contrast|in addition|results|further|and|but|only|there)\s*,?\s+|(?:[^,]*\b(?:showed|found|revealed|demonstrated|indicated|reported|observed|suggest(?:ed|s)?|confirmed|noted)\s+(?:that|a)\s+)|that\s+)/i;

const GROUP_BEHIND =
  /\s+(?:(?:in|for|of|among|with|on|after|by|during|between)\s+)?(?:(?:the|all|those|patients|participants|who|receiving|received|treated|with|to|assigned)\s+)*\uE000[\uE000\uE001\s]*(?:and\s+(?:the\s+)?\uE000\uE001*\s*)?$/;
const GROUP_BEFORE = /^(?:(?:the|in|patients|participants|for|with)\s+)*\uE000\uE001*(?:['’]s?)?\s+/;

/** What an endpoint is that a clause names in brackets: `The primary endpoint (fracture at 1 year, …)`. */
const ENDPOINT_IN_BRACKET =
  /^(?:the )?(?:primary|secondary|main) (?:efficacy |safety )?(?:end-?points?|outcomes?)(?: measures?)? \((?<name>(?!(?:mean|median|P|n|CI)\b)\p{L}[^,;:()=<>]{3,100}?)(?=[,;:)])/diu;

/** An outcome's words without adjuncts, without groups and brackets at its ends; of an endpoint, what it is. */
const outcomePart = (
  clause: Passage,
  text: string,
  from: number,
  to: number,
): { readonly from: number; readonly to: number } => {
  let [start, end] = [from, to];
  for (let before = -1; before !== start; ) {
    before = start;
    start += ADJUNCT.exec(text.slice(start, end))?.[0].length ?? 0;
    start += GROUP_BEFORE.exec(text.slice(start, end))?.[0].length ?? 0;
  }
  for (let before = -1; before !== end; ) {
    before = end;
    const words = text
      .slice(start, end)
      .replace(/[\s\uE002,]+$/, '')
      .replace(GROUP_BEHIND, '');
    end = start + words.length;
  }
  const [named, ends] = ENDPOINT_IN_BRACKET.exec(clause.text.slice(start))?.indices?.groups?.name ?? [0, 0];
  return ends > 0 ? { from: start + named, to: start + ends } : { from: start, to: end };
};

/** The P value behind a claim, before the next one begins. */
const pValueOf = (clause: Passage, claim: Claim, next: Claim | undefined, alone: boolean): Stated<PValue> => {
  const end = next ? Math.max(next.from, claim.to) : clause.text.length;
  const own = end > claim.cue.to ? pValueIn(clause.slice(claim.cue.to, end)) : NOT_STATED;
  return own === NOT_STATED && alone ? pValueIn(clause) : own;
};

/** Whether a P value tells that no difference was shown, at the usual level. */
export const isNotSignificant = ({ comparator, value }: PValue): boolean =>
  comparator === '>' || comparator === '>='
    ? Number(value) >= 0.05
    : comparator === undefined && Number(value) > 0.05;

/** The P value that each of several outcomes has behind it, if all have one. */
const ownPValues = (
  clause: Passage,
  outcomes: readonly Fact<string>[],
  from: number,
  to: number,
): readonly Fact<PValue>[] => {
  const starts: number[] = [];
  for (const { words } of outcomes) starts.push(clause.text.indexOf(words, starts.at(-1) ?? from));
  const found = starts.flatMap((start, i) => {
    const own = pValueIn(clause.slice(start, Math.max(start, starts[i + 1] ?? to)));
    return own === NOT_STATED ? [] : own;
  });
  return found.length === outcomes.length ? found : [];
};

/** What words say of a difference, unless its own P value does not bear it out: then none was shown. */
export const borneOut = (says: Fact<Direction>, pValue: Stated<PValue>): Fact<Direction> =>
  pValue !== NOT_STATED && isNotSignificant(pValue.value)
    ? { ...pValue, value: 'no-significant-difference', derivation: 'derived' }
    : says;

/** The times at which a clause says something of an outcome, in order: not in brackets, but for the outcome's own. */
export const timesOf = (clause: Passage, outcome: Fact<string>): readonly Fact<TimePoint>[] => {
  const open = depths(clause.text);
  const named = clause.text.indexOf(outcome.words);
  return timesIn(clause.text)
    .filter((time) => time.value.kind !== 'baseline' && saysWhen(time))
    .filter(({ from }) => open[from] === 0 || (from >= named && from < named + outcome.words.length))
    .map(({ from, to, value }) => clause.fact(from, to, value, 'normalised'));
};

/** The time that a clause names first. */
export const timeOf = (clause: Passage, outcome: Fact<string>): Stated<TimePoint> =>
  timesOf(clause, outcome)[0] ?? NOT_STATED;

/** No outcome's name: a group, a pronoun, a number, a word of how things were compared. */
const NO_OUTCOME =
  /^(?:(?:the\s+)?(?:other\s+(?:end-?points?|outcomes?)|(?:(?:co-?)?primary|secondary|main|other|major)\s+(?:efficacy\s+|safety\s+)?(?:end-?points|outcomes|outcome\s+measures))|(?:this|that|these|those|it|they|which|there|we|he|she|both|all|none|most|some|each|the|other|others|respectively|latter|former|patients?|participants?|subjects?|groups?|arms?|treatments?|results?|differences?|changes?|reductions?|improvements?|increases?|decreases?|declines?|outcomes?|effects?|findings?|values?|total|overall|active|trials?|stud(?:y|ies)|women|men|children|people|age|sex)(?:\s+(?:groups?|arms?|two groups|results?|differences?|outcomes?))?|[\d\s.,%±<>=-]+|.{0,1})$/i;

/** What was taken of people to be looked at, without a word of what was found in it: of how many it was is no result. */
const TAKEN =
  /^(?:(?:all|complete|completed|available|valid|usable|evaluable|full|final|missing|incomplete|individual|outcome|end-?\s?point|primary|secondary|efficacy|safety|follow-?up|baseline|clinical|medical|laboratory|patients?['’]?s?|participants?['’]?s?|study|trial|paired|blood|serum|plasma|urine|saliva|stool|tissue|biopsy)\s+)*(?:data(?:\s?sets?)?|information|records?|charts|case notes|samples?|specimens?|biopsies|questionnaires?|surveys?|diaries|recordings?|measurements?|assessments?)(?:\s+(?:of|from|for|on)\s.*)?$|^(?:obtained|collected|taken|drawn|gathered|retrieved|returned|available|missing|analy[sz]ed|included|evaluable|assessed|evaluated)$/i;

/** A statement of how many were looked at, or of a number, and no name. */
const STATEMENT =
  /\s(?:was|were)\s(?:available|obtained|collected|missing|analy[sz]ed|assessed|evaluated|evaluable|eligible)\b|^(?:lost|gained|had|reached|scored)\s(?:a mean of )?[\d.]/i;

/** Words with which no outcome's name begins: verbs, prepositions. */
const NO_NAME_BEGINS =
  /^(?:were|was|is|are|had|has|have|did|do|been|being|due|of|in|to|for|with|by|than|that|which|we|per|on average|approximately|compared|reduced|increased|decreased|improved|led|resulted|(?:confirm|indicat|suggest|exceed|show|reflect|demonstrat|compar)ing)\b/i;

/** A number with its unit, which names nothing. */
const BEGINS_NUMBER = new RegExp(`^[\\d.,]+\\s?(?:%|${UNIT.source})`, 'i');

const LONGEST_NAME = 160;

const isOutcome = ({ value }: Fact<string>): boolean =>
  !NO_OUTCOME.test(value) &&
  !TAKEN.test(value) &&
  !STATEMENT.test(value) &&
  !NO_NAME_BEGINS.test(value) &&
  !BEGINS_NUMBER.test(value) &&
  !/\b(?:which|that|who)$/i.test(value) &&
  value.length <= LONGEST_NAME &&
  /\p{L}{2}/u.test(value) &&
  !/[\uE000-\uE002]/.test(value);

/** How groups were before anything was done to them is no result. */
const AT_ENTRY =
  /\b(?:at (?:baseline|entry|enrol?lment|inclusion|randomi[sz]ation)|baseline (?:and |or |clinical |demographic )*(?:characteristics|demographics?|data|values?|variables|features|parameters|scores|levels)|demographics?|(?:patient|background|clinical|pre-?operative) characteristics|well[- ](?:matched|balanced))\b|^(?:pre-?treatment|pre-?intervention|before (?:the )?(?:treatment|intervention|study))\b/i;

const ONLY_GROUPS = /^(?:and|or|the|[\s\uE000\uE001])*$/;

/** The outcome that words name, if they name one; `text` is the clause masked. */
export const outcomeFactIn = (
  clause: Passage,
  text: string,
  from: number,
  to: number,
): Fact<string> | undefined => {
  const part = outcomePart(clause, text, from, to);
  const name =
    part.to > part.from && !ONLY_GROUPS.test(text.slice(part.from, part.to))
      ? outcomeName(clause, part.from, part.to)
      : undefined;
  return name && isOutcome(name) ? name : undefined;
};

/** The outcomes that words list, those that are named. */
export const outcomesIn = (
  clause: Passage,
  text: string,
  start: number,
  end: number,
): readonly Fact<string>[] => {
  const { from, to } = outcomePart(clause, text, start, end);
  return to <= from || ONLY_GROUPS.test(text.slice(from, to))
    ? []
    : listItems(clause, from, to).filter(isOutcome);
};

/** What words say of an outcome, whatever P value stands with them. */
export interface Claimed extends Statement {
  readonly says: Fact<Direction>;
}

/** What a clause says of each outcome: higher, lower, changed or the same, in which group against which. */
export const claimedDirections = (clause: Passage, setting: Setting): readonly Claimed[] => {
  const { mentioned, text } = maskedGroups(clause, setting);
  const claims = AT_ENTRY.test(text) ? [] : claimsOf(clause, setting);
  return claims.flatMap((claim, i) => {
    const outcomes = outcomesIn(clause, text, claim.outcome.from, claim.outcome.to);
    const sides = sidesOf(clause, claim, mentioned, setting);
    const next = claims[i + 1];
    const shared = pValueOf(clause, claim, next, claims.length === 1);
    const own =
      outcomes.length > 1
        ? ownPValues(clause, outcomes, claim.outcome.from, next?.from ?? clause.text.length)
        : [];
    // A P value right behind the word of change covers all of its list.
    const between = Math.max(claim.cue.to, claim.outcome.from);
    const covering = between > claim.cue.to ? pValueIn(clause.slice(claim.cue.to, between)) : NOT_STATED;
    const says = clause.fact(claim.cue.from, claim.cue.to, claim.direction, 'normalised');
    const excepted = claims.length === 1 ? exceptedFrom(clause, sides, mentioned) : NOT_STATED;
    return outcomes.flatMap((outcome, j) => {
      const about = {
        clause,
        outcome,
        ...sides,
        timePoint: timeOf(clause, outcome),
        test: setting.test,
        words: claims.length === 1 ? textFact(clause) : textFact(clause.slice(claim.from, claim.to)),
      };
      const compared = said({
        ...about,
        direction: borneOut(says, own[j] ?? shared),
        pValue: outcomes.length === 1 ? shared : (own[j] ?? covering),
      });
      if (excepted === NOT_STATED) return { ...compared, says };
      const direction: Fact<Direction> = { ...excepted, value: 'no-significant-difference' };
      const exception = said({ ...about, reference: excepted, direction, pValue: NOT_STATED });
      return [
        { ...compared, says },
        { ...exception, says: direction },
      ];
    });
  });
};
