import { type Fact, NOT_STATED } from '../../../model/fact.ts';
import type { Arm } from '../../../model/trial.ts';
import type { Passage } from '../../passage.ts';
import { isFinding } from '../own.ts';
import type { Sentence } from '../sentence.ts';
import { clausesOf } from '../sentence.ts';
import { withAnalysis } from './analysis.ts';
import { participantsAtEntry } from './at-entry.ts';
import { claimedDirections } from './claimed.ts';
import { concludedDirections } from './concluded.ts';
import { withEffects } from './effects.ts';
import { ellipsisIn, ofSameGroups, withdrawnBy } from './ellipsis.ts';
import { roleBefore } from './endpoint.ts';
import { withValues } from './group-values.ts';
import { noneInAll, noneInGroups } from './none-in-groups.ts';
import { findingsOfAll, safetyFindings } from './safety.ts';
import type { Setting, Statement } from './statement.ts';

/** The arms whose values statements tell, in their order. */
const orderOf = (told: readonly Statement[], { arms }: Setting): readonly Arm[] => [
  ...new Set(
    told.flatMap(({ results }) =>
      results.flatMap((result) => {
        const { subject } = result.kind === 'group' ? result : { subject: undefined };
        return (subject?.kind === 'arm' && arms.find(({ key }) => key === subject.arm)) || [];
      }),
    ),
  ),
];

/** What the clauses of a sentence say in turn, in words and in numbers; each may leave out what those before it name. */
const toldIn = (
  clauses: readonly Passage[],
  before: readonly Statement[],
  setting: Setting,
): readonly Statement[] => {
  const told: Statement[] = [];
  let last = before;
  for (const clause of clauses) {
    const elliptic = ellipsisIn(clause, last, setting);
    const goesOn = { order: orderOf(last, setting), outcome: told.at(-1)?.outcome };
    const claimed = ofSameGroups(claimedDirections(clause, setting), told);
    const now = elliptic.length > 0 ? elliptic : withValues(claimed, clause, goesOn, setting);
    told.push(...now);
    if (now.length > 0) last = now;
  }
  return told;
};

const PUTS_IN_GROUPS = /\brandomi[sz]ed\b|\brandomly\b|\b(?:assigned|allocated|divided) (?:in)?to\b/i;

/** Whether a sentence may report results: where no heading tells, one that puts people into groups does not. */
const mayReport = ({ role, text }: Sentence): boolean =>
  role === 'results' || (role === 'body' && !PUTS_IN_GROUPS.test(text));

const overlaps = (a: Fact<string>, b: Fact<string>): boolean =>
  a.spans[0].offset < b.spans[0].offset + b.spans[0].length &&
  b.spans[0].offset < a.spans[0].offset + a.spans[0].length;

const statementsIn = (
  sentence: Sentence,
  before: readonly Statement[],
  setting: Setting,
): readonly Statement[] => {
  const clauses = clausesOf(sentence.passage);
  const none = mayReport(sentence) ? clauses.flatMap((clause) => noneInGroups(clause, setting)) : [];
  const inWords = clauses
    .flatMap((clause) => [...safetyFindings(clause, setting), ...findingsOfAll(clause, setting)])
    .filter((one) => !none.some((other) => overlaps(one.outcome, other.outcome)));
  const inAll = mayReport(sentence) ? clauses.flatMap((clause) => noneInAll(clause, setting)) : [];
  const found = [...participantsAtEntry(sentence, setting), ...none, ...inAll, ...inWords];
  if (!mayReport(sentence)) return found;
  const told = toldIn(clauses, before, setting);
  found.push(...told.filter((one) => !found.some((other) => overlaps(one.outcome, other.outcome))));
  const kept = clauses
    .slice(1)
    .reduce<readonly Statement[]>((statements, clause) => withdrawnBy(clause, statements, setting), found);
  const estimated = withEffects(kept, sentence.passage, setting);
  return withAnalysis(estimated, sentence.passage).map((statement) => {
    const role = roleBefore(sentence.passage, statement.outcome);
    return role === NOT_STATED ? statement : { ...statement, role };
  });
};

/** The results that a trial's own sentences report; its conclusions count only for what they alone mention. */
export const readResults = (
  own: readonly Sentence[],
  conclusions: readonly Sentence[],
  setting: Setting,
): readonly Statement[] => {
  const found: Statement[] = [];
  let before: readonly Statement[] = [];
  for (const sentence of own.filter(({ text }) => isFinding(text, setting.title))) {
    found.splice(
      found.length - before.length,
      before.length,
      ...withdrawnBy(sentence.passage, before, setting),
    );
    before = statementsIn(sentence, before, setting);
    found.push(...before);
  }
  const safety = conclusions.flatMap(({ passage }) => safetyFindings(passage, setting));
  const known = new Set(found.map(({ domain }) => domain));
  return [
    ...found,
    ...concludedDirections(conclusions, found, setting),
    ...(known.has('adverse-event') ? [] : safety),
  ];
};
