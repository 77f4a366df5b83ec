import { type Fact, NOT_STATED } from '../../../model/fact.ts';
import type { Arm } from '../../../model/record/protocol.ts';
import type { AdverseEvent, AdverseEventGroup, AdverseEvents } from '../../../model/record/results.ts';
import { coded, list, text } from '../../located/get.ts';
import type { Located } from '../../located/tree.ts';
import { stated } from '../../record-parts.ts';
import { ASSESSMENTS } from '../codes.ts';
import type { Dialect } from '../dialect.ts';
import { groupsIn } from './group.ts';
import { olderEvents, olderTotals } from './older-events.ts';

const EVENTS = 'resultsSection.adverseEventsModule';

const event = (kind: AdverseEvent['kind'], node: Located, term: Fact<string>): AdverseEvent => ({
  kind,
  term,
  organSystem: text(node, 'organSystem'),
  vocabulary: text(node, 'sourceVocabulary'),
  assessment: coded(node, 'assessmentType', ASSESSMENTS),
  notes: text(node, 'notes'),
  counts: list(node, 'stats').flatMap((count) =>
    stated(text(count, 'groupId')).map((group) => ({
      group,
      events: text(count, 'numEvents'),
      affected: text(count, 'numAffected'),
      atRisk: text(count, 'numAtRisk'),
    })),
  ),
});

const eventsIn = (root: Located): readonly AdverseEvent[] =>
  (['serious', 'other'] as const).flatMap((kind) =>
    list(root, `${EVENTS}.${kind}Events`).flatMap((node) =>
      stated(text(node, 'term')).map((term) => event(kind, node, term)),
    ),
  );

/** The groups of the API have their totals in them; nothing is told of a kind that has none. */
const totals = (node: Located): AdverseEventGroup['totals'] =>
  (['deaths', 'serious', 'other'] as const)
    .map((kind) => ({
      kind,
      affected: text(node, `${kind}NumAffected`),
      atRisk: text(node, `${kind}NumAtRisk`),
    }))
    .filter(({ affected, atRisk }) => affected !== NOT_STATED || atRisk !== NOT_STATED);

const groups = (dialect: Dialect, root: Located, arms: readonly Arm[]): readonly AdverseEventGroup[] =>
  dialect.list(root, 'eventGroups').flatMap((node) =>
    groupsIn(dialect, [node], arms).map((group) => ({
      ...group,
      totals: dialect.format === 'xml' ? olderTotals(dialect, root, group.id.value) : totals(node),
    })),
  );

/** The adverse events that are reported. */
export const adverseEvents = (
  dialect: Dialect,
  root: Located,
  arms: readonly Arm[],
): AdverseEvents | undefined =>
  dialect.has(root, 'events')
    ? {
        frequencyThreshold: dialect.text(root, 'eventsThreshold'),
        timeFrame: dialect.text(root, 'eventsTimeFrame'),
        description: dialect.markdown(root, 'eventsDescription'),
        allCauseMortalityComment: dialect.markdown(root, 'mortalityComment'),
        groups: groups(dialect, root, arms),
        events: dialect.format === 'xml' ? olderEvents(dialect, root) : eventsIn(root),
      }
    : undefined;
