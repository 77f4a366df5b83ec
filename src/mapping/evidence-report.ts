import type {
  EvidenceReport,
  EvidenceReportSection,
  EvidenceReportSubjectCharacteristic,
  Reference,
} from 'fhir/r5.js';
import { CANONICAL } from '../fhir/canonical.ts';
import { heading, narrative } from '../fhir/narrative.ts';
import type { Domain } from '../model/trial.ts';
import { citationReference } from './citation.ts';
import { concept } from './concept.ts';
import { type Context, claims } from './context.ts';
import { conclusionReference, evidenceReference } from './evidence.ts';
import { countedGroups } from './group.ts';
import { distinctBy, registrationsInOrder } from './id.ts';
import { REGISTRY_SYSTEMS } from './identifier-systems.ts';
import { findingsText } from './results-table.ts';

const reportId = ({ makeId }: Context): string => makeId('report', ['EvidenceReport']);

/** The report of a trial's evidence, where there is any or people are counted. */
export const reportReference = (context: Context): Reference | undefined => {
  const { results, conclusions } = context.trial;
  return results.length + conclusions.length + countedGroups(context).length > 0
    ? { reference: `EvidenceReport/${reportId(context)}` }
    : undefined;
};

const sections = (context: Context): EvidenceReportSection[] => {
  const { results, conclusions } = context.trial;
  const of = (domain: Domain): Reference[] =>
    results
      .filter(({ outcome }) => context.outcome(outcome).domain === domain)
      .map((result) => evidenceReference(context, result));
  const section = (title: string, entries: readonly Reference[]): EvidenceReportSection => ({
    title,
    entryReference: [...distinctBy(entries, ({ reference = '' }) => reference)],
  });
  return [
    section('Baseline', of('baseline')),
    section('Results', of('effect')),
    section('Adverse events', of('adverse-event')),
    section(
      'Conclusions',
      conclusions.map((conclusion) => conclusionReference(context, conclusion)),
    ),
  ].filter(({ entryReference = [] }) => entryReference.length > 0);
};

/** The study, and its people as far as they are counted. */
const characteristics = (context: Context): EvidenceReportSubjectCharacteristic[] => [
  { code: { text: 'study' }, valueReference: { reference: `ResearchStudy/${context.study}` } },
  ...countedGroups(context).map((valueReference) => ({
    code: concept('http://hl7.org/fhir/focus-characteristic-code', 'population', 'Population'),
    valueReference,
  })),
];

/** What a source reports of a trial: https://hl7.org/fhir/R5/evidencereport.html */
export const evidenceReports = (context: Context): readonly EvidenceReport[] => {
  if (reportReference(context) === undefined) return [];
  const id = reportId(context);
  const citeAsReference = citationReference(context);
  const registrations = registrationsInOrder(context.trial.registrations);
  const section = sections(context);
  return [
    {
      resourceType: 'EvidenceReport',
      id,
      ...claims('trial-evidence-report'),
      ...narrative(heading(`Evidence of ${context.studyName}`), ...findingsText(context)),
      url: `${CANONICAL}/EvidenceReport/${id}`,
      status: 'active',
      ...(registrations.length > 0 && {
        relatedIdentifier: registrations.map(({ registry, number }) => ({
          system: REGISTRY_SYSTEMS[registry],
          ...context.primitive('value', number),
        })),
      }),
      ...(citeAsReference && { citeAsReference }),
      subject: { characteristic: characteristics(context) },
      ...(section.length > 0 && { section }),
    },
  ];
};
