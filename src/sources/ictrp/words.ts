import { decodeHTML } from 'entities';
import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Eligibility, Identifier, RegistryRecord, Title } from '../../model/record/record.ts';
import { registryNumber } from '../../model/registry-number.ts';
import { designIn } from '../design-words.ts';
import { sectionCriteria } from '../eligibility/section-criteria.ts';
import { as, at, coded } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { partOf, wordingOf } from '../located/wording.ts';
import { recordDate } from '../record-date.ts';
import { phaseIn, phaseOf, phaseSaid } from '../record-design.ts';
import { design, firstStated, identifier, otherNumber, stated } from '../record-parts.ts';

const HTML =
  /<\/?(?:br|p|b|i|u|em|strong|sup|sub|ul|ol|li|div|span|font|table|tr|td|th|tbody|h[1-6]|a)\b[^<>]*>|&(?:[a-z]+\d*|#\d+|#x[0-9a-f]+);/i;
const BREAK = /<(?:br|p|\/p|li|\/li|div|\/div|tr|\/tr)\b[^<>]*>/gi;
const OTHER_TAG = /<\/?(?:b|i|u|em|strong|sup|sub|ul|ol|span|font|table|td|th|tbody|h[1-6]|a)\b[^<>]*>/gi;

/** The text that words with HTML in them show; registries pass on what was typed into their forms. */
const shown = (words: string): string => {
  if (!HTML.test(words)) return words;
  const text = decodeHTML(words.replace(BREAK, '\n').replace(OTHER_TAG, ''));
  return text.replace(/[ \t]*\n[ \t\n]*/g, '\n').trim();
};

const NOTHING = /^(?:n[./]?a\.?|not applicable|none|null|no entry|-+|\.)$/i;

/** The words at a path as they show, unless they only say that there is nothing to say. */
export const said = (node: Located | undefined, path = ''): Stated<string> =>
  as(node, path, (words) => {
    const text = shown(words);
    return text === '' || NOTHING.test(text) ? undefined : text;
  });

/** The ISO 8601 date at a path. */
export const date = (node: Located | undefined, path: string): Stated<string> => as(node, path, recordDate);

/** The items that a value lists behind semicolons or line breaks, each at its own place; itself where it lists none. */
export const listed = (node: Located | undefined, path = ''): readonly Fact<string>[] => {
  const found = at(node, path);
  const whole = said(node, path);
  if (found === undefined || whole === NOT_STATED) return [];
  const wording = wordingOf(found);
  const parts = [...wording.text.matchAll(/(?:(?!<br\b[^<>]*>)[^;\r\n])+/gi)].flatMap((match) => {
    const words = match[0].trim();
    const from = match.index + match[0].indexOf(words);
    return words === '' || /^<?br\b/i.test(words) ? [] : [{ words, from }];
  });
  if (parts.length < 2) return [whole];
  return parts.flatMap(({ words, from }) => {
    const text = shown(words);
    const fact = partOf(found, wording, from, from + words.length);
    return text === '' || NOTHING.test(text)
      ? []
      : [text === words ? fact : { ...fact, value: text, derivation: 'normalised' as const }];
  });
};

/** The record's own number; a registry that is not known by its numbers is known to the WHO. */
export const ownNumber = (node: Located | undefined, path: string): Identifier | undefined => {
  const fact = said(node, path);
  if (fact === NOT_STATED) return undefined;
  const found = registryNumber(fact.value);
  return found === undefined
    ? identifier(fact, 'own', 'ICTRP')
    : { ...otherNumber(fact, 'related'), role: 'own' };
};

const SEXES = [
  ['all', /^(?:both|all|both, male and female|male\/female|male and female|female: yes\s+male: yes|-)$/i],
  ['female', /^(?:female|f|women|female: yes\s+male: no|female: yes)$/i],
  ['male', /^(?:male|m|men|female: no\s+male: yes|male: yes)$/i],
] as const;

/** Whose sex may take part. */
export const sex = (node: Located | undefined, path: string): Eligibility['sex'] =>
  as(node, path, (words) => SEXES.find(([, pattern]) => pattern.test(shown(words)))?.[0]);

/** A bound of age, which many registries write even where there is none. */
export const age = (node: Located | undefined, path: string): Stated<string> =>
  as(node, path, (words) => (/\d/.test(words) ? shown(words) : undefined));

const STUDY_TYPES = [
  ['expanded-access', /^expanded access/i],
  ['interventional', /^intervention/i],
  ['observational', /^observation/i],
] as const;

/** The kind of study and its design, that three fields tell. */
export const designOf = (
  node: Located | undefined,
  paths: { readonly type: string; readonly design: string; readonly phase: string },
): Pick<RegistryRecord, 'design' | 'scopes'> => {
  const found = designIn(at(node, paths.design));
  const { phase, phaseWords = NOT_STATED } = phaseIn([phaseSaid(node, paths.phase)], (words) =>
    phaseOf(shown(words)),
  );
  const studyType = as(
    node,
    paths.type,
    (words) => STUDY_TYPES.find(([, pattern]) => pattern.test(words))?.[0],
  );
  return {
    design: design({
      ...found,
      studyType,
      text: said(node, paths.design),
      phase: firstStated(phase, found.phase ?? NOT_STATED),
      phaseWords,
    }),
    scopes: studyType === NOT_STATED ? stated(said(node, paths.type)) : [],
  };
};

/** What the trial is called, by the WHO's four fields for it. */
export const titles = (
  brief: Stated<string>,
  official: Stated<string>,
  ...acronyms: readonly Stated<string>[]
): readonly Title[] => [
  ...stated(brief).map((text) => ({ text, kind: 'brief' as const })),
  ...stated(official).map((text) => ({ text, kind: 'official' as const })),
  ...acronyms.flatMap(stated).map((text) => ({ text, kind: 'acronym' as const })),
];

/** Results of which only a summary is told. */
export const summaryResults = (summary: Stated<string>): RegistryRecord['results'] =>
  summary === NOT_STATED
    ? undefined
    : {
        flow: undefined,
        baseline: undefined,
        outcomes: [],
        adverseEvents: undefined,
        limitations: NOT_STATED,
        summary,
      };

const ENROLLED = new Map([
  ['actual', true],
  ['anticipated', false],
]);

/** Whether enrolment has begun, where the record says so. */
export const isActual = (node: Located | undefined, path: string): Stated<boolean> =>
  coded(node, path, ENROLLED);

/** The criteria of one section, each at its own place. */
export const criteria = (
  node: Located | undefined,
  section: 'inclusion' | 'exclusion',
  path: string,
): readonly Fact<string>[] => sectionCriteria(section, at(node, path), stated(said(node, path)));
