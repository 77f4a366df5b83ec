import { type Fact, NOT_STATED, type Stated } from '../model/fact.ts';
import type { OutcomeMeasure } from '../model/record/protocol.ts';
import type {
  Contact,
  Design,
  Eligibility,
  Identifier,
  Milestone,
  Party,
  PartyRole,
  Reference,
  RegistryRecord,
  Site,
} from '../model/record/record.ts';
import { registryNumber } from '../model/registry-number.ts';
import type { Registry } from '../model/trial.ts';
import { keyOf } from './prose/key.ts';

/** What is stated, as a list of none or one. */
export const stated = <T>(fact: Stated<T>): readonly Fact<T>[] => (fact === NOT_STATED ? [] : [fact]);

/** The first of several that is stated. */
export const firstStated = <T>(...facts: readonly Stated<T>[]): Stated<T> =>
  facts.find((fact) => fact !== NOT_STATED) ?? NOT_STATED;

/** What follows from a fact, at its place. */
export const concluded = <T>(from: Fact<unknown>, value: T): Fact<T> => ({
  ...from,
  value,
  derivation: 'derived',
});

/** A value that the record has in parts, in their order; each part stands for itself elsewhere. */
export const composed = (...parts: readonly Stated<string>[]): Stated<string> => {
  const told = parts.flatMap(stated);
  const [first, ...others] = told;
  if (first === undefined || others.length === 0) return first ?? NOT_STATED;
  return {
    ...first,
    value: told.map(({ value }) => value).join(' '),
    derivation: 'derived',
    spans: [first.spans[0], ...others.flatMap(({ spans }) => spans)],
  };
};

/** The same value found at further places is one fact with all of them. */
export const merged = <T>(facts: readonly Fact<T>[]): readonly Fact<T>[] =>
  [...Map.groupBy(facts, ({ value }) => value).values()].flatMap(([first, ...others]) =>
    first === undefined
      ? []
      : [
          {
            ...first,
            spans: [first.spans[0], ...first.spans.slice(1), ...others.flatMap(({ spans }) => spans)],
          },
        ],
  );

/** What several fields say, each so that it can be read alone: `Strength: 20 mg/ml`; nothing where the first says nothing. */
export const labelled = (label: string, ...fields: readonly Stated<string>[]): readonly Fact<string>[] => {
  const [first, ...others] = fields.flatMap(stated);
  if (first === undefined || fields[0] === NOT_STATED) return [];
  return [
    {
      ...first,
      value: `${label}: ${[first, ...others].map(({ value }) => value).join(' ')}`,
      derivation: 'normalised',
      spans: [first.spans[0], ...[first, ...others].flatMap(({ spans }) => spans).slice(1)],
    },
  ];
};

/**
 * What a conversion makes of several fields: the first value of any, at all places that give it; and the words of
 * those fields that give another, or none.
 */
export const converted = <T>(
  fields: readonly Stated<string>[],
  convert: (words: string) => T | undefined,
): { readonly found: Stated<T>; readonly others: readonly Fact<string>[] } => {
  const all = fields.flatMap(stated).map((words) => ({ words, value: convert(words.value) }));
  const first = all.find(({ value }) => value !== undefined)?.value;
  const [found = NOT_STATED] = merged(
    all.flatMap(({ words, value }): readonly Fact<T>[] =>
      first === undefined || value !== first
        ? []
        : [{ ...words, value: first, derivation: String(first) === words.words ? 'stated' : 'normalised' }],
    ),
  );
  return {
    found,
    others: merged(
      all.flatMap(({ words, value }) => (first !== undefined && value === first ? [] : [words])),
    ),
  };
};

/** A contact of which only these things are stated. */
export const contact = (known: Partial<Contact>): Contact => ({
  name: NOT_STATED,
  role: NOT_STATED,
  affiliation: NOT_STATED,
  address: NOT_STATED,
  phone: NOT_STATED,
  phoneExtension: NOT_STATED,
  email: NOT_STATED,
  ...known,
});

/** A contact of whom anything is stated. */
export const isContact = (one: Contact): boolean => Object.values(one).some((fact) => fact !== NOT_STATED);

/** Someone in a role that the record tells by where it names them; nobody where it says nothing of them. */
export const party = (
  role: PartyRole,
  kind: Party['kind'],
  known: Partial<Contact>,
  ofClass: Stated<string> = NOT_STATED,
): readonly Party[] => {
  const who = contact(known);
  const [said] = Object.values(who).flatMap((fact: Stated<string>) => stated(fact));
  return said ? [{ role: concluded(said, role), kind, class: ofClass, contact: who }] : [];
};

/** A site of which only these things are stated. */
export const site = (known: Partial<Site>): Site => ({
  facility: NOT_STATED,
  city: NOT_STATED,
  state: NOT_STATED,
  postalCode: NOT_STATED,
  country: NOT_STATED,
  latitude: NOT_STATED,
  longitude: NOT_STATED,
  status: NOT_STATED,
  contacts: [],
  ...known,
});

