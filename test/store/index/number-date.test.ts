import { describe, expect, test } from 'vitest';
import { indexed } from './indexed.ts';

const MOST = Number.MAX_VALUE;
const UCUM = 'http://unitsofmeasure.org';
const FOREVER = '+275760-09-13T00:00:00.000Z';
const NEVER = '-271821-04-20T00:00:00.000Z';

const observation = (more: object): object => ({ resourceType: 'Observation', ...more });
const request = (more: object): object => ({ resourceType: 'ServiceRequest', ...more });
const evidence = (...estimates: readonly object[]): object => ({
  resourceType: 'Evidence',
  statistic: [{ attributeEstimate: estimates }],
});
const estimate = (code: string, quantity: object): object => ({ type: { coding: [{ code }] }, quantity });

describe('what a date parameter finds', () => {
  test.each<[string, object, string, readonly string[]]>([
    [
      'a year',
      observation({ effectiveDateTime: '2020' }),
      'Observation.date',
      ['2020-01-01T00:00:00.000Z 2021-01-01T00:00:00.000Z'],
    ],
    [
      'a month',
      observation({ effectiveDateTime: '2020-02' }),
      'Observation.date',
      ['2020-02-01T00:00:00.000Z 2020-03-01T00:00:00.000Z'],
    ],
    [
      'a day',
      observation({ effectiveDateTime: '2020-02-29' }),
      'Observation.date',
      ['2020-02-29T00:00:00.000Z 2020-03-01T00:00:00.000Z'],
    ],
    [
      'a second in its zone',
      observation({ effectiveDateTime: '2020-01-01T01:00:00+02:00' }),
      'Observation.date',
      ['2019-12-31T23:00:00.000Z 2019-12-31T23:00:01.000Z'],
    ],
    [
      'an instant to the millisecond',
      observation({ effectiveInstant: '2020-01-01T00:00:00.123Z' }),
      'Observation.date',
      ['2020-01-01T00:00:00.123Z 2020-01-01T00:00:00.124Z'],
    ],
    [
      'a period',
      observation({ effectivePeriod: { start: '2020', end: '2020-03' } }),
      'Observation.date',
      ['2020-01-01T00:00:00.000Z 2020-04-01T00:00:00.000Z'],
    ],
    [
      'a period without an end',
      observation({ effectivePeriod: { start: '2020' } }),
      'Observation.date',
      [`2020-01-01T00:00:00.000Z ${FOREVER}`],
    ],
    [
      'a period without a start',
      observation({ effectivePeriod: { end: '2020' } }),
      'Observation.date',
      [`${NEVER} 2021-01-01T00:00:00.000Z`],
    ],
    [
      'nothing of a period without either',
      observation({ effectivePeriod: { id: 'x' } }),
      'Observation.date',
      [],
    ],
    [
      'all the time of a schedule',
      request({
        occurrenceTiming: {
          event: ['2020-05', '2020-02'],
          repeat: { boundsPeriod: { start: '2020-03', end: '2020-04' } },
        },
      }),
      'ServiceRequest.occurrence',
      ['2020-02-01T00:00:00.000Z 2020-06-01T00:00:00.000Z'],
    ],
    [
      'nothing of a schedule without a time',
      request({ occurrenceTiming: { repeat: { frequency: 1 } } }),
      'ServiceRequest.occurrence',
      [],
    ],
  ])('%s', (_, resource, key, expected) => {
    expect(indexed(resource, key)).toEqual(expected);
  });
});

describe('what a number, quantity or special parameter finds', () => {
  test.each<[string, object, string, readonly string[]]>([
    [
      'an integer',
      { resourceType: 'ResearchStudy', recruitment: { actualNumber: 40 } },
      'ResearchStudy.recruitment-actual',
      ['40 40'],
    ],
    [
      'a decimal, not a range',
      {
        resourceType: 'RiskAssessment',
        prediction: [{ probabilityDecimal: 0.5 }, { probabilityRange: { low: { value: 1 } } }],
      },
      'RiskAssessment.probability',
      ['0.5 0.5'],
    ],
    [
      'a quantity, in base units, too',
      observation({ valueQuantity: { value: 5.4, unit: 'mg', system: UCUM, code: 'mg' } }),
      'Observation.value-quantity',
      [`5.4 5.4 ${UCUM}|mg mg = 0.0054 0.0054 g1`],
    ],
    [
      'a quantity in a unit that is none of UCUM',
      observation({ valueQuantity: { value: 2, system: UCUM, code: 'tablets' } }),
      'Observation.value-quantity',
      [`2 2 ${UCUM}|tablets  = null null null`],
    ],
    [
      'a quantity of another system',
      observation({ valueQuantity: { value: 2, system: 'urn:s', code: 'mg' } }),
      'Observation.value-quantity',
      ['2 2 urn:s|mg  = null null null'],
    ],
    [
      'nothing of a quantity without a value',
      observation({ valueQuantity: { code: 'mg', system: UCUM } }),
      'Observation.value-quantity',
      [],
    ],
    [
      'a bound as all that is beyond it',
      observation({ valueQuantity: { value: 2, comparator: '<', system: UCUM, code: 'kg' } }),
      'Observation.value-quantity',
      [`${-MOST} 2 ${UCUM}|kg  = ${-MOST} 2000 g1`],
    ],
    [
      'a range that is open above',
      { resourceType: 'Condition', onsetRange: { low: { value: 2, system: UCUM, code: 'min' } } },
      'Condition.onset-age',
      [`2 ${MOST} ${UCUM}|min  = 120 ${MOST} s1`],
    ],
    [
      'money',
      { resourceType: 'Invoice', totalNet: { value: 1.5, currency: 'EUR' } },
      'Invoice.totalnet',
      ['1.5 1.5 urn:iso:std:iso:4217|EUR EUR = null null null'],
    ],
    [
      'sampled data as the range of what was measured',
      observation({ valueSampledData: { origin: { value: 10, unit: 'mV' }, factor: 2, data: '1 -3 E 2.5' } }),
      'Observation.value-quantity',
      ['4 15 | mV = null null null'],
    ],
    [
      'P values, not other estimates',
      evidence(estimate('C44185', { value: 0.001, comparator: '<' }), estimate('C53322', { value: 3 })),
      'Evidence.p-value',
      [`${-MOST} 0.001 |  = null null null`],
    ],
    [
      'a position',
      { resourceType: 'Location', position: { latitude: 48.4, longitude: 10 } },
      'Location.near',
      ['48.4 10'],
    ],
    ['no position', { resourceType: 'Location' }, 'Location.near', []],
  ])('%s', (_, resource, key, expected) => {
    expect(indexed(resource, key)).toEqual(expected);
  });
});
