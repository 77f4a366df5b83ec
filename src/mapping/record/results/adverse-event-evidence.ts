import type { EvidenceStatistic } from 'fhir/r5.js';
import { table } from '../../../fhir/narrative.ts';
import { NOT_STATED, type Stated, stated } from '../../../model/fact.ts';
import type { AdverseEvent, AdverseEvents } from '../../../model/record/results.ts';
import { statisticTypeConcept } from '../../concept.ts';
import { groupEvidence } from './group-evidence.ts';
import { reportedCount } from './reported-count.ts';
import type { Entry, ResultsContext } from './result-evidence.ts';
import type { Part, ResultVariable } from './result-variable.ts';
import { sampleSize } from './sample-size.ts';
import { type Column, columnOf } from './subject.ts';

type Kind = 'serious' | 'other' | 'deaths';

const KINDS: readonly Kind[] = ['deaths', 'serious', 'other'];

const NAMES: Readonly<Record<Kind, string>> = {
  deaths: 'All-cause mortality',
  serious: 'Serious adverse events',
  other: 'Other adverse events',
};

const partOf = ({ term, organSystem, vocabulary, assessment, notes }: AdverseEvent): Part => ({
  title: term,
  notes: [notes],
  details: [
    ['organ system', organSystem],
    ['vocabulary', vocabulary],
    ['assessment', assessment],
  ],
});

const ofKind = ({ events }: AdverseEvents, kind: Kind): readonly AdverseEvent[] =>
  events.filter((event) => event.kind === kind);

const variableOf = (adverse: AdverseEvents, kind: Kind): ResultVariable => ({
  key: `adverse events ${kind}`,
  name: NAMES[kind],
  title: NOT_STATED,
  description: adverse.description,
  timeFrame: adverse.timeFrame,
  details: [
    ...(kind === 'other' ? [['frequency threshold in per cent', adverse.frequencyThreshold] as const] : []),
    ...(kind === 'deaths' ? [['comment', adverse.allCauseMortalityComment] as const] : []),
  ],
  parts: ofKind(adverse, kind).map(partOf),
});

/** What kinds of adverse events a record counts, with the terms of each. */
export const adverseEventVariables = (adverse: AdverseEvents): readonly ResultVariable[] =>
  KINDS.map((kind) => variableOf(adverse, kind));

/** How many of a group had an event, or any of a kind. */
interface Counted {
  /** The event; none for all of the kind. */
  readonly term: string | undefined;
  readonly affected: Stated<string>;
  readonly atRisk: Stated<string>;
  readonly events: Stated<string>;
}

/** What the terms of a kind are called, each as one: those that two organ systems share have theirs beside them. */
const termsOf = (events: readonly AdverseEvent[]): ((event: AdverseEvent) => string) => {
  const shared = Map.groupBy(events, ({ term }) => term.value);
  return ({ term, organSystem }) =>
    organSystem !== NOT_STATED && (shared.get(term.value)?.length ?? 0) > 1
      ? `${term.value} (${organSystem.value})`
      : term.value;
};

const columnsOf = (adverse: AdverseEvents, kind: Kind): ReadonlyMap<string, Column<Counted>> => {
  const columns = new Map<string, Column<Counted>>();
  for (const { id, totals } of adverse.groups)
    for (const total of totals)
      if (total.kind === kind)
        columnOf(columns, id).cells.push({ ...total, term: undefined, events: NOT_STATED });
  const events = ofKind(adverse, kind);
  const termOf = termsOf(events);
  for (const event of events)
    for (const { group, ...counts } of event.counts)
      columnOf(columns, group).cells.push({ ...counts, term: termOf(event) });
  return columns;
};

const statistic = (
  context: ResultsContext,
  { term, events, affected, atRisk }: Counted,
): EvidenceStatistic => ({
  statisticType: statisticTypeConcept('count'),
  ...(term !== undefined && { category: { text: term } }),
  ...(events !== NOT_STATED && reportedCount(context, 'numberOfEvents', events)),
  ...reportedCount(context, 'numberAffected', affected),
  ...(atRisk !== NOT_STATED && sampleSize(context, [{ units: NOT_STATED, value: atRisk }])),
});

/** The adverse events of each group, an Evidence for each kind: https://hl7.org/fhir/R5/evidence.html */
export const adverseEventEvidence = (context: ResultsContext, adverse: AdverseEvents): readonly Entry[] =>
  KINDS.flatMap((kind) =>
    groupEvidence(
      context,
      {
        section: 'Adverse events',
        variable: variableOf(adverse, kind),
        groups: adverse.groups,
        columns: columnsOf(adverse, kind),
      },
      (cells) => ({
        text: table(
          ['Event', 'Participants affected', 'At risk', 'Events'],
          cells.map(({ term, affected, atRisk, events }) => [
            term ?? 'Any',
            stated(affected) ?? '',
            stated(atRisk) ?? '',
            stated(events) ?? '',
          ]),
        ),
        statistic: cells.map((cell) => statistic(context, cell)),
      }),
    ),
  );
