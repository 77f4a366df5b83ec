import { type Fact, NOT_STATED } from '../../model/fact.ts';
import type { Identifier, RegistryRecord, Term, Title } from '../../model/record/record.ts';
import { registryNumber } from '../../model/registry-number.ts';
import type { Located } from '../located/tree.ts';
import { PROGRESS_STATES } from '../progress-state.ts';
import {
  concluded,
  distinctNumbers,
  eligibility,
  identifier,
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
  dateIn,
  earliest,
  first,
  groups,
  isAsked,
  sameThings,
  wordsOf,
  yesOrNo,
} from './answers.ts';
import { designOf } from './design.ts';
import type { Entry, Form, Protocol } from './form.ts';
import { interventions } from './interventions.ts';
import { countryOf, NO_COUNTRY, parties, STATUS, sites } from './people.ts';
import { ages, criteria, enrolment, sex } from './population.ts';

const numbers = (entries: readonly Entry[]): readonly Identifier[] => {
  const said = (code: string, label?: RegExp): readonly Fact<string>[] =>
    answers(entries, code, wordsOf, label);
  return [
    ...['A.5.1', 'A.5.2'].flatMap((code) => said(code).map((fact) => otherNumber(fact, 'related'))),
    ...said('A.5.3').map((fact) => identifier(fact, 'related', undefined, { type: concluded(fact, 'UTN') })),
    ...said('A.5.4').map((fact) => otherNumber(fact, 'related')),
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

const conditions = (protocols: readonly Protocol[]): readonly Term[] =>
  answers(common(protocols), 'E.1.1', wordsOf).map((text) => ({ text, codes: [] }));

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
    answers(entries, code, wordsOf, label);
  const timed = (role: 'primary' | 'secondary', code: string) =>
    said(code).map((name, at) =>
      outcome(role, name, { timeFrame: at === 0 ? first(said(`${code}.1`)) : NOT_STATED }),
    );
  const found = record({
    registry: 'EudraCT',
    identifiers: distinctNumbers(identifier(own, 'own', 'EudraCT'), [...again, ...numbers(entries)]),
    url: first(said('', /^Link$/)),
    titles: titles(protocols),
    state: agreed(answers(entries, '', ({ words }) => PROGRESS_STATES.get(words.toLowerCase()), STATUS)),
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
    design: designOf(entries),
    enrolment: enrolment(entries),
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
    countries: merged([
      ...answers(entries, 'A.1', (node) => (NO_COUNTRY.test(node.words) ? undefined : countryOf(node))),
      ...said('E.8.6.3'),
    ]),
  });
  return withRemarks(found, tree);
};
