import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Intervention } from '../../model/record/protocol.ts';
import type {
  Design,
  Identifier,
  Party,
  RegistryRecord,
  Site,
  Term,
  Title,
} from '../../model/record/record.ts';
import { registryNumber } from '../../model/registry-number.ts';
import { sectionCriteria } from '../eligibility/section-criteria.ts';
import { factOf } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { PROGRESS_STATES } from '../progress-state.ts';
import { keyOf } from '../prose/key.ts';
import { recordDate } from '../record-date.ts';
import {
  composed,
  concluded,
  design,
  distinctNumbers,
  eligibility,
  identifier,
  merged,
  milestone,
  otherNumber,
  outcome,
  party,
  record,
  site,
  stated,
} from '../record-parts.ts';
import { withRemarks } from '../with-remarks.ts';
import type { Entry, Form, Protocol } from './form.ts';

const isAsked =
  (code: string, label?: RegExp) =>
  (entry: Entry): boolean =>
    entry.code === code && (label === undefined || label.test(entry.label));

const NOTHING = /^(?:n\/?a|not applicable|none|not available|-)\.?$/i;

const wordsOf = (node: Located): string | undefined => (NOTHING.test(node.words) ? undefined : node.words);

/** What a conversion makes of the answers to a field, each value once with all the places that give it. */
const answers = <T>(
  entries: readonly Entry[],
  code: string,
  convert: (node: Located) => T | undefined,
  label?: RegExp,
): readonly Fact<T>[] =>
  merged(
    entries.filter(isAsked(code, label)).flatMap(({ node }) => {
      const value = convert(node);
      return value === undefined ? [] : [factOf(node, value)];
    }),
  );

/** All that several protocols have, in the language of the form. */
const common = (protocols: readonly Protocol[]): readonly Entry[] =>
  protocols.flatMap(({ entries }) => entries.filter(({ language }) => language === undefined));

const first = <T>(facts: readonly Fact<T>[]): Stated<T> => facts[0] ?? NOT_STATED;

const dateIn = ({ words }: Located): string | undefined => recordDate(words);

const earliest = (dates: readonly Fact<string>[]): Stated<string> =>
  first(dates.toSorted((a, b) => (a.value < b.value ? -1 : 1)));

/** Where protocols answer differently, no answer is the trial's. */
const agreed = <T>(facts: readonly Fact<T>[]): Stated<T> => (facts.length === 1 ? facts[0]! : NOT_STATED);

const isYes = ({ words }: Located): true | undefined => (/^yes$/i.test(words) ? true : undefined);

const yesOrNo = ({ words }: Located): boolean | undefined =>
  /^yes$/i.test(words) ? true : /^no$/i.test(words) ? false : undefined;

/** The first value whose field is answered with yes, at that answer. */
const chosen = <T>(
  entries: readonly Entry[],
  choices: readonly (readonly [code: string, value: T])[],
): readonly Fact<T>[] =>
  choices.flatMap(([code, value]) =>
    stated(first(answers(entries, code, isYes))).map((fact): Fact<T> => ({ ...fact, value })),
  );

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

const PHASES = [
  ['E.7.1', '1'],
  ['E.7.2', '2'],
  ['E.7.3', '3'],
  ['E.7.4', '4'],
] as const;
const PHASE_OF = {
  '1': 'phase-1',
  '1 2': 'phase-1-phase-2',
  '2': 'phase-2',
  '2 3': 'phase-2-phase-3',
  '3': 'phase-3',
  '4': 'phase-4',
} as const;

/** One fact for the phases that are answered with yes, at all their answers. */
const phase = (entries: readonly Entry[]): Design['phase'] => {
  const [one, ...others] = chosen(entries, PHASES);
  const value = PHASE_OF[[one, ...others].map((fact) => fact?.value).join(' ') as keyof typeof PHASE_OF];
  return one === undefined || value === undefined
    ? NOT_STATED
    : {
        ...one,
        value,
        spans: [one.spans[0], ...one.spans.slice(1), ...others.flatMap(({ spans }) => spans)],
      };
};

