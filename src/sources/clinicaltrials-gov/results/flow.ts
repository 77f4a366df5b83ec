import type { Arm } from '../../../model/record/protocol.ts';
import type { FlowCount, FlowPeriod, ParticipantFlow } from '../../../model/record/results.ts';
import type { Located } from '../../located/tree.ts';
import { stated } from '../../record-parts.ts';
import type { Dialect } from '../dialect.ts';
import type { Name } from '../names.ts';
import { groupsIn, ofGroup } from './group.ts';

const counts = (dialect: Dialect, nodes: readonly Located[]): readonly FlowCount[] =>
  ofGroup(dialect, nodes, 'flowGroup', (group, node) => ({
    group,
    participants: dialect.text(node, 'flowParticipants'),
    units: dialect.text(node, 'flowUnitCount'),
    comment: dialect.markdown(node, 'flowComment'),
  }));

/** The rows of a period that say what they count; others are left for the remarks. */
const rows = (dialect: Dialect, period: Located, list: Name, countList: Name) =>
  dialect.list(period, list).flatMap((node) =>
    stated(dialect.text(node, 'milestoneType')).map((type) => ({
      type,
      comment: dialect.markdown(node, 'milestoneComment'),
      counts: counts(dialect, dialect.list(node, countList)),
    })),
  );

const period = (dialect: Dialect, node: Located): FlowPeriod => ({
  title: dialect.text(node, 'periodTitle'),
  milestones: rows(dialect, node, 'milestones', 'milestoneCounts'),
  withdrawals: rows(dialect, node, 'withdrawals', 'withdrawalCounts').map(({ type, ...row }) => ({
    reason: type,
    ...row,
  })),
});

/** How people went through the trial. */
export const flowOf = (dialect: Dialect, root: Located, arms: readonly Arm[]): ParticipantFlow | undefined =>
  dialect.has(root, 'flow')
    ? {
        preAssignment: dialect.markdown(root, 'flowPreAssignment'),
        recruitment: dialect.markdown(root, 'flowRecruitment'),
        typeUnitsAnalysed: dialect.text(root, 'flowUnits'),
        groups: groupsIn(dialect, dialect.list(root, 'flowGroups'), arms),
        periods: dialect.list(root, 'periods').map((node) => period(dialect, node)),
      }
    : undefined;
