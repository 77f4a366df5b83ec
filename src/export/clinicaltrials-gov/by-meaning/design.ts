import type { CodeableConcept } from 'fhir/r5.js';
import { concept, phaseConcept } from '../../../mapping/concept.ts';
import { PURPOSES } from '../../../mapping/record/research-study.ts';
import * as concepts from '../../../mapping/record/study-design.ts';
import * as words from '../../../sources/clinicaltrials-gov/codes.ts';
import { at, type Cursor, type Form, items } from '../form.ts';
import { type WordOf, wordsFor } from './word.ts';

const MODULE = 'protocolSection.designModule';

const feature = <V extends string>(
  codes: ReadonlyMap<string, V>,
  table: Readonly<Record<string, CodeableConcept>>,
): WordOf => wordsFor(codes, (value) => table[value]);

/** Where the features of a design stand, each once. */
const FEATURES: readonly (readonly [path: string, WordOf])[] = [
  ['studyType', feature(words.STUDY_TYPES, concepts.STUDY_TYPES)],
  ['designInfo.allocation', feature(words.ALLOCATIONS, concepts.ALLOCATIONS)],
  ['designInfo.interventionModel', feature(words.INTERVENTION_MODELS, concepts.MODELS)],
  ['designInfo.maskingInfo.masking', feature(words.MASKINGS, concepts.MASKINGS)],
  ['designInfo.observationalModel', feature(words.OBSERVATIONAL_MODELS, concepts.OBSERVATIONAL)],
  ['designInfo.timePerspective', feature(words.TIME_PERSPECTIVES, concepts.PERSPECTIVES)],
];

const whoMasked = feature(words.WHO_MASKED, concepts.MASKED);

const phaseWords = wordsFor(words.PHASES, phaseConcept);

const purposeWord = wordsFor(
  new Map([...PURPOSES.keys()].map((code) => [code.toUpperCase().replaceAll('-', '_'), code])),
  (code) => concept('http://hl7.org/fhir/research-study-prim-purp-type', code),
);

/** Phase, design and numbers; a feature that the registry has no word for is not written. */
export const fillDesign = (study: Cursor, form: Form): void => {
  const phase = at(study, 'phase');
  if (phase && !form.holds(phase))
    for (const word of phaseWords(phase)?.split(' ') ?? []) form.append(`${MODULE}.phases`, phase, word);
  for (const design of items(study, 'studyDesign')) {
    if (form.holds(design)) continue;
    const [path, wordOf] = FEATURES.find(([, of]) => of(design) !== undefined) ?? [];
    if (path !== undefined) form.put(`${MODULE}.${path}`, design, wordOf?.(design));
    const who = whoMasked(design);
    if (who !== undefined) form.append(`${MODULE}.designInfo.maskingInfo.whoMasked`, design, who);
  }
  const purpose = at(study, 'primaryPurposeType');
  form.put(`${MODULE}.designInfo.primaryPurpose`, purpose, purposeWord(purpose));
  if (form.values.has(`${MODULE}.enrollmentInfo.count`)) return;
  const enrolled = at(study, 'recruitment.actualNumber');
  const number = enrolled ?? at(study, 'recruitment.targetNumber');
  form.set(`${MODULE}.enrollmentInfo.count`, number);
  form.put(`${MODULE}.enrollmentInfo.type`, number, enrolled ? 'ACTUAL' : 'ESTIMATED');
};
