import { createHash } from 'node:crypto';
import type { ArtifactAssessment, ArtifactAssessmentContent, CodeableConcept, Reference } from 'fhir/r5.js';
import { codeSystem, structureDefinition } from '../fhir/canonical.ts';
import { type Content, content, exact } from '../fhir/content.ts';
import { referenceTo } from '../fhir/mapped-trial.ts';
import { heading, narrative, table } from '../fhir/narrative.ts';
import type { Checked } from './check-all.ts';
import { titleOf } from './title.ts';
import type { Check } from './verdict.ts';

const UCUM = 'http://unitsofmeasure.org';
const LONGEST_ID = 64;

/** The id of a resource's assessment: the resource's own as far as there is room, and a hash that keeps it apart. */
const assessmentId = (resource: Content, id: string): string => {
  const end = `-check-${createHash('sha256').update(referenceTo(resource)).digest('hex').slice(0, 8)}`;
  return `${id.slice(0, LONGEST_ID - end.length).replace(/[-.]+$/, '')}${end}`;
};

const concept = (system: 'number-check' | 'verdict', code: string): CodeableConcept => ({
  coding: [{ system: codeSystem(system), code }],
});

const component = ({ code, verdict, path, text, recomputed, unit }: Check): ArtifactAssessmentContent => ({
  informationType: 'classifier',
  summary: text,
  type: concept('number-check', code),
  classifier: [concept('verdict', verdict)],
  ...(recomputed !== undefined && {
    quantity: { value: exact(recomputed), ...(unit && { unit, system: UCUM, code: unit }) },
  }),
  path: [path],
});

const words = (code: string): string => code.replaceAll('-', ' ');

/**
 * What the checks of a resource found: https://hl7.org/fhir/R5/artifactassessment.html
 * The reference is to the resource, with its version once it is stored; one without an id has an assessment without.
 */
export const artifactAssessment = (
  { resource, checks }: Checked,
  reference: Reference,
): Content<ArtifactAssessment> => {
  const { id } = resource.value;
  const title = `Number check of ${titleOf(resource)}`;
  return content<ArtifactAssessment>({
    resourceType: 'ArtifactAssessment',
    ...(typeof id === 'string' && { id: assessmentId(resource, id) }),
    meta: { profile: [structureDefinition('number-check')] },
    ...narrative(
      heading(title),
      ...table(
        ['Check', 'Verdict', 'Calculation'],
        checks.map(({ code, verdict, text }) => [words(code), words(verdict), text]),
      ),
    ),
    title,
    artifactReference: reference,
    content: [{ informationType: 'container', component: checks.map(component) }],
  });
};
