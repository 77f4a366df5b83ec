import type { Element, Evidence, FhirResource } from 'fhir/r5.js';
import * as valid from './valid-instances.ts';

/** An instance that breaks one invariant of the definition named. */
export interface BrokenInstance {
  readonly definition: string;
  readonly invariant: string;
  readonly severity: 'error' | 'warning';
  readonly resource: FhirResource;
}

const broken = <R extends FhirResource>(
  definition: string,
  severity: BrokenInstance['severity'],
  instance: R,
  changes: Readonly<Record<string, (resource: R) => void>>,
): BrokenInstance[] =>
  Object.entries(changes).map(([invariant, change]) => {
    const resource = structuredClone(instance);
    change(resource);
    return { definition, invariant, severity, resource };
  });

const [SPAN, DERIVATION] = [0, 1];

/** The rules on source marks, broken at one marked element. */
const brokenMarks = <R extends FhirResource>(
  definition: string,
  instance: R,
  marked: (resource: R) => Element | undefined,
): BrokenInstance[] => {
  const extensions = (resource: R) => marked(resource)!.extension!;
  return broken(definition, 'error', instance, {
    'span-complete': (resource) => {
      extensions(resource)[SPAN]!.extension!.pop();
    },
    'span-not-empty': (resource) => {
      extensions(resource)[SPAN]!.extension!.at(-1)!.valueInteger = 0;
    },
    'span-has-derivation': (resource) => {
      extensions(resource).splice(DERIVATION, 1);
    },
    'stated-has-span': (resource) => {
      extensions(resource).splice(SPAN, 1);
    },
  });
};

const statistic = (evidence: Evidence, at = 0) => evidence.statistic![at]!;
const attribute = (evidence: Evidence, ofStatistic: number, at: number) =>
  statistic(evidence, ofStatistic).attributeEstimate![at]!;

const undefinedVariable = (evidence: Evidence): void => {
  evidence.variableDefinition.push({ variableRole: { text: 'another' } });
};

const reversed = { low: { value: 9 }, high: { value: 1 } };

