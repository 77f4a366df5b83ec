import type { CodeableConcept, ResearchStudy } from 'fhir/r5.js';
import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Design } from '../../model/record/record.ts';
import { concept, objectiveTypeConcept, phaseConcept } from '../concept.ts';
import { claims } from '../context.ts';
import { filled } from '../filled.ts';
import { comparisonGroups } from './arm.ts';
import type { RecordContext } from './context.ts';
import { regions } from './country.ts';
import { identifiers } from './identifier.ts';
import { outcomeMeasures } from './outcome.ts';
import { associatedParties } from './party.ts';
import { protocolReference } from './plan-definition.ts';
import { progressOf, registrations } from './progress.ts';
import { recruitment } from './recruitment.ts';
import { relatedArtifacts } from './related-artifact.ts';
import { remarks } from './remark.ts';
import { reportReference } from './results/results.ts';
import { coded, worded } from './said.ts';
import { siteReferences } from './site.ts';
import { studyDesign } from './study-design.ts';
import { studyText } from './study-text.ts';
import { terms } from './term.ts';
import { titles } from './title.ts';

/** https://hl7.org/fhir/R5/valueset-research-study-prim-purp-type.html */
export const PURPOSES: ReadonlyMap<string, string> = new Map([
  ['treatment', 'Treatment'],
  ['prevention', 'Prevention'],
  ['diagnostic', 'Diagnostic'],
  ['supportive-care', 'Supportive Care'],
  ['screening', 'Screening'],
  ['health-services-research', 'Health Services Research'],
  ['basic-science', 'Basic Science'],
  ['device-feasibility', 'Device Feasibility'],
]);

const purpose = (context: RecordContext, fact: Stated<string>): { primaryPurposeType?: CodeableConcept } => {
  if (fact === NOT_STATED) return {};
  const code = fact.value.toLowerCase().replace(/[\s_]+/g, '-');
  const display = PURPOSES.get(code);
  const coding =
    display === undefined
      ? []
      : [{ system: 'http://hl7.org/fhir/research-study-prim-purp-type', code, display }];
  return { primaryPurposeType: worded(context, fact, coding) };
};

const CLASSIFIERS = {
  'fda-regulated-drug': 'FDA regulated drug',
  'fda-regulated-device': 'FDA regulated device',
} as const;

const classifiers = (context: RecordContext): { classifier?: CodeableConcept[] } => {
  const { classifiers: byLaw = [], scopes = [] } = context.record;
  return filled('classifier', [
    ...byLaw.map((fact) =>
      coded(
        context,
        fact,
        concept('http://hl7.org/fhir/research-study-classifiers', fact.value, CLASSIFIERS[fact.value]),
      ),
    ),
    ...scopes.map((scope) => worded(context, scope)),
  ]);
};

const phaseOf = (
  context: RecordContext,
  { phase, phaseWords = NOT_STATED }: Design,
): { phase?: CodeableConcept } => {
  if (phase !== NOT_STATED) return { phase: coded(context, phase, phaseConcept(phase.value)) };
  return phaseWords === NOT_STATED ? {} : { phase: worded(context, phaseWords) };
};

/** The study of a record: https://hl7.org/fhir/R5/researchstudy.html */
export const researchStudy = (context: RecordContext): ResearchStudy => {
  const { design, summary, description, objectives = [] } = context.record;
  const protocol = protocolReference(context);
  const report = reportReference(context);
  return {
    resourceType: 'ResearchStudy',
    id: context.study,
    ...claims('trial-research-study'),
    ...studyText(context),
    ...filled('extension', [...registrations(context), ...remarks(context)]),
    ...identifiers(context),
    ...titles(context),
    ...filled('protocol', protocol ? [protocol] : []),
    ...relatedArtifacts(context),
    status: 'active',
    ...purpose(context, design.primaryPurpose),
    ...phaseOf(context, design),
    ...filled('studyDesign', studyDesign(context)),
    ...terms(context),
    ...regions(context),
    ...context.primitive('descriptionSummary', summary),
    ...context.primitive('description', description),
    ...progressOf(context),
    ...siteReferences(context),
    ...classifiers(context),
    ...associatedParties(context),
    ...recruitment(context),
    ...comparisonGroups(context),
    ...filled(
      'objective',
      objectives.map(({ role, text }) => ({
        type: objectiveTypeConcept(role),
        ...context.primitive('description', text),
      })),
    ),
    ...outcomeMeasures(context),
    ...filled('result', report ? [report] : []),
  };
};
