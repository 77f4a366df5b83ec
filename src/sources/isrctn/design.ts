import { NOT_STATED } from '../../model/fact.ts';
import type { RegistryRecord } from '../../model/record/record.ts';
import { designIn } from '../design-words.ts';
import { as, at, coded, oneOrMore, text } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { phaseOf } from '../record-design.ts';
import { design, firstStated } from '../record-parts.ts';
import { said } from './words.ts';

const STUDY_TYPES = new Map([
  ['interventional', 'interventional'],
  ['observational', 'observational'],
] as const);

const OBSERVED: readonly (readonly [string, RegExp])[] = [
  ['cohort', /\bcohort\b/i],
  ['case-control', /\bcase[- ]control/i],
];

/** The design that the record tells in fields and words. */
export const designOf = (trial: Located | undefined): RegistryRecord['design'] => {
  const node = at(trial, 'trialDesign');
  const [phase] = oneOrMore(trial, 'interventions.intervention').map((one) => as(one, 'phase', phaseOf));
  const [purpose] = oneOrMore(node, 'trialTypes.trialType').map((one) => said(one));
  const parts = ['studyDesign', 'secondaryStudyDesign', 'allocation', 'masking', 'assignment'].map((path) =>
    at(node, path),
  );
  return design({
    text: firstStated(text(node, 'studyDesign'), text(node, 'secondaryStudyDesign')),
    ...Object.assign({}, ...parts.toReversed().map(designIn)),
    studyType: coded(node, 'primaryStudyDesign', STUDY_TYPES),
    phase: phase ?? NOT_STATED,
    primaryPurpose: purpose ?? NOT_STATED,
    observationalModel: as(
      node,
      'secondaryStudyDesign',
      (words) =>
        OBSERVED.find(([, pattern]) => pattern.test(words))?.[0] as 'cohort' | 'case-control' | undefined,
    ),
  });
};
