import type { FhirResource, Quantity } from 'fhir/r5.js';

const TIMES = [
  '2021',
  '2021-01',
  '2021-01-01',
  '2021-01-02',
  '2021-01-01T10:00:00Z',
  '2021-01-01T10:00:00.500Z',
  '2021-01-01T23:30:00-11:00',
  '2021-01-02T00:30:00+13:00',
  '2020-12-31T23:59:59+00:00',
];
const NUMBERS = [1, 1.4, 1.5, 2, 10];

const kilograms = (value: number): Quantity => ({ value, system: 'http://unitsofmeasure.org', code: 'kg' });

const pairs = <T>(items: readonly T[]): readonly (readonly [T, T])[] =>
  items.flatMap((one) => items.map((other) => [one, other] as const));

/** Resources in which R5's invariants compare times and quantities, of every precision, in any order. */
export const times = (): readonly FhirResource[] => [
  ...pairs(TIMES).map(
    ([start, end]): FhirResource => ({
      resourceType: 'Task',
      status: 'draft',
      intent: 'plan',
      authoredOn: start,
      lastModified: end,
      executionPeriod: { start, end },
    }),
  ),
  ...pairs(TIMES.filter((time) => time.length > 10)).map(
    ([start, end]): FhirResource => ({
      resourceType: 'Appointment',
      status: 'booked',
      start,
      end,
      participant: [],
    }),
  ),
  // Of one unit: without its service for UCUM the official engine compares no others.
  ...pairs(NUMBERS).map(
    ([low, high]): FhirResource => ({
      resourceType: 'Observation',
      status: 'final',
      code: { text: 'mass' },
      valueRange: { low: kilograms(low), high: kilograms(high) },
    }),
  ),
];