/** A paper, page or document of which only these things are stated. */
export const reference = (kind: Reference['kind'], known: Partial<Reference>): Reference => ({
  kind,
  type: NOT_STATED,
  text: NOT_STATED,
  pmid: NOT_STATED,
  doi: NOT_STATED,
  url: NOT_STATED,
  date: NOT_STATED,
  ...known,
});

/** A number of which only these things are stated. */
export const identifier = (
  value: Fact<string>,
  role: Identifier['role'],
  registry: Registry | undefined,
  known: Partial<Identifier> = {},
): Identifier => ({
  value,
  role,
  registry,
  type: NOT_STATED,
  assigner: NOT_STATED,
  url: NOT_STATED,
  ...known,
});

/** A number beside the record's own: this trial's at another registry where it has such a form, else of another role. */
export const otherNumber = (
  said: Fact<string>,
  otherwise: 'organisation' | 'related',
  known: Partial<Identifier> = {},
): Identifier => {
  const found = registryNumber(said.value);
  if (found === undefined) return identifier(said, otherwise, undefined, known);
  const value: Fact<string> =
    found.number === said.words ? said : { ...said, value: found.number, derivation: 'normalised' };
  return identifier(value, 'same-trial', found.registry, known);
};

/** The record's own number and the others, each once with all the places that give it; the first says most of it. */
export const distinctNumbers = (
  own: Identifier,
  others: readonly Identifier[],
): RegistryRecord['identifiers'] => {
  const each = [...Map.groupBy([own, ...others], ({ value }) => value.value).values()].flatMap((same) => {
    const [first] = same;
    const [value] = merged(same.map((one) => one.value));
    return first && value ? [{ ...first, value }] : [];
  });
  const [first = own, ...rest] = each;
  return [first, ...rest];
};

/** What is planned to be measured. */
export const outcome = (
  role: OutcomeMeasure['role'],
  name: Fact<string>,
  known: Partial<OutcomeMeasure> = {},
): OutcomeMeasure => ({
  key: keyOf(name.value),
  role,
  name,
  description: NOT_STATED,
  timeFrame: NOT_STATED,
  ...known,
});

/** An event where its date is stated. */
export const milestone = (
  event: Milestone['event'],
  date: Stated<string>,
  actual: Stated<boolean> = NOT_STATED,
): readonly Milestone[] => stated(date).map((one) => ({ event, date: one, actual }));

/** How many were planned and how many took part. */
export const enrolments = (
  planned: Stated<number>,
  enrolled: Stated<number>,
): Pick<RegistryRecord, 'enrolment' | 'plannedEnrolment'> => {
  if (enrolled !== NOT_STATED)
    return {
      enrolment: { count: enrolled, actual: concluded(enrolled, true) },
      ...(planned !== NOT_STATED && { plannedEnrolment: planned }),
    };
  return {
    enrolment: planned === NOT_STATED ? undefined : { count: planned, actual: concluded(planned, false) },
  };
};

/** A design of which only these things are stated. */
export const design = (known: Partial<Design>): Design => ({
  studyType: NOT_STATED,
  phase: NOT_STATED,
  allocation: NOT_STATED,
  interventionModel: NOT_STATED,
  interventionModelDescription: NOT_STATED,
  masking: NOT_STATED,
  maskingDescription: NOT_STATED,
  whoMasked: [],
  primaryPurpose: NOT_STATED,
  observationalModel: NOT_STATED,
  timePerspective: NOT_STATED,
  text: NOT_STATED,
  ...known,
});

/** Who may take part, where only these things are stated. */
export const eligibility = (known: Partial<Eligibility>): Eligibility => ({
  criteria: NOT_STATED,
  inclusion: [],
  exclusion: [],
  sex: NOT_STATED,
  minimumAge: NOT_STATED,
  maximumAge: NOT_STATED,
  healthyVolunteers: NOT_STATED,
  studyPopulation: NOT_STATED,
  samplingMethod: NOT_STATED,
  ...known,
});

/** A record in which only these things are stated. */
export const record = (
  known: Pick<RegistryRecord, 'registry' | 'identifiers'> & Partial<RegistryRecord>,
): RegistryRecord => ({
  language: 'en',
  url: NOT_STATED,
  titles: [],
  state: NOT_STATED,
  whyStopped: NOT_STATED,
  milestones: [],
  parties: [],
  summary: NOT_STATED,
  description: NOT_STATED,
  conditions: [],
  keywords: [],
  conditionTerms: [],
  interventionTerms: [],
  design: design({}),
  enrolment: undefined,
  arms: [],
  interventions: [],
  outcomes: [],
  eligibility: eligibility({}),
  sites: [],
  countries: [],
  references: [],
  results: undefined,
  remarks: [],
  ...known,
});
