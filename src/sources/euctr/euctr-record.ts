import { type Fact, NOT_STATED } from '../../model/fact.ts';
import type { Identifier, RegistryRecord, Term, Title } from '../../model/record/record.ts';
import { registryNumber } from '../../model/registry-number.ts';
import { factOf } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { partOf, wordingOf } from '../located/wording.ts';
import { PROGRESS_STATES, progressIn } from '../progress-state.ts';
import {
  concluded,
  distinctNumbers,
  eligibility,
  identifier,
  labelled,
  merged,
  milestone,
  otherNumber,
  outcome,
  record,
} from '../record-parts.ts';
import { withRemarks } from '../with-remarks.ts';
import {
  agreed,
  answers,
  common,
  countriesIn,
  dateIn,
  earliest,
  first,
  groups,
  isAsked,
  sameThings,
  wordsOf,
  yesOrNo,
} from './answers.ts';
import { designOf, scopesOf } from './design.ts';
import type { Entry, Form, Protocol } from './form.ts';
import { interventions } from './interventions.ts';
import { parties, sites, statuses } from './people.ts';
import { ages, criteria, enrolment, plannedParts, sex } from './population.ts';

const NAMED = /^Name:\s*(?<name>.*?)\s*Number:\s*(?<number>.*)$/s;

/** A number in another registry or with somebody else, with their name where the field has it. */
const otherIdentifier = (node: Located): readonly Identifier[] => {
  if (wordsOf(node) === undefined) return [];
  const wording = wordingOf(node);
  const found = NAMED.exec(wording.text);
  const { name = '', number = '' } = found?.groups ?? {};
  if (found === null || number.trim() === '') return [otherNumber(factOf(node, node.words), 'related')];
  const part = (words: string, from: number): Fact<string> =>
    partOf(node, wording, from, from + words.length);
  const value = part(number.trim(), wording.text.lastIndexOf(number.trim()));
  return [
    otherNumber(value, 'related', name === '' ? {} : { assigner: part(name, wording.text.indexOf(name)) }),
  ];
};

