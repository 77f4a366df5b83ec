import { describe, expect, test } from 'vitest';
import type {
  ElementDefinition,
  Slicing,
  StructureDefinition,
} from '../../src/validation/structure-definition.ts';
import { evidence } from './evidence.ts';
import { against, changed, errors, found, shownErrors } from './found.ts';

const ROLES = 'http://terminology.hl7.org/CodeSystem/variable-role';

type Profile = Omit<StructureDefinition, 'url'>;

const profile = (type: string, ...children: ElementDefinition[]): Profile => ({
  type,
  kind: 'resource',
  derivation: 'constraint',
  abstract: false,
  supertypes: [],
  root: { name: type, path: type, min: 0, types: [], children },
});

const element = (path: string, type: string, rules: Partial<ElementDefinition> = {}): ElementDefinition => ({
  name: path.split('.').at(-1) ?? '',
  path,
  min: 0,
  types: [{ code: type }],
  ...rules,
});

const by = (
  type: Slicing['discriminators'][number]['type'],
  path: string,
  rules: Slicing['rules'] = 'open',
) => ({
  slicing: { discriminators: [{ type, path }], rules, ordered: false } as const,
});

/** The errors by a profile of an Evidence that is valid without it. */
const broken = (definition: Profile, resource: object = evidence): readonly string[] =>
  shownErrors(against(definition, resource));

const role = (code: string): object => ({
  variableRole: { coding: [{ system: ROLES, code }] },
  observed: { reference: 'EvidenceVariable/a' },
});
const withRoles = (...codes: string[]): object => ({ ...evidence, variableDefinition: codes.map(role) });

describe('profile', () => {
  test('a profile that is asked for and unknown is an error, one that is claimed a warning', () => {
    expect(errors(evidence, ['https://example.com/StructureDefinition/nowhere'])).toEqual([
      'profile-unknown Evidence',
    ]);
    const claiming = { ...evidence, meta: { profile: ['https://example.com/StructureDefinition/nowhere'] } };
    expect(errors(claiming)).toEqual([]);
    expect(found('warning', claiming)).toEqual(['profile-unknown Evidence']);
  });

  test('a profile of another type is an error', () => {
    expect(errors(evidence, ['http://hl7.org/fhir/StructureDefinition/bp'])).toEqual([
      'profile-type Evidence',
    ]);
  });

  test('a claimed profile is checked, with or without its version', () => {
    const library = (profileUrl: string): object => ({
      resourceType: 'Library',
      meta: { profile: [profileUrl] },
      text: evidence.text,
      status: 'active',
      type: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/library-type', code: 'logic-library' }],
      },
    });
    const shareable = 'http://hl7.org/fhir/StructureDefinition/shareablelibrary';
    expect(errors(library(shareable))).toContain('cardinality-min Library');
    expect(errors(library(`${shareable}|5.0.0`))).toContain('cardinality-min Library');
  });

  test('cardinalities', () => {
    const strict = profile(
      'Evidence',
      element('Evidence.description', 'markdown', { min: 1 }),
      element('Evidence.note', 'Annotation', { max: 0 }),
      element('Evidence.statistic', 'BackboneElement', { min: 2 }),
    );
    expect(broken(strict)).toEqual(['cardinality-min Evidence', 'cardinality-min Evidence']);
    const right = {
      ...evidence,
      description: 'a',
      statistic: [...evidence.statistic, ...evidence.statistic],
    };
    expect(broken(strict, right)).toEqual([]);
    expect(broken(strict, { ...right, note: [{ text: 'a' }] })).toEqual(['cardinality-max Evidence']);
  });

  test('fixed values are met exactly, patterns at least', () => {
    const fixed = profile('Evidence', element('Evidence.status', 'code', { fixed: 'draft' }));
    expect(broken(fixed)).toEqual(['fixed Evidence.status']);
    expect(broken(fixed, { ...evidence, status: 'draft' })).toEqual([]);
    const pattern = profile(
      'Evidence',
      element('Evidence.publisher', 'string'),
      element('Evidence.useContext', 'UsageContext', { pattern: { code: { code: 'program' } } }),
    );
    const context = (code: object): object => ({
      ...evidence,
      useContext: [{ code, valueReference: { reference: 'Group/a' } }],
    });
    const system = 'http://terminology.hl7.org/CodeSystem/usage-context-type';
    expect(broken(pattern, context({ system, code: 'program' }))).toEqual([]);
    expect(broken(pattern, context({ system, code: 'focus' }))).toEqual([
      'pattern Evidence.useContext[0].code.code',
    ]);
  });

  test('a narrowed choice of types', () => {
    const narrowed = profile('Evidence', element('Evidence.citeAs[x]', 'markdown', { max: 1 }));
    expect(broken(narrowed, { ...evidence, citeAsMarkdown: 'a' })).toEqual([]);
    expect(broken(narrowed, { ...evidence, citeAsReference: { reference: 'Citation/a' } })).toEqual([
      'type Evidence.citeAs.ofType(Reference)',
    ]);
  });

  test('a narrowed target of a reference', () => {
    const narrowed = profile(
      'Evidence',
      element('Evidence.variableDefinition', 'BackboneElement', {
        children: [
          {
            ...element('Evidence.variableDefinition.observed', 'Reference', { max: 1 }),
            types: [{ code: 'Reference', targetProfiles: ['http://hl7.org/fhir/StructureDefinition/Group'] }],
          },
        ],
      }),
    );
    expect(broken(narrowed)).toEqual(['reference-target Evidence.variableDefinition[0].observed']);
    expect(
      against(narrowed, changed(evidence, 'variableDefinition.0.observed.reference', 'Group/1')),
    ).toEqual([]);
  });
});

