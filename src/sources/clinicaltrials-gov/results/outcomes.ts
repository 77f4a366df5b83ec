import { NOT_STATED } from '../../../model/fact.ts';
import type { Arm } from '../../../model/record/protocol.ts';
import type { Analysis, ReportedOutcome } from '../../../model/record/results.ts';
import type { Located } from '../../located/tree.ts';
import { stated } from '../../record-parts.ts';
import { REPORTED_ROLES, SIDES } from '../codes.ts';
import type { Dialect } from '../dialect.ts';
import { groupOf, groupsIn } from './group.ts';
import { measureTable } from './measure-table.ts';
import { olderPostingDate, olderReportingStatus, olderTable } from './older-table.ts';

const analysis = (dialect: Dialect, node: Located): Analysis => ({
  groups: dialect.list(node, 'analysisGroups').flatMap((group) => stated(groupOf(dialect, group, 'itself'))),
  groupDescription: dialect.markdown(node, 'analysisGroupDescription'),
  testedNonInferiority: dialect.flag(node, 'analysisTestedNonInferiority'),
  nonInferiorityType: dialect.word(node, 'analysisNonInferiorityType'),
  nonInferiorityComment: dialect.markdown(node, 'analysisNonInferiorityComment'),
  pValue: dialect.text(node, 'analysisPValue'),
  pValueComment: dialect.markdown(node, 'analysisPValueComment'),
  statisticalMethod: dialect.text(node, 'analysisMethod'),
  statisticalComment: dialect.markdown(node, 'analysisMethodComment'),
  parameterType: dialect.text(node, 'analysisParameter'),
  parameterValue: dialect.text(node, 'analysisParameterValue'),
  dispersionType: dialect.word(node, 'analysisDispersion'),
  dispersionValue: dialect.text(node, 'analysisDispersionValue'),
  intervalLevel: dialect.text(node, 'analysisLevel'),
  intervalSides: dialect.coded(node, 'analysisSides', SIDES),
  intervalLower: dialect.text(node, 'analysisLower'),
  intervalUpper: dialect.text(node, 'analysisUpper'),
  intervalLowerComment: dialect.markdown(node, 'analysisLowerComment'),
  intervalUpperComment: dialect.markdown(node, 'analysisUpperComment'),
  estimateComment: dialect.markdown(node, 'analysisEstimateComment'),
  otherDescription: dialect.markdown(node, 'analysisOther'),
});

/** The outcomes that results are reported of. */
export const reportedOutcomes = (
  dialect: Dialect,
  root: Located,
  arms: readonly Arm[],
): readonly ReportedOutcome[] =>
  dialect.list(root, 'reportedOutcomes').flatMap((node) => {
    const title = dialect.text(node, 'reportedTitle');
    const older = dialect.format === 'xml';
    if (title === NOT_STATED) return [];
    return [
      {
        title,
        ...(older
          ? olderTable(dialect, node)
          : measureTable(dialect, node, dialect.text(node, 'tableDispersion'))),
        role: dialect.coded(node, 'reportedType', REPORTED_ROLES),
        timeFrame: dialect.text(node, 'reportedTimeFrame'),
        reportingStatus: older ? olderReportingStatus(node, title) : dialect.text(node, 'reportingStatus'),
        anticipatedPostingDate: older ? olderPostingDate(node) : dialect.text(node, 'postingDate'),
        typeUnitsAnalysed: dialect.text(node, 'reportedUnits'),
        groups: groupsIn(dialect, dialect.list(node, 'reportedGroups'), arms),
        analyses: dialect.list(node, 'analyses').map((one) => analysis(dialect, one)),
      },
    ];
  });
