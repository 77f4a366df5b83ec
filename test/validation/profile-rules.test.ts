import type { ElementDefinition, FhirResource, StructureDefinition } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { canonicals } from '../../src/commands/canonicals.ts';
import { createValidator } from '../../src/validation/validate.ts';
import { sent, shownErrors } from './found.ts';

const CORE = 'http://hl7.org/fhir/StructureDefinition/';
const URL = 'https://example.com/StructureDefinition/profile';

const profile = (
  type: string,
  element: readonly ElementDefinition[],
  more: Partial<StructureDefinition> = {},
): StructureDefinition => ({
  resourceType: 'StructureDefinition',
  url: URL,
  name: 'P',
  status: 'active',
  kind: 'resource',
  abstract: false,
  type,
  baseDefinition: CORE + type,
  derivation: 'constraint',
  differential: { element: [...element] },
  ...more,
});

/** The errors of a resource by a profile given as a differential, each as `rule expression`. */
const broken = (
  definition: StructureDefinition,
  resource: object,
  others: readonly object[] = [],
  isBundleExpected = false,
): readonly string[] => {
  const elsewhere = { resource: () => undefined, mustExist: false, isBundleExpected };
  const resources = [...others, definition] as FhirResource[];
  const validate = createValidator({ ...canonicals(resources), elsewhere });
  return shownErrors(validate(sent(resource), [URL]));
};

const observation = (more: object) => ({
  resourceType: 'Observation',
  status: 'final',
  code: { text: 'x' },
  ...more,
});

describe('the value of an element', () => {
  test.each<[rules: object, path: string, value: object, expected: string[]]>([
    [{ maxValueInteger: 3 }, 'valueInteger', { valueInteger: 3 }, []],
    [
      { maxValueInteger: 3 },
      'valueInteger',
      { valueInteger: 4 },
      ['max-value Observation.value.ofType(integer)'],
    ],
    [{ minValueDateTime: '2020' }, 'valueDateTime', { valueDateTime: '2020-01-01' }, []],
    [
      { minValueDateTime: '2020' },
      'valueDateTime',
      { valueDateTime: '2019-12-31' },
      ['min-value Observation.value.ofType(dateTime)'],
    ],
    [
      { maxValueQuantity: { value: 1, system: 'http://unitsofmeasure.org', code: 'kg' } },
      'valueQuantity',
      { valueQuantity: { value: 1001, system: 'http://unitsofmeasure.org', code: 'g' } },
      ['max-value Observation.value.ofType(Quantity)'],
    ],
    [
      { maxLength: 2 },
      'valueString',
      { valueString: 'abc' },
      ['max-length Observation.value.ofType(string)'],
    ],
    [
      { extension: [{ url: `${CORE}regex`, valueString: '[a-z]+' }] },
      'valueString',
      { valueString: 'ab1' },
      ['regex Observation.value.ofType(string)'],
    ],
    [
      { extension: [{ url: `${CORE}regex`, valueString: '[a-z]+' }] },
      'valueString',
      { valueString: 'ab' },
      [],
    ],
    // A form that takes for ever to be matched, and one that is none, are not judged.
    [
      { extension: [{ url: `${CORE}regex`, valueString: '(a+)+b' }] },
      'valueString',
      { valueString: 'a'.repeat(40) },
      [],
    ],
    [{ extension: [{ url: `${CORE}regex`, valueString: '(' }] }, 'valueString', { valueString: 'a' }, []],
    [
      { extension: [{ url: `${CORE}minLength`, valueInteger: 3 }] },
      'valueString',
      { valueString: 'ab' },
      ['min-length Observation.value.ofType(string)'],
    ],
    [
      { mustHaveValue: true },
      'valueString',
      { _valueString: { extension: [{ url: `${CORE}data-absent-reason`, valueCode: 'unknown' }] } },
      ['value-missing Observation.value.ofType(string)'],
    ],
  ])('%j %s', (rules, name, value, expected) => {
    const path = `Observation.${name}`;
    expect(broken(profile('Observation', [{ path, ...rules }]), observation(value))).toEqual(expected);
  });
});

