import type { EvidenceReport, EvidenceReportSubjectCharacteristic, Reference } from 'fhir/r5.js';
import { CANONICAL } from '../../../fhir/canonical.ts';
import { heading, list, narrative, section } from '../../../fhir/narrative.ts';
import type { Results } from '../../../model/record/results.ts';
import { concept } from '../../concept.ts';
import { claims } from '../../context.ts';
import { REGISTRY_SYSTEMS } from '../../identifier-systems.ts';
import type { RecordContext } from '../context.ts';
import { notes } from './quantity.ts';
import type { Entry, ResultsContext } from './result-evidence.ts';
import { type ResultVariable, variableReference } from './result-variable.ts';

/** The id of the report of a record's results. */
export const reportId = ({ makeId }: RecordContext): string => makeId('report', ['EvidenceReport']);

const focus = (code: 'population' | 'outcome', display: string, valueReference: Reference) => ({
  code: concept('http://hl7.org/fhir/focus-characteristic-code', code, display),
  valueReference,
});

/** The study, the groups its results tell of, and what was measured. */
const characteristics = (
  context: ResultsContext,
  variables: readonly ResultVariable[],
): EvidenceReportSubjectCharacteristic[] => [
  { code: { text: 'study' }, valueReference: { reference: `ResearchStudy/${context.study}` } },
  ...context.groups.all.map(({ id }) => focus('population', 'Population', { reference: `Group/${id}` })),
  ...variables.map((variable) => focus('outcome', 'Outcome', variableReference(context, variable))),
];

/** What a record reports of a trial: https://hl7.org/fhir/R5/evidencereport.html */
export const resultsReport = (
  context: ResultsContext,
  { flow, baseline, limitations, summary }: Results,
  variables: readonly ResultVariable[],
  entries: readonly Entry[],
): EvidenceReport => {
  const id = reportId(context);
  const sections = [...Map.groupBy(entries, (entry) => entry.section)];
  const numbers = context.record.identifiers.flatMap(({ role, registry, value }) =>
    registry !== undefined && (role === 'own' || role === 'same-trial')
      ? [{ system: REGISTRY_SYSTEMS[registry], ...context.primitive('value', value) }]
      : [],
  );
  return {
    resourceType: 'EvidenceReport',
    id,
    ...claims('trial-evidence-report'),
    ...narrative(
      heading(`Results of ${context.studyName}`),
      ...sections.flatMap(([title, same]) =>
        section(title, list(same.map(({ evidence }) => evidence.title ?? ''))),
      ),
    ),
    url: `${CANONICAL}/EvidenceReport/${id}`,
    status: 'active',
    ...(numbers.length > 0 && { relatedIdentifier: numbers }),
    ...notes(
      context,
      summary,
      ...(flow ? [flow.recruitment, flow.preAssignment] : []),
      ...(baseline ? [baseline.populationDescription, baseline.typeUnitsAnalysed] : []),
      // Units of which nobody is counted have no group to stand in.
      ...(baseline?.denominators ?? []).flatMap(({ units, counts }) => (counts.length === 0 ? [units] : [])),
      limitations,
    ),
    subject: { characteristic: characteristics(context, variables) },
    ...(sections.length > 0 && {
      section: sections.map(([title, same]) => ({
        title,
        entryReference: same.map(({ evidence }) => ({ reference: `Evidence/${evidence.id}` })),
      })),
    }),
  };
};
