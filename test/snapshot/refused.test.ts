import type { ElementDefinition } from 'fhir/r5.js';
import { describe, expect, it } from 'vitest';
import { issuesOf, profile } from './profile.ts';

const CORE = 'http://hl7.org/fhir/StructureDefinition/';

const sliced = (path: string, discriminator: string): ElementDefinition => ({
  path,
  slicing: { discriminator: [{ type: 'value', path: discriminator }], rules: 'open' },
});

const REFUSED: readonly (readonly [string, string, string, ElementDefinition[], string])[] = [
  [
    'an unknown element',
    'snapshot-unknown-element',
    'Patient',
    [{ path: 'Patient.nickname' }],
    'Patient.nickname',
  ],
  [
    'one in a data type',
    'snapshot-unknown-element',
    'Patient',
    [{ path: 'Patient.name.first' }],
    'Patient.name.first',
  ],
  [
    'a type that the choice has not',
    'snapshot-unknown-element',
    'Observation',
    [{ path: 'Observation.valueMoney' }],
    'Observation.valueMoney',
  ],
  [
    'an element out of order',
    'snapshot-order',
    'Patient',
    [{ path: 'Patient.gender' }, { path: 'Patient.name' }],
    'Patient.name',
  ],
  [
    'one below a choice of types',
    'snapshot-unknown-element',
    'Observation',
    [{ path: 'Observation.value[x].unit' }],
    'Observation.value[x].unit',
  ],
  [
    'a repeated element',
    'snapshot-misplaced',
    'Patient',
    [{ path: 'Patient.name' }, { path: 'Patient.name' }],
    'Patient.name',
  ],
  ['paths of another type', 'snapshot-root', 'Patient', [{ path: 'Person.name' }], 'Person'],
  ['a sliced root', 'snapshot-root', 'Patient', [sliced('Patient', 'id')], 'Patient'],
  [
    'a root with a type',
    'snapshot-root',
    'Patient',
    [{ path: 'Patient', type: [{ code: 'Patient' }] }],
    'Patient',
  ],
  [
    'a lower min',
    'snapshot-min',
    'Observation',
    [{ path: 'Observation.status', min: 0 }],
    'Observation.status',
  ],
  [
    'a higher max',
    'snapshot-max',
    'Observation',
    [{ path: 'Observation.status', max: '*' }],
    'Observation.status',
  ],
  [
    'a min above the max',
    'snapshot-cardinality',
    'Observation',
    [{ path: 'Observation.method', min: 2 }],
    'Observation.method',
  ],
  [
    'another type',
    'snapshot-type',
    'Observation',
    [{ path: 'Observation.code', type: [{ code: 'Coding' }] }],
    'Observation.code',
  ],
  [
    'a profile of another type',
    'snapshot-type',
    'Observation',
    [{ path: 'Observation.code', type: [{ code: 'CodeableConcept', profile: [`${CORE}SimpleQuantity`] }] }],
    'Observation.code',
  ],
  [
    'another target',
    'snapshot-target',
    'Observation',
    [{ path: 'Observation.encounter', type: [{ code: 'Reference', targetProfile: [`${CORE}Patient`] }] }],
    'Observation.encounter',
  ],
  [
    'a weaker binding',
    'snapshot-binding',
    'Observation',
    [{ path: 'Observation.status', binding: { strength: 'preferred', valueSet: 'http://example.org/vs' } }],
    'Observation.status',
  ],
  [
    'a fixed value of another type',
    'snapshot-value',
    'Observation',
    [{ path: 'Observation.status', fixedString: 'final' }],
    'Observation.status',
  ],
  [
    'a pattern of another type',
    'snapshot-value',
    'Observation',
    [{ path: 'Observation.code', patternCoding: { code: 'x' } }],
    'Observation.code',
  ],
  [
    'a slice by no type',
    'snapshot-type-slice',
    'Observation',
    [{ path: 'Observation.value[x]', sliceName: 'Quantity' }],
    'Observation.value[x]:Quantity',
  ],
  [
    'two types where one is demanded',
    'snapshot-type-slice',
    'Observation',
    [
      { path: 'Observation.valueQuantity', min: 1 },
      { path: 'Observation.valueString', max: '1' },
    ],
    'Observation.valueString',
  ],
  [
    'a slice of a list that is not sliced',
    'snapshot-no-slicing',
    'Patient',
    [{ path: 'Patient.name', sliceName: 'official' }],
    'Patient.name:official',
  ],
  [
    'a slicing by content of what is there once',
    'snapshot-single-slicing',
    'Observation',
    [sliced('Observation.code', 'text'), { path: 'Observation.code', sliceName: 'a' }],
    'Observation.code',
  ],
];