describe('additional bindings', () => {
  const codes = {
    resourceType: 'ValueSet',
    url: 'https://example.com/ValueSet/codes',
    status: 'active',
    compose: { include: [{ system: 'https://example.com/codes', concept: [{ code: 'a' }] }] },
  };
  const coded = (code: string, more: object = {}) =>
    observation({ code: { coding: [{ system: 'https://example.com/codes', code }] }, ...more });
  const bound = (additional: object) =>
    profile('Observation', [
      {
        path: 'Observation.code',
        binding: {
          strength: 'example',
          additional: [{ valueSet: codes.url, ...additional }],
        },
      } as ElementDefinition,
    ]);

  test('that are required, or the maximum, are errors', () => {
    for (const purpose of ['required', 'maximum']) {
      expect(broken(bound({ purpose }), coded('a'), [codes])).toEqual([]);
      expect(broken(bound({ purpose }), coded('b'), [codes])).toEqual([
        `binding-${purpose} Observation.code`,
      ]);
      expect(broken(bound({ purpose }), observation({}), [codes])).toEqual([
        `binding-${purpose} Observation.code`,
      ]);
    }
  });

  test.each(['extensible', 'candidate', 'ui', 'starter'])('that are %s are none', (purpose) => {
    expect(broken(bound({ purpose }), coded('b'), [codes])).toEqual([]);
  });

  test('the maximum value set may be said by an extension', () => {
    const maximum = {
      url: `${CORE}elementdefinition-maxValueSet`,
      valueCanonical: 'http://snomed.info/sct?fhir_vs',
    };
    const definition = profile('Observation', [
      { path: 'Observation.code', binding: { strength: 'example', extension: [maximum] } },
    ]);
    expect(
      broken(
        definition,
        observation({ code: { coding: [{ system: 'http://snomed.info/sct', code: '1' }] } }),
      ),
    ).toEqual([]);
    expect(broken(definition, coded('a'))).toEqual(['binding-maximum Observation.code']);
  });

  describe('with contexts', () => {
    const usage = [
      {
        code: { system: URL, code: 'Observation.category' },
        valueCodeableConcept: { coding: [{ system: 'https://example.com/c', code: 'x' }] },
      },
    ];
    const of = (code: string) => ({ category: [{ coding: [{ system: 'https://example.com/c', code }] }] });

    test('hold where the resource has the values', () => {
      const definition = bound({ purpose: 'required', usage });
      expect(broken(definition, coded('b', of('x')), [codes])).toEqual(['binding-required Observation.code']);
      expect(broken(definition, coded('b', of('y')), [codes])).toEqual([]);
      expect(broken(definition, coded('b'), [codes])).toEqual([]);
    });

    test('that no resource can tell do not', () => {
      const other = [
        {
          ...usage[0],
          code: { system: 'http://terminology.hl7.org/CodeSystem/usage-context-type', code: 'venue' },
        },
      ];
      expect(broken(bound({ purpose: 'required', usage: other }), coded('b', of('x')), [codes])).toEqual([]);
    });
  });

  test('of which one repeat is enough', () => {
    const definition = profile('Observation', [
      {
        path: 'Observation.category',
        binding: {
          strength: 'example',
          additional: [{ purpose: 'required', valueSet: codes.url, any: true }],
        },
      },
    ]);
    const category = (...all: string[]) =>
      observation({
        category: all.map((code) => ({ coding: [{ system: 'https://example.com/codes', code }] })),
      });
    expect(broken(definition, category('a', 'b'), [codes])).toEqual([]);
    expect(broken(definition, category('b'), [codes])).toEqual(['binding-required Observation.category[0]']);
  });
});