/** Every invariant of the project's definitions, each broken by an instance of its own. */
export const BROKEN: readonly BrokenInstance[] = [
  ...brokenMarks('trial-research-study', valid.study, (study) => study._title),
  ...broken('trial-research-study', 'error', valid.study, {
    'official-number-has-system': (study) => {
      delete study.identifier![0]!.system;
    },
    'arm-has-link-id': (study) => {
      delete study.comparisonGroup![0]!.linkId;
    },
    'external-not-enrolled': (study) => {
      study.comparisonGroup![2]!.observedGroup = { reference: 'Group/tea-drinkers' };
    },
    'arms-distinct': (study) => {
      study.comparisonGroup![1]!.linkId = 'tea';
    },
  }),

  ...brokenMarks('record-remark', valid.study, (study) => study.extension![0]!._valueString),
  ...brokenMarks(
    'planned-part',
    valid.study,
    (study) => study.recruitment!.extension![0]!.extension![1]!._valueUnsignedInt,
  ),
  ...brokenMarks('site-state', valid.study, (study) => study.site![0]!.extension![0]!.valueCodeableConcept),

  ...brokenMarks('trial-protocol', valid.protocol, (protocol) => protocol.action![0]!._title),
  ...broken('trial-protocol', 'error', valid.protocol, {
    'action-id-is-link-id': (protocol) => {
      protocol.action![0]!.action![0]!.linkId = 'tea-2';
    },
    'related-action-exists': (protocol) => {
      protocol.action![1]!.relatedAction![0]!.targetId = 'coffee-1';
    },
  }),

  ...brokenMarks(
    'trial-administration',
    valid.administration,
    (administration) => administration._description,
  ),
  ...brokenMarks(
    'other-name',
    valid.administration,
    (administration) => administration.extension![0]!._valueString,
  ),
  ...brokenMarks(
    'agent-source',
    valid.administration,
    (administration) => administration.productCodeableConcept!.extension![0]!.valueCodeableConcept,
  ),
  ...broken('trial-administration', 'error', valid.administration, {
    'says-what': (administration) => {
      delete administration.productCodeableConcept;
    },
    'dosage-holds-timing': (administration) => {
      administration.timingTiming = { repeat: { count: 2 } };
    },
    'lost-dose-in-words': (administration) => {
      const dosage = administration.dosage![0]!;
      delete dosage.text;
      delete dosage.doseAndRate![0]!.doseQuantity!.value;
    },
  }),
  ...broken('trial-administration', 'warning', valid.administration, {
    'dose-positive': (administration) => {
      administration.dosage![0]!.doseAndRate![0]!.doseQuantity!.value = 0;
    },
  }),

  ...brokenMarks('trial-variable', valid.variable, (variable) => variable._title),
  ...broken('trial-variable', 'error', valid.variable, {
    'time-not-empty': (variable) => {
      variable.characteristic![0]!.timeFromEvent![0] = { note: [{ text: 'some time' }] };
    },
  }),

  ...brokenMarks('trial-group', valid.group, (group) => group._quantity),
  ...broken('trial-group', 'error', valid.group, {
    'enumerated-has-quantity': (group) => {
      group.membership = 'definitional';
    },
  }),

  ...brokenMarks('arm-evidence', valid.armEvidence, (evidence) => statistic(evidence).quantity),
  ...brokenMarks(
    'sample-units',
    valid.armEvidence,
    (evidence) => statistic(evidence).sampleSize!.extension![0]!.valueQuantity,
  ),
  ...broken('arm-evidence', 'error', valid.armEvidence, {
    'group-named': (evidence) => {
      evidence.variableDefinition.pop();
    },
    'variable-defined': undefinedVariable,
    'statistic-has-value': (evidence) => {
      delete statistic(evidence, 1).quantity;
    },
  }),
  ...broken('arm-evidence', 'warning', valid.armEvidence, {
    'affected-within-sample': (evidence) => {
      statistic(evidence).numberAffected = 11;
    },
    'percentage-within-100': (evidence) => {
      statistic(evidence).quantity!.value = 140;
    },
    'quartiles-around-median': (evidence) => {
      statistic(evidence, 1).quantity!.value = 9;
    },
    'level-is-fraction': (evidence) => {
      attribute(evidence, 1, 0).level = 50;
    },
    'lower-not-above-upper': (evidence) => {
      attribute(evidence, 1, 0).range = reversed;
    },
    'deviation-not-negative': (evidence) => {
      attribute(evidence, 1, 1).quantity!.value = -1.5;
    },
  }),

  ...broken('pooled-evidence', 'error', valid.pooledEvidence, {
    'pooled-of-studies': (evidence) => {
      statistic(evidence).sampleSize!.numberOfStudies = 1;
    },
  }),

  ...brokenMarks('comparison-evidence', valid.comparisonEvidence, (evidence) => statistic(evidence).quantity),
  ...brokenMarks(
    'evidence-direction',
    valid.comparisonEvidence,
    (evidence) => evidence.extension![0]!.valueCodeableConcept,
  ),
  ...broken('comparison-evidence', 'error', valid.comparisonEvidence, {
    'variable-defined': undefinedVariable,
    'estimate-has-type': (evidence) => {
      delete statistic(evidence).statisticType;
    },
    'comparison-has-value': (evidence) => {
      delete statistic(evidence).quantity;
      delete statistic(evidence).attributeEstimate;
    },
  }),
  ...broken('comparison-evidence', 'warning', valid.comparisonEvidence, {
    'interval-contains-estimate': (evidence) => {
      statistic(evidence).quantity!.value = 9;
    },
    'ratio-not-negative': (evidence) => {
      statistic(evidence).quantity!.value = -2;
    },
    'level-is-fraction': (evidence) => {
      attribute(evidence, 0, 0).level = 95;
    },
    'lower-not-above-upper': (evidence) => {
      attribute(evidence, 0, 0).range = reversed;
    },
    'p-value-between-0-and-1': (evidence) => {
      attribute(evidence, 0, 1).quantity!.value = 1.5;
    },
  }),

  ...brokenMarks('finding-evidence', valid.findingEvidence, (evidence) => evidence._assertion),
  ...broken('finding-evidence', 'error', valid.findingEvidence, { 'variable-defined': undefinedVariable }),

  ...brokenMarks('trial-evidence-report', valid.report, (report) => report.relatedIdentifier![0]!._value),
  ...broken('trial-evidence-report', 'error', valid.report, {
    'report-names-study': (report) => {
      report.subject.characteristic![0]!.valueReference = { reference: 'Group/tea-drinkers' };
    },
    'section-titles-distinct': (report) => {
      report.section![1]!.title = 'Results';
    },
  }),

  ...brokenMarks('trial-citation', valid.citation, (citation) => citation.citedArtifact!.title![0]!._text),
  ...broken('trial-citation', 'error', valid.citation, {
    'translated-title-has-language': (citation) => {
      delete citation.citedArtifact!.title![1]!.language;
    },
    'authors-ranked-once': (citation) => {
      citation.citedArtifact!.contributorship!.entry![1]!.rankingOrder = 1;
    },
  }),

  ...brokenMarks('trial-organization', valid.organization, (organization) => organization._name),
  ...brokenMarks('trial-practitioner', valid.practitioner, (practitioner) => practitioner.name![0]!._text),

  ...brokenMarks('trial-practitioner-role', valid.practitionerRole, (role) => role.code![0]!._text),
  ...brokenMarks('trial-site', valid.site, (site) => site._name),

  ...broken('source-document', 'error', valid.document, {
    'identified-by-content': (document) => {
      document.identifier![0]!.value = 'urn:example:tea';
    },
  }),
];
