import { describe, expect, test } from 'vitest';
import { evidence } from './evidence.ts';
import { against, changed, errors, found, sent, validate } from './found.ts';

const narrative = evidence.text;
const days = (value: number): object => ({ value, system: 'http://unitsofmeasure.org', code: 'd' });

describe('invariant', () => {
  test('of a data type, with its key and place', () => {
    const reversed = changed(evidence, 'statistic.0.attributeEstimate.0.range', {
      low: days(9),
      high: days(3),
    });
    const place = 'Evidence.statistic[0].attributeEstimate[0].range';
    expect(errors(reversed)).toEqual([`rng-2 ${place}`]);
    const [issue] = validate(sent(reversed));
    expect(issue).toMatchObject({ code: 'invariant', severity: 'error', rule: 'rng-2', expression: place });
    const range = (low: object, high: object): object =>
      changed(evidence, 'statistic.0.attributeEstimate.0.range', { low, high });
    expect(errors(range(days(3), days(9)))).toEqual([]);
    // Numbers without units cannot be compared, and a bound may be absent.
    expect(errors(range({ value: 9 }, { value: 3 }))).toEqual([]);
    expect(errors(range({ unit: 'd' }, days(3)))).toEqual([]);
    const open = changed(evidence, 'statistic.0.attributeEstimate.0.range', { low: days(3) });
    expect(validate(sent(open))).toEqual([]);
  });

  test('of a profile on a data type that a base type asks for', () => {
    const compared = changed(evidence, 'statistic.0.attributeEstimate.0.range.low.comparator', '<');
    const place = 'Evidence.statistic[0].attributeEstimate[0].range.low';
    expect(errors(compared)).toEqual([`sqty-1 ${place}`, `cardinality-max ${place}`]);
  });

  test.each([
    ['2021-01-01T23:30:00-11:00', '2021-01-01', true],
    ['2021-01-01T10:00:00Z', '2021-01-01', true],
    ['2021-01-01', '2021-01-01T00:00:00Z', true],
    ['2021-01', '2021', true],
    ['2021-01-03T00:00:00Z', '2021-01-01', false],
    ['2021-01-01T10:00:00Z', '2021-01-01T11:30:00+02:00', false],
    ['2021-02', '2021-01', true],
    ['2021-03', '2021-01', false],
  ])('of times of any precision and zone: from %s to %s', (start, end, isRight) => {
    const organization = {
      resourceType: 'Group',
      text: narrative,
      type: 'person',
      membership: 'definitional',
    };
    const period = {
      ...organization,
      characteristic: [{ code: { text: 'a' }, valueBoolean: true, exclude: false, period: { start, end } }],
    };
    expect(errors(period)).toEqual(isRight ? [] : ['per-1 Group.characteristic[0].period']);
  });

  test('that compares what references lead to, which is not at hand', () => {
    const provenance = (who: string, onBehalfOf: string): object => ({
      resourceType: 'Provenance',
      text: narrative,
      target: [{ reference: 'Group/a' }],
      agent: [{ who: { reference: who }, onBehalfOf: { reference: onBehalfOf } }],
    });
    expect(errors(provenance('Organization/a', 'Organization/b'))).toEqual([]);
    expect(errors(provenance('Organization/a', 'Organization/a'))).toEqual(['prov-1 Provenance.agent[0]']);
  });

  test.each([
    [[{ code: 'string' }, { code: 'Coding' }], []],
    [[{ code: 'Period' }, { code: 'Coding' }], []],
    [[{ code: 'Period' }, { code: 'Range' }], ['eld-11 StructureDefinition.differential.element[0]']],
  ])('that asks of each of several types: %j', (type, expected) => {
    const definition = {
      resourceType: 'StructureDefinition',
      text: narrative,
      url: 'https://example.com/fhir/StructureDefinition/a',
      name: 'A',
      status: 'draft',
      kind: 'resource',
      abstract: false,
      type: 'Observation',
      baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Observation',
      derivation: 'constraint',
      differential: {
        element: [
          {
            id: 'Observation.value[x]',
            path: 'Observation.value[x]',
            type,
            binding: { strength: 'example' },
          },
        ],
      },
    };
    expect(errors(definition).filter((one) => one.startsWith('eld-11'))).toEqual(expected);
  });

  test('of a resource', () => {
    const organization = { resourceType: 'Organization', text: narrative, active: true };
    expect(errors(organization)).toEqual(['org-1 Organization']);
    expect(errors({ ...organization, name: 'A' })).toEqual([]);
  });

  test('of a backbone element in a repeating parent', () => {
    const plan = {
      resourceType: 'PlanDefinition',
      text: narrative,
      status: 'active',
      action: [{ title: 'a' }, { input: [{ relatedData: 'b' }, { title: 'neither' }] }],
    };
    expect(errors(plan)).toEqual(['pld-0 PlanDefinition.action[1].input[1]']);
  });

  test('that asks whether a code is in a value set', () => {
    const scenario = (structureType: object): object => ({
      resourceType: 'ExampleScenario',
      text: narrative,
      status: 'draft',
      instance: [{ key: 'a', title: 'a', structureType, structureProfileUri: 'https://example.com/a' }],
    });
    const type = { system: 'http://hl7.org/fhir/fhir-types', code: 'Patient' };
    expect(found('information', scenario(type))).toEqual([]);
    expect(errors(scenario(type))).toEqual([]);
    const other = { system: 'https://example.com/types', code: 'x' };
    expect(errors(scenario(other))).toEqual(['exs-1 ExampleScenario.instance[0]']);
  });

  test('best practice is a warning', () => {
    const { text: _, ...bare } = evidence;
    expect(errors(bare)).toEqual([]);
    expect(found('warning', bare)).toEqual(['dom-6 Evidence']);
  });

  test('sees the resource, the extensions of a primitive and the index of a repetition', () => {
    const profile = {
      type: 'Evidence',
      kind: 'resource',
      derivation: 'constraint',
      abstract: false,
      supertypes: [],
      root: {
        name: 'Evidence',
        path: 'Evidence',
        min: 0,
        types: [],
        children: [
          {
            name: 'title',
            path: 'Evidence.title',
            min: 0,
            max: 1,
            types: [{ code: 'string' }],
            constraints: [
              {
                key: 'marked',
                severity: 'error',
                human: 'A title is marked',
                expression: "extension('https://example.com/mark').exists() and %resource.status = 'active'",
              },
            ],
          },
          {
            name: 'statistic',
            path: 'Evidence.statistic',
            min: 0,
            types: [{ code: 'BackboneElement' }],
            constraints: [
              {
                key: 'counted',
                severity: 'warning',
                human: 'Has a quantity',
                expression: 'quantity.exists()',
              },
            ],
          },
        ],
      },
    } as const;
    const marked = {
      ...evidence,
      _title: { extension: [{ url: 'https://example.com/mark', valueBoolean: true }] },
      statistic: [evidence.statistic[0], { description: 'no number' }],
    };
    const of = (resource: object): readonly string[] =>
      against(profile, resource)
        .filter(({ profile }) => profile?.startsWith('https://example.com/StructureDefinition/profile-'))
        .filter(({ severity }) => severity !== 'information')
        .map(({ severity, rule, expression }) => `${severity} ${rule} ${expression}`);
    const counted = 'warning counted Evidence.statistic[1]';
    expect(of(marked)).toEqual([counted]);
    const { _title, ...unmarked } = marked;
    expect(of(unmarked)).toEqual(['error marked Evidence.title', counted]);
    expect(of({ ...marked, status: 'draft' })).toEqual(['error marked Evidence.title', counted]);
  });
});