const roleSlice = (code: string, rules: Partial<ElementDefinition>): ElementDefinition =>
  element('Evidence.variableDefinition', 'BackboneElement', {
    ...rules,
    children: [
      element('Evidence.variableDefinition.variableRole', 'CodeableConcept', {
        min: 1,
        pattern: { coding: [{ system: ROLES, code }] },
      }),
    ],
  });

describe('slicing', () => {
  const slices = {
    outcome: roleSlice('measuredVariable', { min: 1, max: 1 }),
    population: roleSlice('population', { max: 1 }),
  };

  test('by a pattern', () => {
    const sliced = profile(
      'Evidence',
      element('Evidence.variableDefinition', 'BackboneElement', { ...by('pattern', 'variableRole'), slices }),
    );
    expect(broken(sliced, withRoles('measuredVariable', 'population', 'exposure'))).toEqual([]);
    expect(broken(sliced, withRoles('population'))).toEqual(['cardinality-min Evidence']);
    expect(broken(sliced, withRoles('measuredVariable', 'population', 'population'))).toEqual([
      'cardinality-max Evidence',
    ]);
  });

  test('closed: nothing but the slices', () => {
    const closed = profile(
      'Evidence',
      element('Evidence.variableDefinition', 'BackboneElement', {
        ...by('value', 'variableRole', 'closed'),
        slices,
      }),
    );
    expect(broken(closed, withRoles('measuredVariable', 'population'))).toEqual([]);
    expect(broken(closed, withRoles('measuredVariable', 'exposure'))).toEqual([
      'slicing-closed Evidence.variableDefinition[1]',
    ]);
  });

  test('what a slice demands holds for its items only', () => {
    const outcome = roleSlice('measuredVariable', {});
    const demanding = {
      ...outcome,
      children: [
        ...(outcome.children ?? []),
        element('Evidence.variableDefinition.description', 'markdown', { min: 1 }),
      ],
    };
    const sliced = profile(
      'Evidence',
      element('Evidence.variableDefinition', 'BackboneElement', {
        ...by('value', 'variableRole'),
        slices: { outcome: demanding },
      }),
    );
    expect(broken(sliced, withRoles('population', 'measuredVariable'))).toEqual([
      'cardinality-min Evidence.variableDefinition[1]',
    ]);
  });

  test('by a value deeper down', () => {
    const sliced = profile(
      'Evidence',
      element('Evidence.variableDefinition', 'BackboneElement', {
        ...by('value', 'variableRole.coding.code', 'closed'),
        slices: {
          outcome: element('Evidence.variableDefinition', 'BackboneElement', {
            children: [
              element('Evidence.variableDefinition.variableRole', 'CodeableConcept', {
                children: [
                  element('CodeableConcept.coding', 'Coding', {
                    children: [element('Coding.code', 'code', { fixed: 'measuredVariable' })],
                  }),
                ],
              }),
            ],
          }),
        },
      }),
    );
    expect(broken(sliced, withRoles('measuredVariable'))).toEqual([]);
    expect(broken(sliced, withRoles('population'))).toEqual([
      'slicing-closed Evidence.variableDefinition[0]',
    ]);
  });

  test('by whether something exists', () => {
    const quantity = (rules: Partial<ElementDefinition>): ElementDefinition =>
      element('Evidence.statistic', 'BackboneElement', {
        max: 1,
        children: [element('Evidence.statistic.quantity', 'Quantity', rules)],
      });
    const sliced = profile(
      'Evidence',
      element('Evidence.statistic', 'BackboneElement', {
        ...by('exists', 'quantity'),
        slices: { with: quantity({ min: 1 }), without: quantity({ max: 0 }) },
      }),
    );
    const words = { description: 'no number' };
    expect(broken(sliced, { ...evidence, statistic: [evidence.statistic[0], words] })).toEqual([]);
    expect(broken(sliced, { ...evidence, statistic: [words, words] })).toEqual(['cardinality-max Evidence']);
  });

  test('by type, of a choice and of what a reference leads to', () => {
    const choice = profile(
      'Evidence',
      element('Evidence.citeAs[x]', 'markdown', {
        types: [{ code: 'markdown' }, { code: 'Reference' }],
        ...by('type', '$this'),
        slices: { citeAsMarkdown: element('Evidence.citeAs[x]', 'markdown', { min: 1 }) },
      }),
    );
    expect(broken(choice, { ...evidence, citeAsMarkdown: 'a' })).toEqual([]);
    expect(broken(choice, { ...evidence, citeAsReference: { reference: 'Citation/a' } })).toEqual([
      'cardinality-min Evidence',
    ]);
    const observed = (type: string): ElementDefinition =>
      element('Evidence.variableDefinition', 'BackboneElement', {
        max: 1,
        children: [
          {
            ...element('Evidence.variableDefinition.observed', 'Reference', { min: 1 }),
            types: [
              { code: 'Reference', targetProfiles: [`http://hl7.org/fhir/StructureDefinition/${type}`] },
            ],
          },
        ],
      });
    const target = profile(
      'Evidence',
      element('Evidence.variableDefinition', 'BackboneElement', {
        ...by('type', 'observed.resolve()'),
        slices: { group: observed('Group'), variable: observed('EvidenceVariable') },
      }),
    );
    expect(broken(target, withRoles('population'))).toEqual([]);
    expect(broken(target, withRoles('population', 'exposure'))).toEqual(['cardinality-max Evidence']);
  });

  test('by profile', () => {
    const sliced = profile(
      'Evidence',
      element('Evidence.statistic', 'BackboneElement', {
        children: [
          element('Evidence.statistic.quantity', 'Quantity', {
            ...by('profile', '$this', 'closed'),
            slices: {
              simple: {
                ...element('Evidence.statistic.quantity', 'Quantity'),
                types: [
                  { code: 'Quantity', profiles: ['http://hl7.org/fhir/StructureDefinition/SimpleQuantity'] },
                ],
              },
            },
          }),
        ],
      }),
    );
    expect(broken(sliced)).toEqual([]);
    expect(broken(sliced, changed(evidence, 'statistic.0.quantity.comparator', '<'))).toEqual([
      'slicing-closed Evidence.statistic[0].quantity',
    ]);
  });

  test('of extensions by their url', () => {
    const url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
    const sliced = profile(
      'Evidence',
      element('Evidence.title', 'string', {
        children: [
          element('Evidence.title.extension', 'Extension', {
            ...by('value', 'url'),
            slices: {
              absent: {
                ...element('Evidence.title.extension', 'Extension', { min: 1, max: 1 }),
                types: [{ code: 'Extension', profiles: [url] }],
              },
            },
          }),
        ],
      }),
    );
    expect(broken(sliced)).toEqual(['cardinality-min Evidence.title']);
    const marked = { ...evidence, _title: { extension: [{ url, valueCode: 'unknown' }] } };
    expect(broken(sliced, marked)).toEqual([]);
  });

  test('as R5 itself does it: blood pressure', () => {
    const component = (code: string): object => ({
      code: { coding: [{ system: 'http://loinc.org', code }] },
      valueQuantity: { value: 100, unit: 'mmHg', system: 'http://unitsofmeasure.org', code: 'mm[Hg]' },
    });
    const pressure = (...codes: string[]): object => ({
      resourceType: 'Observation',
      text: evidence.text,
      meta: { profile: ['http://hl7.org/fhir/StructureDefinition/bp'] },
      status: 'final',
      category: [
        {
          coding: [
            { system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' },
          ],
        },
      ],
      code: { coding: [{ system: 'http://loinc.org', code: '85354-9' }] },
      subject: { reference: 'Patient/1' },
      effectiveDateTime: '2024-01-01',
      component: codes.map(component),
    });
    expect(errors(pressure('8480-6', '8462-4'))).toEqual([]);
    expect(errors(pressure('8480-6'))).toContain('cardinality-min Observation');
  });
});