describe('where a reference leads', () => {
  const subject = (
    aggregation: ('contained' | 'referenced' | 'bundled')[],
    targetProfile = [`${CORE}Patient`],
  ) =>
    profile('Observation', [
      { path: 'Observation.subject', type: [{ code: 'Reference', targetProfile, aggregation }] },
    ]);
  const contained = observation({
    contained: [{ resourceType: 'Patient', id: 'p' }],
    subject: { reference: '#p' },
  });
  const apart = observation({ subject: { reference: 'Patient/p' } });

  test('is where the profile has it', () => {
    expect(broken(subject(['contained']), contained)).toEqual([]);
    expect(broken(subject(['contained']), apart)).toEqual(['reference-aggregation Observation.subject']);
    expect(broken(subject(['referenced']), apart)).toEqual([]);
    expect(broken(subject(['referenced', 'bundled']), contained)).toEqual([
      'reference-aggregation Observation.subject',
    ]);
  });

  test('a Bundle is missed only where there should be one', () => {
    expect(broken(subject(['bundled']), apart)).toEqual([]);
    expect(broken(subject(['bundled']), apart, [], true)).toEqual([
      'reference-aggregation Observation.subject',
    ]);
  });

  test('in a Bundle it is in the Bundle, if that is asked for', () => {
    const bundle = (...ids: string[]) => ({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        {
          fullUrl: 'https://example.com/Observation/o',
          resource: { ...apart, id: 'o', meta: { profile: [URL] } },
        },
        ...ids.map((id) => ({
          fullUrl: `https://example.com/Patient/${id}`,
          resource: { resourceType: 'Patient', id },
        })),
      ],
    });
    const validate = createValidator(canonicals([subject(['bundled'])]));
    expect(shownErrors(validate(sent(bundle('p'))))).toEqual([]);
    expect(shownErrors(validate(sent(bundle('q'))))).toEqual([
      'reference-aggregation Bundle.entry[0].resource.subject',
    ]);
  });

  test('conforms to one of the target profiles, which the profile may contain', () => {
    const named = profile('Patient', [{ path: 'Patient.name', min: 1 }], {
      id: 'named',
      url: `${URL}-named`,
    });
    const inside = { ...subject(['contained'], ['#named']), contained: [named] };
    const outside = subject(['contained'], [named.url]);
    const named_ = { ...contained, contained: [{ resourceType: 'Patient', id: 'p', name: [{ text: 'x' }] }] };
    for (const [definition, others] of [
      [inside, []],
      [outside, [named]],
    ] as const) {
      expect(broken(definition, named_, others)).toEqual([]);
      expect(broken(definition, contained, others)).toEqual(['reference-profile Observation.subject']);
    }
    expect(broken(subject(['contained'], [named.url, `${CORE}Patient`]), contained, [named])).toEqual([]);
    expect(broken(outside, contained)).toEqual([]);
  });
});

