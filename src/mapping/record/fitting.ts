import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type { RegistryRecord, Site } from '../../model/record/record.ts';

type Form = 'code' | 'date' | 'decimal' | 'url';

const DATE =
  /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?<time>T[\d:.]+(?:Z|[+-]\d\d:\d\d))?)?)?$/;

/** Whether a day is in the calendar: the 30th of February is not. */
const isDay = (date: string): boolean => {
  const time = Date.parse(date);
  return !Number.isNaN(time) && (date.length !== 10 || new Date(time).toISOString().startsWith(date));
};

/** What FHIR lets a value be: https://hl7.org/fhir/R5/datatypes.html#primitive */
const FORMS: Readonly<Record<Form, (value: string) => boolean>> = {
  code: (value) => /^\S+(?: \S+)*$/.test(value),
  date: (value) => DATE.test(value) && isDay(value),
  decimal: (value) => /^-?(?:0|[1-9]\d{0,17})(?:\.\d{1,17})?$/.test(value),
  url: (value) => /^\S+$/.test(value),
};

/** The fact where its value has the form of FHIR's elements for it; else it is one of the misfits. */
export const fitting = (form: Form, fact: Stated<string>): Stated<string> =>
  fact !== NOT_STATED && FORMS[form](fact.value) ? fact : NOT_STATED;

/** Where a site is, where the record says both coordinates in numbers. */
export const positionOf = (
  site: Site,
): { readonly latitude: Fact<string>; readonly longitude: Fact<string> } | undefined => {
  const latitude = fitting('decimal', site.latitude);
  const longitude = fitting('decimal', site.longitude);
  return latitude === NOT_STATED || longitude === NOT_STATED ? undefined : { latitude, longitude };
};

/** What the record states in a form that the elements meant for it do not take. */
export const misfits = (record: RegistryRecord): readonly Fact<string>[] => {
  const { milestones, identifiers, references, sites } = record;
  const terms = [
    ...record.conditions,
    ...record.keywords,
    ...record.conditionTerms,
    ...record.interventionTerms,
  ];
  const expected: readonly (readonly [Form, Stated<string>])[] = [
    ...milestones.map(({ date }) => ['date', date] as const),
    ['url', record.url],
    ...identifiers.map(({ url }) => ['url', url] as const),
    ...references.flatMap(({ url, date }) => [['url', url] as const, ['date', date] as const]),
    ...terms.flatMap(({ codes }) => codes.map(({ code }) => ['code', code] as const)),
  ];
  const unplaced = sites.filter((site) => positionOf(site) === undefined);
  return [
    ...expected.filter(([form, fact]) => fitting(form, fact) === NOT_STATED).map(([, fact]) => fact),
    ...unplaced.flatMap(({ latitude, longitude }) => [latitude, longitude]),
  ].filter((fact) => fact !== NOT_STATED);
};
