import type { FhirResource } from 'fhir/r5.js';
import { codeSystem } from '../../src/fhir/canonical.ts';
import * as valid from './valid-instances.ts';

/** An instance that breaks what a profile promises by a cardinality, slice, pattern, binding or target. */
export interface MisshapenInstance {
  readonly fault: string;
  readonly resource: FhirResource;
}

const misshapen = <R extends FhirResource>(
  fault: string,
  instance: R,
  change: (resource: R) => void,
): MisshapenInstance => {
  const resource = structuredClone(instance);
  change(resource);
  return { fault, resource };
};

/** Instances that our definitions do not let pass, though R5 itself does. */
export const MISSHAPEN: readonly MisshapenInstance[] = [
  misshapen('a number check of a study', valid.numberCheck, (check) => {
    check.artifactReference = { reference: 'ResearchStudy/tea-study' };
  }),
  misshapen('a number check without a verdict', valid.numberCheck, (check) => {
    delete check.content![0]!.component![0]!.classifier;
  }),
  misshapen('a number check whose verdict is none', valid.numberCheck, (check) => {
    check.content![0]!.component![0]!.classifier = [check.content![0]!.component![0]!.type!];
  }),
  misshapen('a number check that shows no calculation', valid.numberCheck, (check) => {
    delete check.content![0]!.component![0]!.summary;
  }),
  misshapen('pooled evidence without its kind of synthesis', valid.pooledEvidence, (evidence) => {
    delete evidence.synthesisType;
  }),
  misshapen('pooled evidence that tells of no evidence that was pooled', valid.pooledEvidence, (evidence) => {
    delete evidence.relatedArtifact;
  }),
  misshapen('pooled evidence that compares with nothing', valid.pooledEvidence, (evidence) => {
    evidence.variableDefinition.pop();
  }),
  misshapen('a study without a narrative', valid.study, (study) => {
    delete study.text;
  }),
  misshapen('two design features in one', valid.study, (study) => {
    study.studyDesign![1]!.coding!.push({ system: codeSystem('study-design'), code: 'single-centre' });
  }),
  misshapen('a study whose result is no report', valid.study, (study) => {
    study.result = [{ reference: 'Citation/tea-citation' }];
  }),
  misshapen('an outcome without a variable', valid.study, (study) => {
    delete study.outcomeMeasure![0]!.reference;
  }),
  misshapen('a protocol of another type', valid.protocol, (protocol) => {
    protocol.type!.coding![0]!.code = 'order-set';
  }),
  misshapen('an administration of no agent', valid.administration, (administration) => {
    delete administration.productCodeableConcept!.text;
  }),
  misshapen('an agent with two sources', valid.administration, (administration) => {
    const { extension } = administration.productCodeableConcept!;
    extension!.push(structuredClone(extension![0]!));
  }),
  misshapen('a time in a unit without a code', valid.variable, (variable) => {
    delete variable.characteristic![0]!.timeFromEvent![0]!.quantity!.code;
  }),
  misshapen('a result of one group that names two', valid.armEvidence, (evidence) => {
    evidence.variableDefinition.push(structuredClone(evidence.variableDefinition[1]!));
  }),
  misshapen('a comparison of no group', valid.comparisonEvidence, (evidence) => {
    evidence.variableDefinition.splice(1, 2);
  }),
  misshapen('a group that names its people', valid.group, (group) => {
    group.member = [{ entity: { reference: 'Patient/tea-drinker' } }];
  }),
  misshapen('a result of one group without its outcome', valid.armEvidence, (evidence) => {
    evidence.variableDefinition.splice(0, 1);
  }),
  misshapen('a result of one group with a group it is compared with', valid.armEvidence, (evidence) => {
    evidence.variableDefinition.push(structuredClone(valid.comparisonEvidence.variableDefinition[2]!));
  }),
  misshapen('a result of one group without a statistic', valid.armEvidence, (evidence) => {
    delete evidence.statistic;
  }),
  misshapen('an interquartile range without its range', valid.armEvidence, (evidence) => {
    delete evidence.statistic![1]!.attributeEstimate![0]!.range;
  }),
  misshapen('a comparison of nothing', valid.comparisonEvidence, (evidence) => {
    evidence.variableDefinition.splice(1, 1);
  }),
  misshapen('a comparison with two statistics', valid.comparisonEvidence, (evidence) => {
    evidence.statistic!.push(structuredClone(evidence.statistic![0]!));
  }),
  misshapen('a P value without a value', valid.comparisonEvidence, (evidence) => {
    delete evidence.statistic![0]!.attributeEstimate![1]!.quantity;
  }),
  misshapen('a direction that is none', valid.comparisonEvidence, (evidence) => {
    evidence.extension![0]!.valueCodeableConcept!.coding = [
      { system: codeSystem('study-design'), code: 'open-label' },
    ];
  }),
  misshapen('a finding without words', valid.findingEvidence, (evidence) => {
    delete evidence.assertion;
    delete evidence._assertion;
  }),
  misshapen('a finding with a statistic', valid.findingEvidence, (evidence) => {
    evidence.statistic = structuredClone(valid.comparisonEvidence.statistic!);
  }),
  misshapen('a section without entries', valid.report, (report) => {
    delete report.section![0]!.entryReference;
  }),
  misshapen('a value derived in no known way', valid.organization, (organization) => {
    organization._name!.extension![1]!.valueCode = 'guessed';
  }),
  misshapen('a source without the hash of its bytes', valid.document, (document) => {
    delete document.content[0]!.attachment.hash;
  }),
  misshapen('a reading by nobody known', valid.provenance, (provenance) => {
    provenance.agent[0]!.who = { reference: 'Practitioner/tea-author' };
  }),
  misshapen('a reading of no source', valid.provenance, (provenance) => {
    provenance.entity![0]!.role = 'revision';
  }),
];
