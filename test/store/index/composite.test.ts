import { describe, expect, test } from 'vitest';
import { indexed } from './indexed.ts';

type Parts = Readonly<Record<`$${number}`, readonly string[]>>;

const coded = (code: string): object => ({ coding: [{ code }] });
const scope = (more: object): object => ({
  resourceType: 'TestScript',
  scope: [{ artifact: 'http://x/A|1', ...more }],
});
const conformsTo = [{ specification: coded('s'), version: '2.1' }];

/** Keeps what the parts of a composite find of each other apart: every one of these has a parameter of R5 or ours. */
describe('what a composite parameter finds', () => {
  test.each<[string, object, string, Parts]>([
    [
      'each component of one element together',
      {
        resourceType: 'Observation',
        component: [
          { code: coded('sys'), valueQuantity: { value: 120 } },
          { code: coded('note'), valueString: 'x' },
          { code: coded('dia'), valueQuantity: { value: 80 } },
        ],
      },
      'Observation.component-code-value-quantity',
      { $1: ['|sys', '#2 |dia'], $2: ['120 120 |  = null null null', '#2 80 80 |  = null null null'] },
    ],
    [
      'the resource itself and its components',
      {
        resourceType: 'Observation',
        code: coded('bp'),
        valueCodeableConcept: coded('high'),
        component: [{ code: coded('sys'), valueCodeableConcept: coded('low') }],
      },
      'Observation.combo-code-value-concept',
      { $1: ['|bp', '#1 |sys'], $2: ['|high', '#1 |low'] },
    ],
    [
      'several values of a component',
      {
        resourceType: 'Group',
        characteristic: [
          { code: { coding: [{ code: 'a' }, { code: 'b' }] }, valueBoolean: true },
          { code: coded('c'), valueCodeableConcept: coded('v') },
        ],
      },
      'Group.characteristic-value',
      { $1: ['|a', '|b', '#1 |c'], $2: ['|true', '#1 |v'] },
    ],
    [
      'the state of a study with whether that is actual and when, though R5 has no such parameters',
      {
        resourceType: 'ResearchStudy',
        progressStatus: [
          { state: coded('planned') },
          { state: coded('recruiting'), actual: true, period: { start: '2020', end: '2020' } },
        ],
      },
      'ResearchStudy.progress-status-state-period-actual',
      {
        $1: ['#1 |recruiting'],
        $2: ['#1 2020-01-01T00:00:00.000Z 2021-01-01T00:00:00.000Z'],
        $3: ['#1 |true'],
      },
    ],
    [
      'the string of an observation, though R5 has no such parameter',
      { resourceType: 'Observation', code: coded('c'), valueString: 'So SO' },
      'Observation.code-value-string',
      { $1: ['|c'], $2: ['so so = So SO'] },
    ],
    [
      'the place of an encounter by a reference as text',
      {
        resourceType: 'Encounter',
        location: [
          { location: { reference: 'Location/1' }, period: { start: '2020-01-01', end: '2020-01-01' } },
        ],
      },
      'Encounter.location-period',
      { $1: ['Location/1'], $2: ['2020-01-01T00:00:00.000Z 2020-01-02T00:00:00.000Z'] },
    ],
    [
      'both sides of a ratio',
      {
        resourceType: 'Ingredient',
        substance: {
          strength: [{ concentrationRatio: { numerator: { value: 1 }, denominator: { value: 2 } } }],
        },
      },
      'Ingredient.strength-concentration-ratio',
      { $1: ['1 1 |  = null null null'], $2: ['2 2 |  = null null null'] },
    ],
    [
      'the phase of a test of an artifact',
      scope({ phase: coded('unit') }),
      'TestScript.scope-artifact-phase',
      { $1: ['http://x/A|1'], $2: ['|unit'] },
    ],
    [
      'its conformance',
      scope({ conformance: coded('optional') }),
      'TestScript.scope-artifact-conformance',
      { $1: ['http://x/A|1'], $2: ['|optional'] },
    ],
    [
      'nothing without one of the two',
      scope({ phase: coded('unit') }),
      'TestScript.scope-artifact-conformance',
      { $1: [], $2: [] },
    ],
    [
      'what a kind of device conforms to',
      { resourceType: 'DeviceDefinition', conformsTo: [{ specification: coded('s'), version: ['2.1'] }] },
      'DeviceDefinition.specification-version',
      { $1: ['|s'], $2: ['2 1 = 2.1'] },
    ],
    [
      'what a device conforms to',
      { resourceType: 'Device', conformsTo },
      'Device.code-value-concept',
      { $1: ['|s'], $2: ['2 1 = 2.1'] },
    ],
    [
      'the relation of documents, whose components R5 has swapped',
      {
        resourceType: 'DocumentReference',
        relatesTo: [{ code: coded('replaces'), target: { reference: 'DocumentReference/1' } }],
      },
      'DocumentReference.relationship',
      { $1: ['DocumentReference/1'], $2: ['|replaces'] },
    ],
    [
      'the section of a document with this code and text',
      { resourceType: 'Composition', section: [{ code: coded('a'), text: { div: '<div>Yes</div>' } }] },
      'Composition.section-code-text',
      { $1: ['|a'], $2: ['yes = Yes'] },
    ],
    [
      'the kind and value of a statistic',
      {
        resourceType: 'Evidence',
        statistic: [{ statisticType: coded('RR'), quantity: { value: 0.8 } }, { quantity: { value: 3 } }],
      },
      'Evidence.statistic-type-effect',
      { $1: ['|rr'], $2: ['0.8 0.8 |  = null null null'] },
    ],
  ])('%s', (_, resource, key, expected) => {
    expect(
      Object.fromEntries(Object.keys(expected).map((part) => [part, indexed(resource, key + part)])),
    ).toEqual(expected);
  });
});
