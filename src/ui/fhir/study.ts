import type { Identifier, ResearchStudy } from 'fhir/r5.js';
import { codeIn } from './concept.ts';

const STATUS = 'http://hl7.org/fhir/research-study-status';

/** The states that are a stretch of the study, not how it stands. */
const STRETCHES = ['overall-study'];

/** How the study itself stands, such as recruiting: a code of research-study-status, else words. */
export const stateOf = ({ progressStatus = [] }: ResearchStudy): ResearchStudyState | undefined =>
  progressStatus
    .map(({ state }) => ({
      code: codeIn(STATUS, state),
      words: state.text ?? state.coding?.[0]?.display ?? '',
    }))
    .find(({ code, words }) => (code === undefined ? words !== '' : !STRETCHES.includes(code)));

/** A state by its code, if it has one, and in words. */
export interface ResearchStudyState {
  readonly code: string | undefined;
  readonly words: string;
}

/** The number a study is known by: the official one, else the first. */
export const officialIdentifier = ({ identifier = [] }: ResearchStudy): Identifier | undefined =>
  identifier.find(({ use }) => use === 'official') ?? identifier[0];

/** The title of a study, else the longest name that it has. */
export const titleOf = ({ title, label = [], id = '' }: ResearchStudy): string =>
  title ?? label.map(({ value = '' }) => value).sort((a, b) => b.length - a.length)[0] ?? id;