describe('a differential', () => {
  it.each(REFUSED)('is refused with %s', (_, rule, type, elements, at) => {
    const issues = issuesOf(profile(type, elements));
    expect(issues.map((issue) => issue.rule)).toEqual([rule]);
    expect(issues[0]).toMatchObject({
      severity: 'error',
      text: expect.stringContaining(`${at}: `),
      expression: expect.stringMatching(/^StructureDefinition\.differential\.element\[\d+\]$/),
      profile: `http://example.org/StructureDefinition/my-${type}`,
    });
  });

  it('is refused with all that is wrong, each where it stands and once', () => {
    const issues = issuesOf(
      profile('Observation', [
        { path: 'Observation' },
        sliced('Observation.component', 'code'),
        { path: 'Observation.component.colour' },
        { path: 'Observation.component', sliceName: 'a' },
        { path: 'Observation.component', sliceName: 'b', max: '0' },
        { path: 'Observation.flavour' },
      ]),
    );
    expect(issues.map(({ expression }) => expression)).toEqual([
      'StructureDefinition.differential.element[2]',
      'StructureDefinition.differential.element[5]',
    ]);
  });

  it.each([
    [
      'a slice beside those of a closed slicing',
      'snapshot-closed-slicing',
      { path: 'Patient.name', sliceName: 'b' },
    ],
    ['what need not be supported any more', 'snapshot-must', { path: 'Patient.gender', mustSupport: false }],
    ['more than the slice may be', 'snapshot-max', { path: 'Patient.name', sliceName: 'a', max: '*' }],
  ])('is refused with %s', (_, rule, element) => {
    const parent = profile(
      'Patient',
      [
        {
          path: 'Patient.name',
          slicing: { discriminator: [{ type: 'value', path: 'use' }], rules: 'closed' },
        },
        { path: 'Patient.name', sliceName: 'a', max: '1' },
        { path: 'Patient.gender', mustSupport: true },
      ],
      { url: 'http://example.org/parent' },
    );
    const child = profile('Patient', [element], { baseDefinition: parent.url });
    expect(issuesOf(child, parent).map((issue) => issue.rule)).toEqual([rule]);
  });

  it('is refused if slices of slices of all slices would be without end', () => {
    const slicing = { discriminator: [{ type: 'value' as const, path: 'linkId' }], rules: 'open' as const };
    const slicings = (path: string, depth: number): ElementDefinition[] => [
      { path, slicing },
      ...(depth > 0 ? slicings(`${path}.item`, depth - 1) : []),
      ...['a', 'b', 'c'].map((sliceName) => ({ path, sliceName })),
    ];
    const issues = issuesOf(profile('Questionnaire', slicings('Questionnaire.item', 20)));
    expect(issues.map((issue) => issue.rule)).toEqual(['snapshot-size']);
  });

  it('may name targets and types that are derived from the base’s', () => {
    const senior = profile('Patient', [], { url: 'http://example.org/senior' });
    const type = [{ code: 'Reference', targetProfile: [senior.url, `${CORE}Group`] }];
    expect(issuesOf(profile('Observation', [{ path: 'Observation.subject', type }]), senior)).toEqual([]);
    const quantity = [{ code: 'Age' }];
    expect(issuesOf(profile('Goal', [{ path: 'Goal.target.detail[x]', type: quantity }]))).toEqual([]);
  });
});