const numbers = (entries: readonly Entry[]): readonly Identifier[] => {
  const said = (code: string, label?: RegExp): readonly Fact<string>[] =>
    answers(entries, code, wordsOf, label);
  return [
    ...['A.5.1', 'A.5.2'].flatMap((code) => said(code).map((fact) => otherNumber(fact, 'related'))),
    ...said('A.5.3').map((fact) => identifier(fact, 'related', undefined, { type: concluded(fact, 'UTN') })),
    ...entries.filter(isAsked('A.5.4')).flatMap(({ node }) => otherIdentifier(node)),
    ...[...said('A.4.1'), ...said('', /^Sponsor's Protocol Code Number$/i)].map((fact) =>
      identifier(fact, 'organisation', undefined),
    ),
  ];
};

const TITLES: readonly (readonly [code: string, kind: Title['kind']])[] = [
  ['A.3', 'official'],
  ['A.3.1', 'plain-language'],
  ['A.3.2', 'short'],
];

const titles = (protocols: readonly Protocol[]): readonly Title[] =>
  TITLES.flatMap(([code, kind]) => {
    const found = protocols.flatMap(({ entries }) => entries.filter(isAsked(code)));
    return [...Map.groupBy(found, ({ language }) => language)].flatMap(([language, same]) =>
      answers(same, code, wordsOf).map((text) => ({
        text,
        kind,
        ...(language !== undefined && { language }),
      })),
    );
  });

/** How far the trial is: what all countries say; what becomes of it in each stands at its sites. */
const progress = (
  protocols: readonly Protocol[],
  entries: readonly Entry[],
): Pick<RegistryRecord, 'state' | 'progress'> => {
  const { state, progress: words = [] } = progressIn(PROGRESS_STATES, ...statuses(entries));
  const decided = ['Competent Authority Decision', 'Ethics Committee Opinion of the trial application'];
  const isDisputed = words.some(({ value }) => PROGRESS_STATES.has(value.toLowerCase()));
  return {
    state: protocols.length > 1 && isDisputed ? NOT_STATED : state,
    progress: [
      ...(protocols.length > 1 ? [] : words),
      ...decided.flatMap((label) =>
        answers(entries, 'N.', wordsOf, new RegExp(`^${label}$`)).flatMap((said) => labelled(label, said)),
      ),
    ],
  };
};

/** The answers in the language of the form; where there is none, in any that has one. */
const inAnyLanguage = (
  protocols: readonly Protocol[],
  code: string,
  label?: RegExp,
): readonly Fact<string>[] => {
  const found = answers(common(protocols), code, wordsOf, label);
  return found.length > 0
    ? found
    : answers(
        protocols.flatMap(({ entries }) => entries),
        code,
        wordsOf,
        label,
      );
};

const conditions = (protocols: readonly Protocol[]): readonly Term[] =>
  inAnyLanguage(protocols, 'E.1.1').map((text) => ({ text, codes: [] }));

/** The terms of MedDRA that the form gives, each with its code. */
const conditionTerms = (protocols: readonly Protocol[]): readonly Term[] =>
  sameThings(groups(protocols, 'E.1.2'), 'E.1.2').flatMap((entries) => {
    const [text] = answers(entries, 'E.1.2', wordsOf, /^Term$/);
    const [code] = answers(entries, 'E.1.2', wordsOf, /^Classification code$/);
    return text
      ? [{ text, codes: code ? [{ system: 'meddra' as const, code, display: NOT_STATED }] : [] }]
      : [];
  });

/**
 * The trial of one or several countries' protocols in the EU Clinical Trials Register; nothing if no protocol has a
 * EudraCT number: https://www.clinicaltrialsregister.eu/about.html
 */
export const euctrRecord = ({ tree, protocols }: Form): RegistryRecord | undefined => {
  const entries = common(protocols);
  const numberIn = ({ words }: Located): string | undefined => {
    const found = registryNumber(words);
    return found?.registry === 'EudraCT' || found?.registry === 'CTIS' ? found.number : undefined;
  };
  const [own] = [
    ...answers(entries, 'A.2', numberIn),
    ...answers(entries, '', numberIn, /^EudraCT Number$/i),
  ];
  if (own === undefined) return undefined;
  const again = answers(entries, '', numberIn, /^EudraCT Number$/i).map((value) =>
    identifier(value, 'own', 'EudraCT'),
  );
  const said = (code: string, label?: RegExp): readonly Fact<string>[] =>
    inAnyLanguage(protocols, code, label);
  const timed = (role: 'primary' | 'secondary', code: string) =>
    said(code).map((name, at) =>
      outcome(role, name, { timeFrame: at === 0 ? first(said(`${code}.1`)) : NOT_STATED }),
    );
  const found = record({
    registry: 'EudraCT',
    identifiers: distinctNumbers(identifier(own, 'own', 'EudraCT'), [...again, ...numbers(entries)]),
    url: first(said('', /^Link$/)),
    titles: titles(protocols),
    ...progress(protocols, entries),
    milestones: [
      ...milestone(
        'registered',
        earliest(answers(entries, '', dateIn, /^Date on which this record was first entered/)),
      ),
      ...answers(entries, 'N.', dateIn, /^Date of Competent Authority Decision/).flatMap((fact) =>
        milestone('decision', fact),
      ),
      ...answers(entries, 'N.', dateIn, /^Date of Ethics Committee Opinion/).flatMap((fact) =>
        milestone('ethics-approval', fact),
      ),
      ...milestone(
        'completion',
        first(answers(entries, 'P.', dateIn, /^Date of the global (?:end|completion)/)),
      ),
    ],
    parties: parties(protocols),
    objectives: [
      ...said('E.2.1').map((text) => ({ role: 'primary' as const, text })),
      ...said('E.2.2').map((text) => ({ role: 'secondary' as const, text })),
    ],
    conditions: conditions(protocols),
    keywords: [...said('E.1.1.1'), ...said('E.1.1.2')].map((text) => ({ text, codes: [] })),
    conditionTerms: conditionTerms(protocols),
    scopes: [
      ...said('', /^Clinical Trial Type$/).flatMap((type) => labelled('Clinical trial type', type)),
      ...scopesOf(entries),
    ],
    design: designOf(protocols, entries),
    enrolment: enrolment(entries),
    plannedParts: plannedParts(protocols),
    interventions: interventions(protocols),
    outcomes: [...timed('primary', 'E.5.1'), ...timed('secondary', 'E.5.2')],
    eligibility: eligibility({
      inclusion: criteria(entries, 'inclusion', 'E.3'),
      exclusion: criteria(entries, 'exclusion', 'E.4'),
      sex: sex(entries),
      ...ages(entries),
      healthyVolunteers: agreed(answers(entries, 'F.3.1', yesOrNo)),
    }),
    sites: sites(protocols),
    countries: merged([...countriesIn(entries), ...said('E.8.6.3')]),
  });
  return withRemarks(found, tree);
};
