import type { FhirResource, Reference } from 'fhir/r5.js';
import { NOT_STATED, stated } from '../../../model/fact.ts';
import type { Arm } from '../../../model/record/protocol.ts';
import type { ReportedOutcome } from '../../../model/record/results.ts';
import { derived } from '../../mark.ts';
import { outcomeVariable, type RecordContext } from '../context.ts';
import { adverseEventEvidence, adverseEventVariables } from './adverse-event-evidence.ts';
import { analysisEvidence } from './analysis-evidence.ts';
import { flowEvidence, flowVariable } from './flow-evidence.ts';
import { measureEvidence } from './measure-evidence.ts';
import { baselineVariables, outcomeVariables } from './outcome-variable.ts';
import type { Entry, ResultsContext } from './result-evidence.ts';
import { resultGroup, resultGroups } from './result-group.ts';
import { resultVariable } from './result-variable.ts';
import { reportId, resultsReport } from './results-report.ts';

/** The report of a record's results, where it has any. */
export const reportReference = (context: RecordContext): Reference | undefined =>
  context.record.results === undefined ? undefined : { reference: `EvidenceReport/${reportId(context)}` };

/** Leads from an arm to the group that the participant flow tells of under the very same name, if it is one. */
export const flowGroups = (context: RecordContext): ((arm: Arm) => Reference | undefined) => {
  const { results: found } = context.record;
  if (found?.flow === undefined) return () => undefined;
  const groups = resultGroups(context, found);
  return ({ key }) => {
    const [group, ...others] = found.flow?.groups.filter(({ arm }) => arm === key) ?? [];
    const arms = context.record.arms.filter((arm) => arm.key === key);
    // Of two arms or groups with the same name nobody says which is which.
    if (group === undefined || group.title === NOT_STATED || others.length > 0 || arms.length > 1)
      return undefined;
    return { ...context.on(derived(group.title, group.title.value)), ...groups.reference(group) };
  };
};

/** The variable of the outcome that was planned under the very same name. */
const planned = (context: RecordContext, { title, role }: ReportedOutcome) => {
  const known = stated(role);
  const outcome = context.outcome(title.value, known === 'post-hoc' ? undefined : known);
  return outcome && outcomeVariable(context, outcome);
};

/**
 * A record's results: a report, its Evidence (one per table and group, one per analysis, one per group and kind of
 * adverse event), the groups and the variables: https://hl7.org/fhir/R5/evidencereport.html
 */
export const results = (record: RecordContext): readonly FhirResource[] => {
  const { results: found } = record.record;
  if (found === undefined) return [];
  const context: ResultsContext = { ...record, groups: resultGroups(record, found) };
  const { flow, baseline, outcomes, adverseEvents } = found;
  const ofBaseline = baselineVariables(baseline?.measures ?? []);
  const ofOutcomes = outcomeVariables(outcomes);
  const entries: readonly Entry[] = [
    ...(flow ? flowEvidence(context, flow) : []),
    ...[...ofBaseline].flatMap(([measure, variable]) =>
      measureEvidence(context, measure, variable, { section: 'Baseline', groups: [], ...baseline }),
    ),
    ...[...ofOutcomes].flatMap(([outcome, variable]) =>
      measureEvidence(context, outcome, variable, {
        section: 'Outcomes',
        groups: outcome.groups,
        intended: planned(context, outcome),
      }),
    ),
    ...[...ofOutcomes].flatMap(([outcome, variable]) =>
      analysisEvidence(context, outcome.analyses, outcome.groups, variable),
    ),
    ...(adverseEvents ? adverseEventEvidence(context, adverseEvents) : []),
  ];
  const variables = [
    ...(flow ? [flowVariable(flow)] : []),
    ...ofBaseline.values(),
    ...ofOutcomes.values(),
    ...(adverseEvents ? adverseEventVariables(adverseEvents) : []),
  ];
  return [
    resultsReport(context, found, variables, entries),
    ...entries.map(({ evidence }) => evidence),
    ...variables.map((variable) => resultVariable(context, variable)),
    ...context.groups.all.map((group) => resultGroup(context, group)),
  ];
};
