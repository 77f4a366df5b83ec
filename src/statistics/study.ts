import type { Content } from '../fhir/content.ts';
import { at, codes, items, member, target, text, type View } from './json-view.ts';
import { wholeCount } from './reported.ts';

/** How many people a study had, and what they are called. */
interface Total {
  readonly count: number;
  readonly words: string;
}

/** What the checks need of a study: https://hl7.org/fhir/R5/researchstudy.html */
export interface ReportedStudy {
  /** What its own arms were meant to be exposed to, one variable each. */
  readonly arms: readonly string[];
  /** Into how many equal parts its people were allocated; `undefined` where no such ratio is stated. */
  readonly equalParts: number | undefined;
  readonly total: Total | undefined;
  /** Whether each person was in several arms, one after the other. */
  readonly crossover: boolean;
}

/** https://hl7.org/fhir/R5/valueset-study-design.html */
const CROSSOVER = 'SEVCO:01012';

const EQUAL_PARTS = /^\s*1(?:\s*:\s*1)+\s*$/;

const equalParts = (design: readonly View[]): number | undefined => {
  const ratio = design.find((one) => codes(one).includes('allocation-ratio'));
  const words = text(member(ratio, 'text')) ?? '';
  return EQUAL_PARTS.test(words) ? words.split(':').length : undefined;
};

const total = (recruitment: View): Total | undefined => {
  const enrolled = wholeCount(text(member(recruitment, 'actualNumber')));
  if (enrolled !== undefined) return { count: enrolled, words: `${enrolled} enrolled` };
  const planned = wholeCount(text(member(recruitment, 'targetNumber')));
  return planned === undefined ? undefined : { count: planned, words: `${planned} planned` };
};

/** Reads a ResearchStudy; controls from outside the trial have no linkId and are no arms. */
export const readStudy = ({ value: study }: Content): ReportedStudy => {
  const design = items(member(study, 'studyDesign'));
  return {
    arms: items(member(study, 'comparisonGroup'))
      .filter((group) => member(group, 'linkId') !== undefined)
      .flatMap((group) => items(member(group, 'intendedExposure')).slice(0, 1))
      .flatMap((exposure) => target(exposure) ?? []),
    equalParts: equalParts(design),
    total: total(at(study, 'recruitment')),
    crossover: design.some((one) => codes(one).includes(CROSSOVER)),
  };
};