const designOf = (entries: readonly Entry[]): Design => {
  const randomised = answers(entries, 'E.8.1.1', yesOrNo);
  const masking = chosen(entries, [
    ['E.8.1.2', 'none'],
    ['E.8.1.3', 'single'],
    ['E.8.1.4', 'double'],
  ] as const);
  const model = chosen(entries, [
    ['E.8.1.5', 'parallel'],
    ['E.8.1.6', 'crossover'],
  ] as const);
  const purpose = chosen(entries, [
    ['E.6.1', 'Diagnosis'],
    ['E.6.2', 'Prophylaxis'],
    ['E.6.3', 'Therapy'],
  ]);
  const allocation = agreed(randomised);
  return design({
    phase: phase(entries),
    allocation:
      allocation === NOT_STATED
        ? NOT_STATED
        : {
            ...allocation,
            value: allocation.value ? 'randomised' : 'non-randomised',
            derivation: 'normalised',
          },
    masking: agreed(masking),
    interventionModel: agreed(model),
    interventionModelDescription: first(answers(entries, 'E.8.1.7.1', wordsOf)),
    primaryPurpose: agreed(purpose),
  });
};

/** Each group of its kind within each protocol: a sponsor, a product, a term. */
const groups = (protocols: readonly Protocol[], kind: string): readonly (readonly Entry[])[] =>
  protocols.flatMap(({ entries }) => {
    const of = ({ group }: Entry): string | undefined =>
      group.split('/').find((part) => part.startsWith(`${kind}[`));
    const inGroup = entries.filter((entry) => of(entry) !== undefined && entry.language === undefined);
    return [...Map.groupBy(inGroup, of).values()];
  });

/** Things with the same words for their name, over all protocols, as one group of entries. */
const sameThings = (
  all: readonly (readonly Entry[])[],
  ...named: readonly string[]
): readonly (readonly Entry[])[] => {
  const name = (entries: readonly Entry[]): string =>
    named.map((code) => entries.find(isAsked(code))?.node.words ?? '').join('\n');
  return [...Map.groupBy(all, name).values()].map((same) => same.flat());
};

const parties = (protocols: readonly Protocol[]): readonly Party[] => {
  const sponsors = sameThings(groups(protocols, 'B.Sponsor'), 'B.1.1');
  const supports = sameThings(groups(protocols, 'B.4'), 'B.4.1');
  const contacts = sameThings(groups(protocols, 'B.Sponsor'), 'B.5.1', 'B.5.2', 'B.5.4', 'B.5.6');
  const said = (entries: readonly Entry[], code: string): Stated<string> =>
    first(answers(entries, code, wordsOf));
  return [
    ...sponsors.flatMap((entries, at) =>
      party(
        at === 0 ? 'lead-sponsor' : 'collaborator',
        'organisation',
        { name: said(entries, 'B.1.1'), address: said(entries, 'B.1.3.4') },
        said(entries, 'B.3.1'),
      ),
    ),
    ...supports.flatMap((entries) =>
      party('funder', 'organisation', { name: said(entries, 'B.4.1'), address: said(entries, 'B.4.2') }),
    ),
    ...contacts.flatMap((entries) =>
      party('contact', 'person', {
        name: said(entries, 'B.5.2'),
        affiliation: said(entries, 'B.5.1'),
        address: composed(...['B.5.3.1', 'B.5.3.2', 'B.5.3.3', 'B.5.3.4'].map((code) => said(entries, code))),
        phone: said(entries, 'B.5.4'),
        email: said(entries, 'B.5.6'),
      }),
    ),
  ];
};

const NAMES = ['D.3.1', 'D.2.1.1.1', 'D.3.8', 'D.3.9.3', 'D.3.2'];

const interventions = (protocols: readonly Protocol[]): readonly Intervention[] => {
  const products = sameThings(groups(protocols, 'D.IMP'), ...NAMES).flatMap((entries): Intervention[] => {
    const names = NAMES.flatMap((code) => answers(entries, code, wordsOf));
    const [name, ...others] = names;
    return name
      ? [
          {
            key: keyOf(name.value),
            name,
            type: first(answers(entries, 'D.1.2', wordsOf)),
            description: NOT_STATED,
            otherNames: others,
            arms: [],
          },
        ]
      : [];
  });
  const placebos = sameThings(groups(protocols, 'D.8'), 'D.8.3', 'D.8.4').flatMap(
    (entries): Intervention[] => {
      const [used] = answers(entries, 'D.8.1', isYes);
      return used
        ? [
            {
              key: 'placebo',
              name: { ...concluded(used, 'Placebo'), derivation: 'normalised' },
              type: NOT_STATED,
              description: first(answers(entries, 'D.8.3', wordsOf)),
              otherNames: [],
              arms: [],
            },
          ]
        : [];
    },
  );
  return [...products, ...placebos.slice(0, 1)];
};

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

