import { type Fact, NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { Passage } from '../../passage.ts';
import { isFinding } from '../own.ts';
import type { Sentence } from '../sentence.ts';
import { clausesOf } from '../sentence.ts';
import { association } from './association.ts';
import { changes } from './change.ts';
import { claimedDirections } from './claimed.ts';
import { comparisonsIn } from './comparison.ts';
import { concludedDirections } from './concluded.ts';
import { countsByGroup } from './counts-by-group.ts';
import { withEffects } from './effects.ts';
import { ellipsisIn, ofSameGroups, withdrawnBy } from './ellipsis.ts';
import { primaryEndpoint } from './endpoint.ts';
import { groupValues } from './group-values.ts';
import { participantsAtEntry, participantsWith } from './participants-with.ts';
import { findingsOfAll, safetyFindings } from './safety.ts';
import type { Setting, Statement } from './statement.ts';

/** What one of the trial's own sentences says was found, by each rule that reads whole sentences or their clauses. */
const ruledStatements = (sentence: Sentence, setting: Setting): readonly Statement[] => [
  ...countsByGroup(sentence.passage, setting),
  ...participantsWith(sentence.passage, setting),
  ...participantsAtEntry(sentence, setting),
  ...primaryEndpoint(sentence.passage, setting),
  ...comparisonsIn(sentence.passage, setting),
  ...clausesOf(sentence.passage).flatMap((clause) => [
    ...changes(clause, setting),
    ...association(clause, setting),
    ...safetyFindings(clause, setting),
    ...findingsOfAll(clause, setting),
  ]),
];

/** What a clause says of arms in words and in numbers, by its grammar. */
const toldIn = (clause: Passage, setting: Setting): readonly Statement[] => {
  const claimed = claimedDirections(clause, setting);
  const isCompared = (outcome: Fact<string>): boolean =>
    claimed.some((claim) => claim.outcome.value === outcome.value);
  return [...claimed, ...groupValues(clause, setting, isCompared)];
};

const PUTS_IN_GROUPS = /\brandomi[sz]ed\b|\brandomly\b|\b(?:assigned|allocated|divided) (?:in)?to\b/i;

/** Whether a sentence may report results: where no heading tells, one that puts people into groups does not. */
const mayReport = ({ role, text }: Sentence): boolean =>
  role === 'results' || (role === 'body' && !PUTS_IN_GROUPS.test(text));

const overlaps = (a: Fact<string>, b: Fact<string>): boolean =>
  a.spans[0].offset < b.spans[0].offset + b.spans[0].length &&
  b.spans[0].offset < a.spans[0].offset + a.spans[0].length;

/** Where the numbers and the words of direction stand that a statement is made of. */
const placesOf = ({ results }: Statement): ReadonlySet<number> =>
  new Set(
    results
      .flatMap((result): readonly Stated<unknown>[] =>
        result.kind === 'group'
          ? result.measures.map(({ value }) => value)
          : [result.direction, result.kind === 'comparison' ? result.pValue : NOT_STATED],
      )
      .flatMap((fact) => (fact === NOT_STATED ? [] : fact.spans[0].offset)),
  );

/** Whether two statements are of the same words or of the same numbers. */
const repeats = (a: Statement, b: Statement): boolean =>
  overlaps(a.outcome, b.outcome) || placesOf(a).intersection(placesOf(b)).size > 0;

/** What the clauses of a sentence say in turn, each of which may leave out what those before it name. */
const toldInTurn = (
  sentence: Passage,
  before: readonly Statement[],
  setting: Setting,
): readonly Statement[] => {
  const told: Statement[] = [];
  let last = before;
  for (const clause of clausesOf(sentence)) {
    const elliptic = ellipsisIn(clause, last, setting);
    const now = elliptic.length > 0 ? elliptic : ofSameGroups(toldIn(clause, setting), told);
    told.push(...now);
    if (now.length > 0) last = now;
  }
  return told;
};

const statementsIn = (
  sentence: Sentence,
  before: readonly Statement[],
  setting: Setting,
): readonly Statement[] => {
  const ruled = ruledStatements(sentence, setting);
  if (!mayReport(sentence)) return ruled;
  const told = toldInTurn(sentence.passage, before, setting);
  const found = [...ruled, ...told.filter((one) => !ruled.some((other) => repeats(one, other)))];
  const [, ...behind] = clausesOf(sentence.passage);
  const kept = behind.reduce<readonly Statement[]>(
    (statements, clause) => withdrawnBy(clause, statements, setting),
    found,
  );
  return withEffects(kept, sentence.passage, setting);
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
