import type { Fact } from '../../../model/fact.ts';
import type { Arm, Domain } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import type { Statistic } from '../statistic/statistic.ts';
import type { Claim } from './claim.ts';
import { claimsOf, maskedGroups } from './claim-sides.ts';
import { outcomeFactIn } from './claimed.ts';
import { isBracketed } from './masked.ts';
import type { Valued } from './measured-values.ts';
import { ADVERSE } from './safety.ts';
import { armsIn, patientsOf, type Setting } from './statement.ts';
import { type LinkedValue, linkedValues } from './value-links.ts';
import { outcomeOfCount, outcomeOfValues } from './value-outcome.ts';

/** The values of one outcome in several groups. */
export interface Reported {
  readonly outcome: Fact<string>;
  readonly domain: Domain;
  readonly values: readonly LinkedValue[];
  /** Where they end. */
  readonly to: number;
  /** Where the clause goes on with something else. */
  readonly until: number;
}

interface Named {
  readonly outcome: Fact<string>;
  readonly domain: Domain;
  readonly values: LinkedValue[];
  readonly from: number;
  to: number;
}

/** Each with the place where the clause goes on with the next, or with a claim of something else. */
const bounded = (clause: Passage, named: readonly Named[], claims: readonly Claim[]): readonly Reported[] =>
  named.map(({ outcome, domain, values, to }, i) => {
    const next = named[i + 1];
    const begins = [
      next ? clause.text.indexOf(next.outcome.words, to) : -1,
      next?.from ?? -1,
      ...claims.map(({ from }) => from),
    ];
    const until = Math.min(clause.text.length, ...begins.filter((from) => from >= to));
    return { outcome, domain, values, to, until };
  });

/** What a clause goes on with that begins with a value. */
export interface Before {
  /** The groups of the values before, in their order. */
  readonly order: readonly Arm[];
  /** What the values before in the sentence are of. */
  readonly outcome: Fact<string> | undefined;
}

/** What a number of people had or did. */
const outcomeOfPeople = (clause: Passage, { from, to }: Valued): Fact<string> | undefined => {
  const part = outcomeOfCount(clause.text, from, to);
  return part && outcomeFactIn(clause, clause.text, part.from, part.to);
};

/** `Among smokers, …`: what follows is said of a part of the people. */
const OF_SOME = /^(?:among|amongst|in|of|for|within)\s(?!total|all\b|the (?:trial|study)\b)/i;

/** The counts of people in a clause that names no group: of all, or of the trial's only arm. */
const countsOfAll = (clause: Passage, counts: readonly Valued[], setting: Setting): readonly Named[] =>
  (OF_SOME.test(clause.text) ? [] : counts).flatMap((value) => {
    if (value.kind !== 'value' || value.measures[0]?.type !== 'count') return [];
    const { from, to } = value;
    const outcome = outcomeOfPeople(clause, value);
    const domain = ADVERSE.test(clause.text.slice(0, from)) ? 'adverse-event' : 'effect';
    return outcome ? [{ outcome, domain, values: [{ value, arm: patientsOf(setting) }], from, to }] : [];
  });

/** What values between two indices are of; in brackets, a label tells which part of what the brackets stand behind. */
const outcomeAt = (
  clause: Passage,
  from: number,
  to: number,
  setting: Setting,
): { readonly isNamed: boolean; readonly outcome: Fact<string> | undefined } => {
  const { text } = maskedGroups(clause, setting);
  const claims = claimsOf(clause, setting);
  const part = outcomeOfValues(clause.text, text, from, to, claims);
  if (!part) return { isNamed: false, outcome: undefined };
  const named = outcomeFactIn(clause, text, part.from, part.to);
  const isLabel = isBracketed(text, part) && armsIn(part.text, setting).length === 0;
  const label = isLabel ? outcomeFactIn(clause, clause.text, part.from, part.to) : undefined;
  if (named || !label) return { isNamed: true, outcome: named };
  const whole = claims.findLast(({ outcome }) => outcome.to <= part.from)?.outcome;
  const of = whole && outcomeFactIn(clause, text, whole.from, whole.to);
  if (!of || of.value === label.value) return { isNamed: true, outcome: of ?? label };
  const value = `${of.value}: ${label.value}`;
  const spans = [label.spans[0], ...of.spans] as const;
  return { isNamed: true, outcome: { ...label, value, spans, derivation: 'derived' } };
};

/** The values of a clause by what they are of: those of other groups that follow without a new name go on with it. */
export const reportedIn = (
  clause: Passage,
  statistics: readonly Statistic[],
  before: Before,
  setting: Setting,
): readonly Reported[] => {
  const { runs, rest } = linkedValues(clause, statistics, before.order, setting);
  const { mentioned, text } = maskedGroups(clause, setting);
  if (mentioned.length === 0 && runs.length === 0)
    return bounded(clause, countsOfAll(clause, rest, setting), []);
  const claims = claimsOf(clause, setting);
  const reported: Named[] = [];
  for (const { from, to, values } of runs) {
    const last = reported.at(-1);
    if (last && !last.values.some(({ arm }) => values.some((other) => other.arm === arm))) {
      last.values.push(...values);
      last.to = to;
      continue;
    }
    const goesOn = from === 0 || /^and\s(?:in\s)?$/.test(clause.text.slice(0, from));
    const { isNamed, outcome: named } = outcomeAt(clause, from, to, setting);
    // *This occurred in …*: what the claim before it says.
    const claimed = named ? undefined : claims.findLast(({ outcome }) => outcome.to <= from)?.outcome;
    // *Five patients relapsed: two …*
    const total = named ? undefined : rest.find((value) => value.to <= from);
    const outcome =
      named ??
      (isNamed && claimed ? outcomeFactIn(clause, text, claimed.from, claimed.to) : undefined) ??
      (total && outcomeOfPeople(clause, total)) ??
      (goesOn ? before.outcome : undefined);
    if (outcome) reported.push({ outcome, domain: 'effect', values: [...values], from, to });
  }
  return bounded(clause, reported, claims);
};
