import type {
  Identifier,
  RelatedArtifact,
  ResearchStudy,
  ResearchStudyLabel,
  ResearchStudyOutcomeMeasure,
  ResearchStudyRecruitment,
} from 'fhir/r5.js';
import { NOT_STATED } from '../model/fact.ts';
import type { Registration } from '../model/trial.ts';
import { citationReference } from './citation.ts';
import { comparisonGroup } from './comparison-group.ts';
import { concept, objectiveTypeConcept, phaseConcept } from './concept.ts';
import { type Context, claims } from './context.ts';
import { reportReference } from './evidence-report.ts';
import { eligibilityVariable, measuredOutcomes, outcomeVariable } from './evidence-variable.ts';
import { filled } from './filled.ts';
import { registrationsInOrder } from './id.ts';
import { REGISTRY_SYSTEMS } from './identifier-systems.ts';
import { normalised } from './mark.ts';
import { protocolReference } from './plan-definition.ts';
import { studyDesign } from './study-design.ts';
import { studyText } from './study-text.ts';
import { timeText } from './time-point.ts';

const identifier = (context: Context, registration: Registration, at: number): Identifier => ({
  use: at === 0 ? 'official' : 'secondary',
  system: REGISTRY_SYSTEMS[registration.registry],
  ...context.primitive('value', registration.number),
  ...(registration.registered !== NOT_STATED && {
    period: context.primitive('start', registration.registered),
  }),
});

const labels = (context: Context): ResearchStudyLabel[] =>
  context.trial.publication.translatedTitles.map((title) => {
    // Which language stands in the Citation, which has an element for it.
    return {
      type: concept('http://hl7.org/fhir/title-type', 'language', 'Different language'),
      value: title.value.text,
      _value: context.on(title),
    };
  });

const relatedArtifacts = (context: Context): RelatedArtifact[] => {
  const resourceReference = citationReference(context);
  return [
    ...(resourceReference ? [{ type: 'citation' as const, resourceReference }] : []),
    ...registrationsInOrder(context.trial.registrations)
      .filter(({ url }) => url !== NOT_STATED)
      .map(({ url }) => ({
        type: 'documentation' as const,
        label: 'Registry record',
        document: context.primitive('url', url),
      })),
  ];
};

const recruitment = (context: Context): { recruitment?: ResearchStudyRecruitment } => {
  const eligibility = eligibilityVariable(context);
  const content = {
    ...context.primitive('targetNumber', context.trial.planned),
    ...context.primitive('actualNumber', context.trial.enrolled),
    ...(eligibility && { eligibility }),
  };
  return Object.keys(content).length > 0 ? { recruitment: content } : {};
};

/** R5's outcome measure refers to one variable, so an outcome measured at two times is there twice. */
const outcomeMeasures = (context: Context): ResearchStudyOutcomeMeasure[] =>
  measuredOutcomes(context)
    .filter(({ outcome }) => outcome.domain === 'effect')
    .map(({ outcome, results }) => {
      const timePoint = results[0]?.timePoint ?? NOT_STATED;
      return {
        ...context.primitive('name', outcome.name),
        ...(outcome.role !== NOT_STATED && {
          type: [{ ...context.on(outcome.role), ...objectiveTypeConcept(outcome.role.value) }],
        }),
        ...(timePoint !== NOT_STATED && {
          description: timeText(timePoint.value),
          _description: context.on(...results.map((result) => normalised(result.timePoint))),
        }),
        reference: outcomeVariable(context, { outcome: outcome.key, timePoint }),
      };
    });

/** The study itself: https://hl7.org/fhir/R5/researchstudy.html */
export const researchStudy = (context: Context): ResearchStudy => {
  const { trial } = context;
  const { title } = trial.publication;
  const { phase } = trial.design;
  const protocol = protocolReference(context);
  const report = reportReference(context);
  const period = {
    ...context.primitive('start', trial.period.start),
    ...context.primitive('end', trial.period.end),
  };
  return {
    resourceType: 'ResearchStudy',
    id: context.study,
    ...claims('trial-research-study'),
    ...studyText(context),
    ...filled(
      'identifier',
      registrationsInOrder(trial.registrations).map((registration, at) =>
        identifier(context, registration, at),
      ),
    ),
    ...context.primitive('title', title),
    ...filled('label', labels(context)),
    ...filled('protocol', protocol ? [protocol] : []),
    ...filled('relatedArtifact', relatedArtifacts(context)),
    status: 'active',
    ...(phase !== NOT_STATED && { phase: { ...context.on(phase), ...phaseConcept(phase.value) } }),
    ...filled('studyDesign', studyDesign(context)),
    ...filled(
      'condition',
      trial.conditions.map((condition) => ({ ...context.on(condition), text: condition.value })),
    ),
    ...(Object.keys(period).length > 0 && { period }),
    ...recruitment(context),
    ...filled(
      'comparisonGroup',
      trial.arms.map((arm) => comparisonGroup(context, arm)),
    ),
    ...filled(
      'objective',
      trial.objectives.map((objective) => context.primitive('description', objective)),
    ),
    ...filled('outcomeMeasure', outcomeMeasures(context)),
    ...filled('result', report ? [report] : []),
  };
};
