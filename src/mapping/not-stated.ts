import type { Issue } from '../fhir/issue.ts';
import { NOT_STATED } from '../model/fact.ts';
import type { Arm, Trial } from '../model/trial.ts';

/** What is looked for, where it would stand, and where it stands in the model. */
export type Looked<T> = readonly [what: string, expression: string, found: (source: T) => unknown];

const ofEvery =
  (told: (arm: Arm) => boolean) =>
  ({ arms }: Trial): unknown =>
    arms.length === 0 || arms.every(told) ? arms : NOT_STATED;

const isNumbered = ({ enrolled, treated, analysed }: Arm): boolean =>
  [enrolled, treated, analysed].some((number) => number !== NOT_STATED);

/** What is looked for in every document. */
const LOOKED_FOR: readonly Looked<Trial>[] = [
  ['registry number', 'ResearchStudy.identifier', ({ registrations }) => registrations],
  ['title', 'ResearchStudy.title', ({ publication }) => publication.title],
  ['authors', 'Citation.citedArtifact.contributorship', ({ publication }) => publication.authors],
  ['journal', 'Citation.citedArtifact.publicationForm', ({ publication }) => publication.journal],
  ['publication date', 'Citation.citedArtifact.publicationForm', ({ publication }) => publication.published],
  ['DOI', 'Citation.citedArtifact.identifier', ({ publication }) => publication.doi],
  ['phase', 'ResearchStudy.phase', ({ design }) => design.phase],
  ['allocation', 'ResearchStudy.studyDesign', ({ design }) => design.allocation],
  ['masking', 'ResearchStudy.studyDesign', ({ design }) => design.masking],
  ['condition', 'ResearchStudy.condition', ({ conditions }) => conditions],
  ['eligibility criteria', 'ResearchStudy.recruitment.eligibility', ({ eligibility }) => eligibility],
  ['study period', 'ResearchStudy.period', ({ period }) => period.start],
  ['planned number of participants', 'ResearchStudy.recruitment.targetNumber', ({ planned }) => planned],
  ['number enrolled', 'ResearchStudy.recruitment.actualNumber', ({ enrolled }) => enrolled],
  ['number analysed', 'Evidence.variableDefinition', ({ analysed }) => analysed],
  ['arms', 'ResearchStudy.comparisonGroup', ({ arms }) => arms],
  ['size of every arm', 'ResearchStudy.comparisonGroup.observedGroup', ofEvery(isNumbered)],
  [
    'dose of what every arm is given',
    'ActivityDefinition.dosage.doseAndRate',
    ofEvery(({ administrations }) =>
      administrations.every(({ dose }) => dose !== NOT_STATED && dose.value.value !== undefined),
    ),
  ],
  [
    'route of what every arm is given',
    'ActivityDefinition.dosage.route',
    ofEvery(({ administrations }) => administrations.every(({ route }) => route !== NOT_STATED)),
  ],
  [
    'primary outcome',
    'ResearchStudy.outcomeMeasure',
    ({ outcomes }) => outcomes.filter(({ role }) => role !== NOT_STATED && role.value === 'primary'),
  ],
];

const isMissing = (found: unknown): boolean =>
  found === NOT_STATED || (Array.isArray(found) && found.length === 0);

/** What was looked for in a source and is not stated there, one issue each. */
export const notFound = <T>(lookedFor: readonly Looked<T>[], source: T): readonly Issue[] =>
  lookedFor
    .filter(([, , found]) => isMissing(found(source)))
    .map(([what, expression]) => ({
      severity: 'information',
      code: 'not-found',
      rule: 'not-stated',
      expression,
      text: `Looked for and not stated: ${what}`,
    }));

/** What was looked for in a document and is not stated there. */
export const notStated = (trial: Trial): readonly Issue[] => notFound(LOOKED_FOR, trial);