const COUNTRY = /^(?<country>.+?)\s+-\s+\S/;

/** The country that answers for a protocol: the one of its authority. */
const countryOf = ({ words }: Located): string => COUNTRY.exec(words)?.groups?.country ?? words;

const NO_COUNTRY = /^outside/i;

const STATUS = /^Trial Status$/;

/** What becomes of the trial in each of several countries. */
const sites = (protocols: readonly Protocol[]): readonly Site[] =>
  (protocols.length > 1 ? protocols : []).flatMap(({ entries }) => {
    const country = first(
      answers(entries, 'A.1', (node) => (NO_COUNTRY.test(node.words) ? undefined : countryOf(node))),
    );
    const status = first(
      answers(entries, '', ({ words }) => PROGRESS_STATES.get(words.toLowerCase()), STATUS),
    );
    return country === NOT_STATED ? [] : [site({ country, status })];
  });

const AGES: readonly (readonly [code: string, from: string, to: string])[] = [
  ['F.1.1.1', '', ''],
  ['F.1.1.2', '', '0 Years'],
  ['F.1.1.3', '0 Days', '27 Days'],
  ['F.1.1.4', '28 Days', '23 Months'],
  ['F.1.1.5', '2 Years', '11 Years'],
  ['F.1.1.6', '12 Years', '17 Years'],
  ['F.1.2', '18 Years', '64 Years'],
  ['F.1.3', '65 Years', ''],
];

/** The bounds of neighbouring age groups answered with yes, as the form itself writes them; open where the form is. */
const ages = (
  entries: readonly Entry[],
): Pick<RegistryRecord['eligibility'], 'minimumAge' | 'maximumAge'> => {
  const found = AGES.flatMap(([code, from, to], at) =>
    stated(first(answers(entries, code, isYes))).map((yes) => ({ at, from, to, yes })),
  );
  const [youngest, oldest] = [found[0], found.at(-1)];
  if (!youngest || !oldest || oldest.at - youngest.at >= found.length)
    return { minimumAge: NOT_STATED, maximumAge: NOT_STATED };
  return {
    minimumAge: youngest.from !== '' ? concluded(youngest.yes, youngest.from) : NOT_STATED,
    maximumAge: oldest.to !== '' ? concluded(oldest.yes, oldest.to) : NOT_STATED,
  };
};

const sex = (entries: readonly Entry[]): RegistryRecord['eligibility']['sex'] => {
  const [female] = answers(entries, 'F.2.1', isYes);
  const [male] = answers(entries, 'F.2.2', isYes);
  if (female && male)
    return { ...female, value: 'all', spans: [...female.spans, ...male.spans] as Fact<string>['spans'] };
  if (female) return { ...female, value: 'female' };
  return male ? { ...male, value: 'male' } : NOT_STATED;
};

/** The criteria that the protocols have, each once with all its places. */
const criteria = (
  entries: readonly Entry[],
  section: 'inclusion' | 'exclusion',
  code: string,
): readonly Fact<string>[] =>
  merged(
    entries
      .filter(isAsked(code))
      .flatMap(({ node }) =>
        wordsOf(node) === undefined ? [] : sectionCriteria(section, node, [factOf(node, node.words)]),
      ),
  );

const digits = ({ words }: Located): number | undefined => (/^\d+$/.test(words) ? Number(words) : undefined);

/** The number planned for the widest region that is answered for. */
const enrolment = (entries: readonly Entry[]): RegistryRecord['enrolment'] => {
  const [count] = ['F.4.2.2', 'F.4.2.1', 'F.4.1'].flatMap((code) => answers(entries, code, digits));
  return count && { count, actual: concluded(count, false) };
};

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
