import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { Direction, PValue, TimePoint } from '../../../model/trial.ts';
import { type Passage, textFact } from '../../passage.ts';
import { depths } from '../brackets.ts';
import { pValueIn } from '../statistic.ts';
import { timesIn } from '../time.ts';
import { type Claim, claimsIn } from './claim.ts';
import { exceptedFrom, maskedGroups, sidesOf } from './claim-sides.ts';
import { listItems, outcomeName } from './outcome-name.ts';
import { said } from './said.ts';
import type { Setting, Statement } from './statement.ts';

/** What stands before an outcome and does not name it: when, for whom, how it was found. */
const ADJUNCT =
  /^(?:(?:at|in|after|during|on|by|for|compared|from|over|within|when|among|following|with|between|post|as|based|according|under|using|relative|despite|until|throughout|both|of)\b[^,]*,\s+|(?:however|moreover|furthermore|additionally|interestingly|similarly|likewise|overall|finally|notably|importantly|also|thus|therefore|conversely|secondarily|specifically|respectively|in contrast|in addition|results|further|and|but|only|there)\s*,?\s+|(?:[^,]*\b(?:showed|found|revealed|demonstrated|indicated|reported|observed|suggest(?:ed|s)?|confirmed|noted)\s+(?:that|a)\s+)|that\s+)/i;

const GROUP_BEHIND =
  /\s+(?:(?:in|for|of|among|with|on|after|by|during|between)\s+)?(?:(?:the|all|those|patients|participants|who|receiving|received|treated|with|to|assigned)\s+)*\uE000[\uE000\uE001\s]*(?:and\s+(?:the\s+)?\uE000\uE001*\s*)?$/;
const GROUP_BEFORE = /^(?:(?:the|in|patients|participants|for|with)\s+)*\uE000\uE001*(?:['’]s?)?\s+/;

/** An outcome's words without adjuncts, without groups and brackets at its ends. */
const outcomePart = (
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
  return { from: start, to: end };
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

const directionOf = (clause: Passage, { cue, direction }: Claim, pValue: Stated<PValue>): Fact<Direction> => {
  const says = clause.fact(cue.from, cue.to, direction, 'normalised');
  // A difference that its own P value does not bear out is none that was shown.
  return pValue !== NOT_STATED && isNotSignificant(pValue.value)
    ? { ...pValue, value: 'no-significant-difference', derivation: 'derived' }
    : says;
};

/** A time that says when, not for how long or how much of it: `at 12 weeks`, `week 26`, `5-year`. */
const SAYS_WHEN = /^(?:at|after|within|by|on|to|in|the|weeks?|days?|months?|years?|hours?)\b|^[\w.]+-/i;

/** The time that a clause names for an outcome, unless the outcome's own words do. */
export const timeOf = (clause: Passage, outcome: Fact<string>): Stated<TimePoint> => {
  const open = depths(clause.text);
  const time = timesIn(clause.text).find(
    ({ from, text, value }) => open[from] === 0 && value.kind !== 'baseline' && SAYS_WHEN.test(text),
  );
  return time && !outcome.value.includes(time.text)
    ? clause.fact(time.from, time.to, time.value, 'normalised')
    : NOT_STATED;
};

/** No outcome's name: a group, a pronoun, a number, a word of how things were compared. */
const NO_OUTCOME =
  /^(?:(?:the\s+)?(?:co-?)?(?:primary|secondary|main|other|major)\s+(?:efficacy\s+|safety\s+)?(?:end-?points?|outcomes?)(?:\s+measures?)?|(?:this|that|these|those|it|they|which|there|we|he|she|both|all|none|most|some|each|the|other|others|respectively|latter|former|patients?|participants?|subjects?|groups?|arms?|treatments?|results?|differences?|changes?|reductions?|improvements?|increases?|decreases?|declines?|outcomes?|effects?|findings?|values?|trials?|stud(?:y|ies)|women|men|children|people|age|sex)(?:\s+(?:groups?|arms?|two groups|results?|differences?|outcomes?))?|[\d\s.,%±<>=-]+|.{0,1})$/i;

/** Words with which no outcome's name begins: verbs, prepositions. */
const NO_NAME_BEGINS =
  /^(?:were|was|is|are|had|has|have|did|do|been|being|due|of|in|to|for|with|by|than|that|which|we|approximately|compared|reduced|increased|decreased|improved|led|resulted|(?:confirm|indicat|suggest|exceed|show|reflect|demonstrat|compar)ing)\b/i;

const LONGEST_NAME = 160;

const isOutcome = ({ value }: Fact<string>): boolean =>
  !NO_OUTCOME.test(value) &&
  !NO_NAME_BEGINS.test(value) &&
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
  const part = outcomePart(text, from, to);
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
  const { from, to } = outcomePart(text, start, end);
  return to <= from || ONLY_GROUPS.test(text.slice(from, to))
    ? []
    : listItems(clause, from, to).filter(isOutcome);
};

/** What a clause says of each outcome: higher, lower, changed or the same, in which group against which. */
export const claimedDirections = (clause: Passage, setting: Setting): readonly Statement[] => {
  const { mentioned, text } = maskedGroups(clause, setting);
  const claims = AT_ENTRY.test(text) ? [] : claimsIn(text);
  return claims.flatMap((claim, i) => {
    const outcomes = outcomesIn(clause, text, claim.outcome.from, claim.outcome.to);
    const sides = sidesOf(clause, claim, mentioned, setting);
    const next = claims[i + 1];
    const shared = pValueOf(clause, claim, next, claims.length === 1);
    const own =
      outcomes.length > 1
        ? ownPValues(clause, outcomes, claim.outcome.from, next?.from ?? clause.text.length)
        : [];
    const excepted = claims.length === 1 ? exceptedFrom(clause, sides, mentioned) : NOT_STATED;
    return outcomes.flatMap((outcome, j) => {
      const about = {
        clause,
        outcome,
        ...sides,
        timePoint: timeOf(clause, outcome),
        test: setting.test,
        words: textFact(clause),
      };
      const compared = said({
        ...about,
        direction: directionOf(clause, claim, own[j] ?? shared),
        pValue: outcomes.length === 1 ? shared : (own[j] ?? NOT_STATED),
      });
      if (excepted === NOT_STATED) return compared;
      const direction: Fact<Direction> = { ...excepted, value: 'no-significant-difference' };
      return [compared, said({ ...about, reference: excepted, direction, pValue: NOT_STATED })];
    });
  });
};
