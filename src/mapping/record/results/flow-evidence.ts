import type { EvidenceStatistic } from 'fhir/r5.js';
import { table } from '../../../fhir/narrative.ts';
import { NOT_STATED, type Stated, stated } from '../../../model/fact.ts';
import type { FlowCount, FlowPeriod, ParticipantFlow } from '../../../model/record/results.ts';
import { statisticTypeConcept } from '../../concept.ts';
import { groupEvidence } from './group-evidence.ts';
import { notes, reportedQuantity } from './quantity.ts';
import { reportedCount } from './reported-count.ts';
import type { Entry, ResultsContext } from './result-evidence.ts';
import type { Part, ResultVariable } from './result-variable.ts';
import { columnsOf } from './subject.ts';

const REASONS = 'Reasons for not completing';

const withTitle = (title: Stated<string>, ...names: readonly string[]): readonly string[] => [
  ...(title === NOT_STATED ? [] : [title.value]),
  ...names,
];

const reasonsPart = ({ withdrawals }: FlowPeriod): Part => ({
  title: NOT_STATED,
  name: REASONS,
  parts: withdrawals.map(({ reason, comment }) => ({ title: reason, notes: [comment] })),
});

const partOf = (period: FlowPeriod): Part => ({
  title: period.title,
  parts: [
    ...period.milestones.map(({ type, comment }) => ({ title: type, notes: [comment] })),
    ...(period.withdrawals.length > 0 ? [reasonsPart(period)] : []),
  ],
});

/** How people went through the trial, with the periods and what is counted in each. */
export const flowVariable = ({ typeUnitsAnalysed, periods }: ParticipantFlow): ResultVariable => ({
  key: 'participant flow',
  name: 'Participant flow',
  title: NOT_STATED,
  description: NOT_STATED,
  timeFrame: NOT_STATED,
  details: [['units counted', typeUnitsAnalysed]],
  parts: periods.map(partOf),
});

interface Counted {
  readonly titles: readonly string[];
  readonly count: FlowCount;
}

const countsOf = ({ title, milestones, withdrawals }: FlowPeriod): readonly Counted[] => [
  ...milestones.flatMap(({ type, counts }) =>
    counts.map((count) => ({ titles: withTitle(title, type.value), count })),
  ),
  ...withdrawals.flatMap(({ reason, counts }) =>
    counts.map((count) => ({ titles: withTitle(title, REASONS, reason.value), count })),
  ),
];

const statistic = (
  context: ResultsContext,
  { titles, count: { participants, units, comment } }: Counted,
  unit: string | undefined,
): EvidenceStatistic => ({
  ...notes(context, comment),
  statisticType: statisticTypeConcept('count'),
  category: { text: titles.join(': ') },
  ...reportedCount(context, 'numberAffected', participants),
  ...(units !== NOT_STATED && { quantity: reportedQuantity(context, units, unit) }),
});

/** How a group's people went through the trial: an Evidence for each group. */
export const flowEvidence = (context: ResultsContext, flow: ParticipantFlow): readonly Entry[] =>
  groupEvidence(
    context,
    {
      section: 'Participant flow',
      variable: flowVariable(flow),
      groups: flow.groups,
      columns: columnsOf(flow.periods.flatMap(countsOf), ({ count }) => count.group),
    },
    (cells) => ({
      text: table(
        ['Period and milestone', 'Participants', 'Comment'],
        cells.map(({ titles, count: { participants, comment } }) => [
          titles.join(': '),
          stated(participants) ?? '',
          stated(comment) ?? '',
        ]),
      ),
      statistic: cells.map((cell) => statistic(context, cell, stated(flow.typeUnitsAnalysed))),
    }),
  );
