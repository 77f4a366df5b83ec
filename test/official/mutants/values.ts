import type { ElementDefinition } from 'fhir/r5.js';
import type { Random } from '../../random.ts';
import { codesOf, targetTypes } from './definitions.ts';
import type { JsonObject } from './sites.ts';

/** Makes a valid value of a type for an element. */
export type MakeValue = (random: Random, definition: ElementDefinition | undefined) => unknown;

const WORDS = ['arm', 'dose', 'outcome', 'follow-up', 'randomised', 'participants', 'placebo', 'remission'];

const words: MakeValue = (random) =>
  Array.from({ length: 1 + random.below(4) }, () => random.pick(WORDS)).join(' ');

const DAYS = ['2019-02-28', '2020-02-29', '2021-07', '2022', '2023-12-31'];
const TIMES = ['2020-02-29T23:59:60Z', '2021-07-01T08:00:00+02:00', '2022-01-01T00:00:00.123-14:00'];

/** A code of the element's value set, if the official expansions have any. */
const concept = (random: Random, definition: ElementDefinition | undefined): JsonObject | undefined => {
  const found = random.pick(codesOf(definition?.binding?.valueSet ?? ''));
  return found && { system: found.system, code: found.code };
};

const coding: MakeValue = (random, definition) =>
  concept(random, definition) ?? { system: 'http://trials.test/codes', code: `c${random.below(100)}` };

const codeableConcept: MakeValue = (random, definition) => {
  const bound = concept(random, definition);
  const codings = bound ?? (random.chance(0.3) ? coding(random, definition) : undefined);
  return { ...(codings !== undefined && { coding: [codings] }), text: words(random, definition) };
};

const reference: MakeValue = (random, definition) => {
  const type = random.pick(targetTypes(definition)) ?? 'Group';
  return {
    reference: `${type}/${type.toLowerCase()}-${random.below(9)}`,
    ...(random.chance(0.3) && { type }),
    ...(random.chance(0.3) && { display: words(random, definition) }),
  };
};

const UNITS = ['mg', 'kg', 'mL', 'mm[Hg]', '%', '10*6/L'];

const quantity = (random: Random, units: readonly string[]): JsonObject => {
  const code = random.pick(units);
  return { value: random.below(1000) / 10, unit: code, system: 'http://unitsofmeasure.org', code };
};

const range = (random: Random): JsonObject => {
  const low = quantity(random, ['mg']);
  return { low, high: { ...low, value: Number(low.value) + 5 } };
};

/** Values of types whose rules a value made by the element tables alone would break, and of all primitives. */
export const VALUES: Readonly<Record<string, MakeValue>> = {
  base64Binary: () => 'VHJpYWxicmlkZ2U=',
  boolean: (random) => random.chance(0.5),
  canonical: (random) => `http://trials.test/fhir/Library/library-${random.below(9)}|1.0`,
  code: (random, definition) => concept(random, definition)?.code ?? 'text/plain',
  date: (random) => random.pick(DAYS),
  dateTime: (random) => random.pick([...DAYS, ...TIMES]),
  decimal: (random) => random.below(10_000) / 100 - 20,
  id: (random) => `id-${random.below(1000)}`,
  instant: (random) => random.pick(TIMES),
  integer: (random) => random.below(2000) - 1000,
  integer64: (random) => String(random.below(2 ** 31) * 4),
  markdown: (random, definition) => `*${words(random, definition)}*`,
  oid: (random) => `urn:oid:2.999.${random.below(1000)}`,
  positiveInt: (random) => 1 + random.below(50),
  string: words,
  time: (random) => random.pick(['00:00:00', '23:59:59.5', '12:30:00']),
  unsignedInt: (random) => random.below(50),
  uri: (random) => `http://trials.test/fhir/thing/${random.below(100)}`,
  url: (random) => `https://trials.test/page/${random.below(100)}`,
  uuid: () => 'urn:uuid:c757873d-ec9a-4326-a141-556f43239520',
  Age: (random) => quantity(random, ['a', 'mo']),
  Attachment: (random) => ({ contentType: 'text/plain', url: `https://trials.test/${random.below(9)}` }),
  CodeableConcept: codeableConcept,
  CodeableReference: (random, definition) =>
    random.chance(0.5)
      ? { concept: codeableConcept(random, definition) }
      : { reference: reference(random, definition) },
  Coding: coding,
  ContactPoint: (random) => ({ system: random.pick(['phone', 'email', 'url']), value: 'a@trials.test' }),
  Count: (random) => ({ ...quantity(random, ['1']), value: random.below(90) }),
  DataRequirement: () => ({ type: 'Evidence', limit: 3 }),
  Distance: (random) => quantity(random, ['m', 'km']),
  Dosage: (random, definition) => ({ text: words(random, definition) }),
  Duration: (random) => quantity(random, ['d', 'h', 'wk']),
  Expression: () => ({ language: 'text/fhirpath', expression: 'true' }),
  Identifier: (random) => ({ system: 'http://trials.test/ids', value: `i${random.below(1000)}` }),
  Money: (random) => ({ value: random.below(1000), currency: random.pick(['EUR', 'USD', 'JPY']) }),
  MonetaryComponent: () => ({ type: 'base', amount: { value: 3, currency: 'EUR' } }),
  Narrative: () => ({
    status: 'generated',
    div: '<div xmlns="http://www.w3.org/1999/xhtml"><p>A <b>trial</b> of it</p></div>',
  }),
  Period: () => ({ start: '2020-01-01', end: '2021-06' }),
  Quantity: (random) => quantity(random, UNITS),
  Range: range,
  Ratio: (random) => ({ numerator: quantity(random, ['mg']), denominator: quantity(random, ['mL']) }),
  Reference: reference,
  SampledData: () => ({
    origin: { value: 0 },
    interval: 10,
    intervalUnit: 's',
    dimensions: 1,
    data: '1 2 E 3.5',
  }),
  Signature: () => ({ when: '2021-07-01T08:00:00Z', who: { reference: 'Organization/o' }, data: 'eA==' }),
  Timing: (random) =>
    random.chance(0.5)
      ? { repeat: { frequency: 2, period: 1, periodUnit: 'd' } }
      : { event: ['2020-01-01'], code: { text: 'twice a day' } },
  TriggerDefinition: () => ({ type: 'named-event', name: 'admission' }),
  UsageContext: (random) => ({
    code: { system: 'http://terminology.hl7.org/CodeSystem/usage-context-type', code: 'focus' },
    valueCodeableConcept: { text: `focus ${random.below(9)}` },
  }),
};