describe('slices', () => {
  const telecom = (more: Partial<ElementDefinition> = {}): ElementDefinition[] => [
    {
      path: 'Patient.telecom',
      slicing: { discriminator: [{ type: 'value', path: 'system' }], rules: 'open' },
      ...more,
    },
    { path: 'Patient.telecom', sliceName: 'phone', min: 1 },
    { path: 'Patient.telecom.system', patternCode: 'phone' },
    { path: 'Patient.telecom.value', min: 1 },
  ];
  const patient = (...points: object[]) => ({ resourceType: 'Patient', telecom: points });

  test('have what is said of all, and of each', () => {
    const all = {
      constraint: [{ key: 'u', severity: 'error', human: 'A use', expression: 'use.exists()' }],
    } as const;
    const definition = profile('Patient', telecom(all as unknown as Partial<ElementDefinition>));
    expect(broken(definition, patient({ system: 'phone', value: '1', use: 'home' }))).toEqual([]);
    expect(
      broken(definition, patient({ system: 'phone', use: 'home' }, { system: 'email', value: 'a@b' })),
    ).toEqual(['cardinality-min Patient.telecom[0]', 'u Patient.telecom[1]']);
  });

  test('can be spoken of in invariants', () => {
    const said = {
      constraint: [
        {
          key: 's',
          severity: 'error',
          human: 'Phones have a use',
          expression: "telecom.slice(%profile, 'phone').all(use.exists())",
        },
      ],
    } as unknown as Partial<ElementDefinition>;
    const definition = profile('Patient', [{ path: 'Patient', ...said }, ...telecom()]);
    expect(
      broken(
        definition,
        patient({ system: 'phone', value: '1', use: 'home' }, { system: 'email', value: 'a' }),
      ),
    ).toEqual([]);
    expect(broken(definition, patient({ system: 'phone', value: '1' }))).toEqual(['s Patient']);
  });

  test('by a fixed concept: to have more than it is wrong, and no other slice', () => {
    const coding = [{ system: 'https://example.com/c', code: 'x' }];
    const definition = profile('Patient', [
      {
        path: 'Patient.identifier',
        slicing: { discriminator: [{ type: 'value', path: 'type' }], rules: 'open' },
      },
      { path: 'Patient.identifier', sliceName: 'x', min: 1 },
      { path: 'Patient.identifier.type', min: 1, fixedCodeableConcept: { coding } },
    ]);
    const identified = (type: object) => ({ resourceType: 'Patient', identifier: [{ type, value: '1' }] });
    expect(broken(definition, identified({ coding }))).toEqual([]);
    expect(broken(definition, identified({ coding, text: 'more' }))).toEqual([
      'fixed Patient.identifier[0].type.text',
    ]);
    expect(broken(definition, identified({ text: 'more' }))).toEqual(['cardinality-min Patient']);
  });

  describe('of identifiers', () => {
    const slicing = (type: 'value' | 'position', more: object = {}): ElementDefinition =>
      ({
        path: 'Patient.identifier',
        slicing: {
          discriminator: [{ type, path: type === 'value' ? 'use' : '$this' }],
          rules: 'open',
          ...more,
        },
      }) as ElementDefinition;
    const slice = (use: string, more: object = {}): ElementDefinition[] => [
      { path: 'Patient.identifier', sliceName: use, ...more },
      { path: 'Patient.identifier.use', min: 1, patternCode: use as 'official' },
    ];
    const used = (...uses: string[]) => ({
      resourceType: 'Patient',
      identifier: uses.map((use) => ({ use, value: use })),
    });

    test('in order', () => {
      const elements = [...slice('usual'), ...slice('official')];
      const ordered = profile('Patient', [slicing('value', { ordered: true }), ...elements]);
      expect(broken(ordered, used('usual', 'temp', 'official', 'official'))).toEqual([]);
      expect(broken(ordered, used('official', 'usual'))).toEqual(['slicing-order Patient.identifier[1]']);
      const unordered = profile('Patient', [slicing('value'), ...elements]);
      expect(broken(unordered, used('official', 'usual'))).toEqual([]);
    });

    test('open at the end', () => {
      const definition = profile('Patient', [
        slicing('value', { rules: 'openAtEnd', ordered: true }),
        ...slice('usual'),
      ]);
      expect(broken(definition, used('usual', 'temp'))).toEqual([]);
      expect(broken(definition, used('temp', 'usual'))).toEqual(['slicing-end Patient.identifier[0]']);
    });

    test('by position', () => {
      const one = { min: 1, max: '1' };
      const definition = profile('Patient', [
        slicing('position'),
        ...slice('usual', one),
        ...slice('official', one),
      ]);
      expect(broken(definition, used('usual', 'official', 'temp'))).toEqual([]);
      expect(broken(definition, used('official', 'usual'))).toEqual([
        'pattern Patient.identifier[0].use',
        'pattern Patient.identifier[1].use',
      ]);
      expect(broken(definition, used('usual'))).toEqual(['cardinality-min Patient']);
    });

    test('sliced again, by what tells the slices apart', () => {
      const definition = profile('Patient', [
        slicing('value'),
        ...slice('official'),
        { path: 'Patient.identifier', sliceName: 'official/a', min: 1, max: '1' },
        { path: 'Patient.identifier.system', min: 1, patternUri: 'https://example.com/a' },
      ]);
      const identified = (...systems: string[]) => ({
        resourceType: 'Patient',
        identifier: systems.map((system) => ({ use: 'official', system, value: system })),
      });
      expect(broken(definition, identified('https://example.com/a'))).toEqual([]);
      expect(broken(definition, identified('https://example.com/b'))).toEqual([
        'pattern Patient.identifier[0].system',
      ]);
      expect(broken(definition, used('usual'))).toContain('cardinality-min Patient');
    });

    test('of which two take the same', () => {
      const definition = profile('Patient', [
        slicing('value'),
        ...slice('usual'),
        { path: 'Patient.identifier', sliceName: 'other' },
        { path: 'Patient.identifier.use', min: 1, patternCode: 'usual' },
      ]);
      expect(broken(definition, used('usual', 'temp'))).toEqual(['slicing-ambiguous Patient.identifier[0]']);
    });
  });

  test('by the profile of what is referred to', () => {
    const named = profile('Patient', [{ path: 'Patient.name', min: 1 }], { url: `${URL}-named` });
    const definition = profile('List', [
      {
        path: 'List.entry',
        slicing: { discriminator: [{ type: 'profile', path: 'item.resolve()' }], rules: 'open' },
      },
      { path: 'List.entry', sliceName: 'named', min: 1, max: '1' },
      { path: 'List.entry.item', type: [{ code: 'Reference', targetProfile: [named.url] }] },
    ]);
    const list = (...names: (object[] | undefined)[]) => ({
      resourceType: 'List',
      status: 'current',
      mode: 'working',
      contained: names.map((name, id) => ({ resourceType: 'Patient', id: `p${id}`, ...(name && { name }) })),
      entry: names.map((_, id) => ({ item: { reference: `#p${id}` } })),
    });
    expect(broken(definition, list([{ text: 'a' }], undefined), [named])).toEqual([]);
    expect(broken(definition, list(undefined), [named])).toEqual(['cardinality-min List']);
    expect(broken(definition, list([{ text: 'a' }], [{ text: 'b' }]), [named])).toEqual([
      'cardinality-max List',
    ]);
  });

  test('by the type of a resource, whatever its kind', () => {
    const named = profile('Patient', [{ path: 'Patient.name', min: 1 }], { url: `${URL}-named` });
    const definition = profile('Bundle', [
      {
        path: 'Bundle.entry',
        slicing: { discriminator: [{ type: 'type', path: 'resource' }], rules: 'open' },
      },
      { path: 'Bundle.entry', sliceName: 'named' },
      { path: 'Bundle.entry.resource', type: [{ code: 'Resource', profile: [named.url] }] },
    ]);
    const bundle = (resource: object) => ({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [{ fullUrl: 'urn:uuid:5f0b1c7e-3d0a-4f6a-9a51-3d2b0a1c9e10', resource }],
    });
    expect(broken(definition, bundle({ resourceType: 'Patient', name: [{ text: 'a' }] }), [named])).toEqual(
      [],
    );
    expect(broken(definition, bundle({ resourceType: 'Patient' }), [named])).toEqual([
      'cardinality-min Bundle.entry[0].resource',
    ]);
    expect(broken(definition, bundle({ resourceType: 'Basic', code: { text: 'x' } }), [named])).toEqual([
      'type-profile Bundle.entry[0].resource',
    ]);
  });
});

test('a profile that has faults is used as far as it can be', () => {
  const definition = profile('Patient', [
    { path: 'Patient.gender', min: 1 },
    { path: 'Patient.active', min: 1, fixedString: 'of another type' },
  ]);
  expect(broken(definition, { resourceType: 'Patient', gender: 'male' })).toEqual([
    'cardinality-min Patient',
  ]);
});
