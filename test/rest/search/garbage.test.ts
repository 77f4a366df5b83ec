import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVED } from '../server.ts';
import { type Loaded, load } from './loaded.ts';

const NAMES = [
  ...['name', 'family:exact', 'family:contains', 'name:text', 'gender', 'gender:not', 'identifier:of-type'],
  ...[
    'birthdate',
    'death-date',
    'organization',
    'organization:identifier',
    'organization:below',
    'link.name',
  ],
  ...[
    'general-practitioner:Organization.partof',
    '_has:Observation:patient:value-quantity',
    '_id',
    '_source',
  ],
  ...['_has:Observation:patient:component-code-value-quantity', '_has:RiskAssessment:patient:probability'],
  ...[
    '_lastUpdated',
    '_tag:in',
    '_tag:below',
    '_language',
    '_profile:below',
    '_source:above',
    '_list',
    '_in',
  ],
  ...[
    '_text',
    '_content',
    '_filter',
    '_sort',
    '_count',
    '_include',
    '_elements',
    '_summary',
    '_page',
    '_total',
  ],
];

/** What means something somewhere, so that more is read than at random. */
const PIECES = [
  ...[
    'gt',
    'ap',
    '1980',
    '-02-30',
    'T10:30',
    'Z',
    '+14:00',
    '1e400',
    '1e-300',
    '99999999999999999999',
    '0.05',
  ],
  ...[',', '|', '||', '$', '\\', '\\,', '%', '_', '*', "'", '"', '(', ')', '[', ']', '.', ':', '/', ' ', '-'],
  ...[
    'http://unitsofmeasure.org',
    'kg',
    'Cel',
    'Patient/ana',
    'urn:x',
    'https://a.b/c|1',
    '#',
    '\u0000',
    '\ud800',
  ],
  ...[
    'AND',
    'NOT',
    'OR',
    'NEAR(',
    'name eq ',
    'not(',
    ' and ',
    '9999',
    '0000',
    '0001',
    '😀',
    'ﬀ',
    'İ',
    '\u202e',
  ],
  ...['Patient:organization', 'iterate', 'a'.repeat(300), 'é'.repeat(2000), '1'.repeat(400)],
];

const text = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    {
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''));

/** As clients escape it; a lone surrogate has no UTF-8. */
const encoded = (value: string): string => encodeURIComponent(value.toWellFormed());

describe.each(SERVED)('whatever is asked on $name', (database) => {
  let loaded: Loaded;
  beforeAll(async () => {
    loaded = await load(database);
  });
  afterAll(() => loaded.close());

  test('is answered or refused, and never fails', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...NAMES), text), { minLength: 1, maxLength: 2 }),
        fc.boolean(),
        async (pairs, lenient) => {
          const query = pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');
          const { status, body } = await loaded.post(
            `Patient?${query}`,
            lenient ? { Prefer: 'handling=lenient' } : {},
          );
          expect([200, 400], `${query}: ${JSON.stringify(body.issue)}`).toContain(status);
          if (status === 400) expect(body.issue?.[0]?.severity).toBe('error');
          expect(loaded.failures()).toEqual([]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
