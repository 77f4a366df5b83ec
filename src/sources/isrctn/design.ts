import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Design, RegistryRecord } from '../../model/record/record.ts';
import { designIn } from '../design-words.ts';
import { as, at, coded, oneOrMore } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { phaseIn, phaseSaid } from '../record-design.ts';
import { design, firstStated, labelled, merged, stated } from '../record-parts.ts';
import { said } from './words.ts';

const STUDY_TYPES = new Map([
  ['interventional', 'interventional'],
  ['observational', 'observational'],
] as const);

const OBSERVED: readonly (readonly ['cohort' | 'case-control', RegExp])[] = [
  ['cohort', /\bcohort\b/i],
  ['case-control', /\bcase[- ]control/i],
];

/** Fields of newer records that say one thing each, as older ones say it in `studyDesign`. */
const FIELDS = ['allocation', 'masking', 'control', 'assignment', 'purpose'];

const purposes = (node: Located | undefined): readonly Fact<string>[] =>
  merged([
    ...oneOrMore(node, 'trialTypes.trialType').flatMap((one) => stated(said(one))),
    ...stated(said(node, 'trialType')),
    ...oneOrMore(node, 'purposes.purpose').flatMap((one) => stated(said(one))),
    ...stated(said(node, 'purpose')),
  ]);

/** Where the trial is done, and what other fields say of its design. */
const features = (node: Located | undefined): readonly Fact<string>[] => [
  ...stated(said(node, 'secondaryStudyDesign')),
  ...FIELDS.filter((field) => field !== 'purpose').flatMap((field) =>
    labelled(`${field.charAt(0).toUpperCase()}${field.slice(1)}`, said(node, field)),
  ),
  ...[
    ...oneOrMore(node, 'trialSettings.trialSetting').map((one) => said(one)),
    said(node, 'trialSetting'),
  ].flatMap((setting) => labelled('Setting', setting)),
];

const observational = (node: Located | undefined): Stated<'cohort' | 'case-control'> =>
  as(node, 'secondaryStudyDesign', (words) => OBSERVED.find(([, pattern]) => pattern.test(words))?.[0]);

/** The design that the record tells in fields and words, and what else it looks into. */
export const designOf = (trial: Located | undefined): Pick<RegistryRecord, 'design' | 'scopes'> => {
  const node = at(trial, 'trialDesign');
  const [purpose, ...others] = purposes(node);
  const inWords: Partial<Design> = Object.assign(
    {},
    ...['assignment', 'masking', 'allocation', 'secondaryStudyDesign', 'studyDesign'].map((path) =>
      designIn(at(node, path)),
    ),
  );
  const { phase, phaseWords = NOT_STATED } = phaseIn(
    oneOrMore(trial, 'interventions.intervention').map((one) => phaseSaid(one, 'phase')),
  );
  const studyType = coded(node, 'primaryStudyDesign', STUDY_TYPES);
  return {
    design: design({
      ...inWords,
      text: said(node, 'studyDesign'),
      phase: firstStated(phase, inWords.phase ?? NOT_STATED),
      phaseWords,
      studyType,
      primaryPurpose: firstStated(purpose ?? NOT_STATED, inWords.primaryPurpose ?? NOT_STATED),
      observationalModel: firstStated(observational(node), inWords.observationalModel ?? NOT_STATED),
      features: features(node),
    }),
    scopes: [...others, ...(studyType === NOT_STATED ? stated(said(node, 'primaryStudyDesign')) : [])],
  };
};
