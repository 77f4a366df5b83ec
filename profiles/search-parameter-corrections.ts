import type { SearchParameter as Definition } from 'fhir/r5.js';
import { CANONICAL } from '../src/fhir/canonical.ts';

/** R5's parameters of all types whose values the server knows without an index of an expression. */
export const KNOWN_OTHERWISE: ReadonlySet<string> = new Set([
  'Resource-id',
  'Resource-lastUpdated',
  'Resource-type',
  'Resource-content',
  'Resource-filter',
  'Resource-has',
  'Resource-in',
  'Resource-list',
  'DomainResource-text',
]);

/** R5's definitions, or those of one type, that are not served, and why. */
export const OMITTED: ReadonlyMap<string, string> = new Map([
  ['Resource-text', 'the same as DomainResource-text, which says rightly that it is no search by strings'],
  ['Resource-query', 'there are no named queries'],
  ['Composition-section-text', 'special without saying how; ours compares the words as a string'],
  ['Location-contains', 'asks for geometry of GeoJSON attachments'],
  ['MetadataResource-topic EvidenceVariable', 'an EvidenceVariable has no topic'],
  ['Observation-value-canonical', 'an Observation has no value of type canonical'],
  ['Observation-component-value-canonical', 'an Observation has no value of type canonical'],
]);

/** What R5's definitions, or those of one type, leave out or miss: what plainly follows from their descriptions. */
export const CORRECTED: Readonly<Record<string, Partial<Definition>>> = {
  // Without an expression.
  'Medication-form': { expression: 'Medication.doseForm' },
  'ImagingStudy-reason': { expression: 'ImagingStudy.reason.concept' },
  'MedicationKnowledge-packaging-cost': {
    expression: 'MedicationKnowledge.packaging.cost.cost.ofType(Money)',
  },
  'MedicationKnowledge-packaging-cost-concept': {
    expression: 'MedicationKnowledge.packaging.cost.cost.ofType(CodeableConcept)',
  },
  // The description has the type, the expression does not: “A date within the coverage time period”.
  'clinical-date CareTeam': { expression: 'CareTeam.period' },
  // Its elements stand in `conformsTo`, not in the Device itself.
  'Device-code-value-concept': {
    expression: 'Device.conformsTo',
    component: [
      {
        definition: 'http://hl7.org/fhir/SearchParameter/Device-specification',
        expression: 'specification',
      },
      { definition: 'http://hl7.org/fhir/SearchParameter/Device-version', expression: 'version' },
    ],
  },
  // The type of an identifier is a concept, which is not equal to a text, and the number is the identifier's value.
  'Device-serial-number': {
    expression: `Device.serialNumber | Device.identifier.where(type.coding.where(code = 'SNO').exists()).value`,
  },
  // Its components have each other's expressions.
  'DocumentReference-relationship': {
    component: [
      { definition: 'http://hl7.org/fhir/SearchParameter/DocumentReference-relatesto', expression: 'target' },
      { definition: 'http://hl7.org/fhir/SearchParameter/DocumentReference-relation', expression: 'code' },
    ],
  },
  // Its components would start at the sections in a section.
  'Composition-section-code-text': {
    expression: 'Composition.section | Composition.section.section',
    component: [
      { definition: 'http://hl7.org/fhir/SearchParameter/Composition-section', expression: 'code' },
      { definition: `${CANONICAL}/SearchParameter/Composition-section-narrative`, expression: 'text' },
    ],
  },
};
