import type { ElementDefinition, StructureDefinition } from 'fhir/r5.js';
import { describe, expect, it } from 'vitest';
import { baseDefinition } from '../../src/fhir/base-definition.ts';
import { exact } from '../../src/fhir/content.ts';
import { baseSnapshot } from '../../src/snapshot/base-snapshot.ts';
import { snapshot } from '../../src/snapshot/snapshot.ts';
import { elementsOf, finding, issuesOf, profile } from './profile.ts';

const CORE = 'http://hl7.org/fhir/StructureDefinition/';
const URL_SLICING = { discriminator: [{ type: 'value', path: 'url' }], ordered: false, rules: 'open' };

const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
};

const below = (elements: ReadonlyMap<string, unknown>, id: string): readonly string[] =>
  [...elements.keys()].filter((one) => one.startsWith(`${id}.`)).map((one) => one.slice(id.length + 1));

describe('a snapshot', () => {
  it('is the base where the differential says nothing', () => {
    const patient = snapshot(baseDefinition(`${CORE}Patient`)!, baseDefinition) as StructureDefinition;
    const ids = patient.snapshot?.element.map(({ id }) => id);
    expect([...elementsOf(profile('Patient', [])).keys()]).toEqual(ids);
    expect([...elementsOf(profile('Patient', [{ id: 'Patient', path: 'Patient' }])).keys()]).toEqual(ids);
  });

  it('stays as it came', () => {
    const complete = profile('Patient', [], { snapshot: { element: [{ id: 'Patient', path: 'Patient' }] } });
    expect(snapshot(complete, baseDefinition)).toBe(complete);
  });

  it('changes neither the definition nor its base', () => {
    const base = frozen(snapshot(baseDefinition(`${CORE}Patient`)!, baseDefinition) as StructureDefinition);
    const own = frozen(profile('Patient', [{ path: 'Patient.identifier.system', min: 1 }]));
    expect(snapshot(own, finding(base))).toMatchObject({ url: own.url, differential: own.differential });
  });

  it('says where each element comes from', () => {
    const elements = elementsOf(profile('Patient', [{ path: 'Patient.identifier.system', min: 1 }]));
    expect(elements.get('Patient.identifier.system')).toMatchObject({
      path: 'Patient.identifier.system',
      min: 1,
      max: '1',
      base: { path: 'Identifier.system', min: 0, max: '1' },
      type: [{ code: 'uri' }],
    });
    expect(elements.get('Patient.id')?.base).toEqual({ path: 'Resource.id', min: 0, max: '1' });
    expect(below(elements, 'Patient.identifier')).toEqual([
      'id',
      'extension',
      'use',
      'type',
      'system',
      'value',
      'period',
      'assigner',
    ]);
    expect(below(elements, 'Patient.name')).toEqual([]);
  });

  it('has the elements that a reference to another element stands for', () => {
    const elements = elementsOf(profile('Questionnaire', [{ path: 'Questionnaire.item.item.text', min: 1 }]));
    const item = elements.get('Questionnaire.item.item');
    expect(item?.contentReference).toBeUndefined();
    expect(item?.type).toEqual([{ code: 'BackboneElement' }]);
    expect(elements.get('Questionnaire.item.item.text')?.min).toBe(1);
    expect(elements.get('Questionnaire.item.text')?.min).toBe(0);
    expect(elements.get('Questionnaire.item.item.item')?.contentReference).toBe(
      `${CORE}Questionnaire#Questionnaire.item`,
    );
  });

  it('has the elements of a data type’s profile', () => {
    const address = profile('Address', [{ path: 'Address.city', min: 1 }], { kind: 'complex-type' });
    const elements = elementsOf(
      profile('Patient', [
        { path: 'Patient.address', type: [{ code: 'Address', profile: [address.url] }] },
        { path: 'Patient.address.line', max: '1' },
      ]),
      address,
    );
    expect(elements.get('Patient.address.city')?.min).toBe(1);
    expect(elements.get('Patient.address.line')?.max).toBe('1');
  });

  it('keeps decimals as they were written', () => {
    const text =
      '[{"path":"Observation"},{"path":"Observation.value[x]","type":[{"code":"Quantity"}],"patternQuantity":{"value":0}}]';
    const element: ElementDefinition[] = JSON.parse(text);
    element[1]!.patternQuantity!.value = exact('1.50');
    const made = snapshot(profile('Observation', element), baseDefinition);
    expect(JSON.stringify(made)).toMatch(/"snapshot":.*"patternQuantity":\{"value":1\.50\}/);
  });

  it('has links to R5 that lead there', () => {
    const value = elementsOf(profile('Extension', [], { kind: 'complex-type' })).get('Extension.value[x]');
    expect(value?.definition).toContain('[Extensibility](http://hl7.org/fhir/R5/extensibility.html)');
  });
});

describe('R5’s own definitions', () => {
  it('have snapshots, made once', () => {
    const patient = baseSnapshot(`${CORE}Patient|5.0.0`);
    expect(patient?.snapshot?.element).toHaveLength(45);
    expect(baseSnapshot(`${CORE}Patient`)).toBe(patient);
    expect(baseSnapshot(`${CORE}Nothing`)).toBeUndefined();
  });

  it('come without where they break R5’s own rules', () => {
    expect(baseSnapshot(`${CORE}ebmrecommendation`)).toBe(baseDefinition(`${CORE}ebmrecommendation`));
  });
});

describe('bases', () => {
  const parent = profile('Patient', [{ path: 'Patient.name', min: 1 }], { url: 'http://example.org/parent' });
  const child = profile('Patient', [{ path: 'Patient.name', max: '1' }], {
    baseDefinition: 'http://example.org/parent|1.0.0',
  });

  it('get a snapshot first, once', () => {
    const find = finding(parent);
    expect(elementsOf(child, parent).get('Patient.name')).toMatchObject({ min: 1, max: '1' });
    expect(snapshot(parent, find)).toBe(snapshot(parent, find));
  });

  it('must be known', () => {
    expect(issuesOf(child)).toMatchObject([
      { rule: 'snapshot-no-base', expression: 'StructureDefinition.baseDefinition' },
    ]);
  });

  it('cannot be what they are the base of', () => {
    const one = profile('Patient', [], {
      url: 'http://example.org/one',
      baseDefinition: 'http://example.org/two',
    });
    const two = profile('Patient', [], { url: 'http://example.org/two', baseDefinition: one.url });
    expect(issuesOf(one, one, two)).toMatchObject([{ rule: 'snapshot-circular' }]);
    // That has no end does not make one that has an end fail.
    expect(issuesOf(child, parent, one, two)).toEqual([]);
  });

  it('cannot be without end', () => {
    const chain = Array.from({ length: 200 }, (_, at) =>
      profile('Patient', [], {
        url: `http://example.org/${at}`,
        baseDefinition: `http://example.org/${at + 1}`,
      }),
    );
    expect(issuesOf(chain[0]!, ...chain)).toMatchObject([{ rule: 'snapshot-depth' }]);
  });

  it('have their elements in order', () => {
    const elements = ['Patient', 'Patient.name', 'Patient.name'].map((path) => ({ path }));
    const broken = { ...parent, snapshot: { element: elements } };
    expect(issuesOf(child, broken)).toMatchObject([{ rule: 'snapshot-broken-base' }]);
  });

  it('are of the same type', () => {
    const wrong = profile('Observation', [], { baseDefinition: `${CORE}Patient` });
    expect(issuesOf(wrong)).toMatchObject([{ rule: 'snapshot-type' }]);
  });
});

describe('what an element says beside its base', () => {
  const merged = (path: string, own: Partial<ElementDefinition>, type = 'Observation') =>
    elementsOf(profile(type, [{ path: type }, { path, ...own }])).get(path)!;
  const base = (path: string, type = 'Observation') => elementsOf(profile(type, [])).get(path)!;

  it('replaces texts, or goes on from them', () => {
    const { definition, comment } = base('Observation.code');
    expect(merged('Observation.code', { definition: '... and more', comment: 'other' })).toMatchObject({
      definition: `${definition}\r\n and more`,
      comment: 'other',
    });
    expect(comment).not.toBe('other');
  });

  it('adds to aliases, conditions, examples and codes', () => {
    const element = merged('Observation.code', {
      alias: ['Name', 'Test code'],
      condition: ['obs-7', 'mine-1'],
      example: [{ label: 'one', valueString: 'a' }],
    });
    expect(element.alias).toEqual(['Name', 'Test code']);
    expect(element.condition).toEqual([...base('Observation.code').condition!, 'mine-1']);
    expect(
      merged('Identifier.system', { example: [{ label: 'x', valueUri: 'y' }] }, 'Identifier').example,
    ).toHaveLength(2);
  });

  it('takes back examples', () => {
    const suppressing = { extension: [{ url: `${CORE}elementdefinition-suppress`, valueBoolean: true }] };
    const example = [{ ...suppressing, label: '$all', valueUri: 'x' }];
    expect(merged('Identifier.system', { example }, 'Identifier').example).toBeUndefined();
    const other = [{ ...suppressing, label: 'Other', valueUri: 'x' }];
    expect(merged('Identifier.system', { example: other }, 'Identifier').example).toHaveLength(1);
  });

  it('adds invariants, each with the definition that it is from', () => {
    const constraint = { key: 'mine-1', severity: 'error', human: 'It is so', expression: 'true' } as const;
    expect(merged('Observation.code', { constraint: [constraint] }).constraint).toMatchObject([
      { key: 'ele-1', source: `${CORE}Element` },
      { key: 'mine-1', source: 'http://example.org/StructureDefinition/my-Observation' },
    ]);
  });

  it('joins mappings to one specification', () => {
    const mapping = [
      { identity: 'rim', map: 'code' },
      { identity: 'own', map: 'here' },
    ];
    const before = base('Observation.code').mapping!;
    const found = merged('Observation.code', { mapping }).mapping!;
    expect(found.filter(({ identity }) => identity === 'rim')).toHaveLength(1);
    expect(found.map(({ identity }) => identity).sort()).toEqual(
      [...before.map(({ identity }) => identity), 'own'].sort(),
    );
  });

  it('binds to what the base binds to if it names no value set', () => {
    expect(merged('Observation.code', { binding: { strength: 'required' } }).binding).toEqual({
      strength: 'required',
      valueSet: 'http://hl7.org/fhir/ValueSet/observation-codes',
    });
  });

  it('adds to additional bindings', () => {
    const additional = [{ purpose: 'maximum' as const, valueSet: 'http://example.org/vs' }];
    const { binding } = merged('Observation.language', { binding: { strength: 'required', additional } });
    expect(binding?.additional?.map(({ purpose }) => purpose)).toEqual(['starter', 'maximum']);
  });

  it('replaces a fixed value by one of another type', () => {
    const one = profile('Observation', [{ path: 'Observation.value[x]', fixedString: 'a' }], {
      url: 'http://example.org/one',
    });
    const two = profile('Observation', [{ path: 'Observation.value[x]', fixedInteger: 1 }], {
      baseDefinition: one.url,
    });
    const element = elementsOf(two, one).get('Observation.value[x]');
    expect(element).toMatchObject({ fixedInteger: 1 });
    expect(element).not.toHaveProperty('fixedString');
  });

  it('is not heard of what only a type can say', () => {
    const element = merged('Observation.code', {
      isModifier: true,
      contentReference: '#Observation.method',
      meaningWhenMissing: 'anything',
      representation: ['xmlAttr'],
    });
    expect(element).toMatchObject({ isModifier: false });
    expect(element).not.toHaveProperty('contentReference');
    expect(element).not.toHaveProperty('meaningWhenMissing');
    expect(element).not.toHaveProperty('representation');
  });

  it('does not inherit how far the base has come', () => {
    expect(base('Observation.triggeredBy.observation').extension).toBeUndefined();
    const type = `${CORE}structuredefinition-standards-status`;
    const status = { url: type, valueCode: 'draft' };
    expect(merged('Observation.code', { extension: [status] }).extension).toEqual([status]);
    const one = profile('Observation', [{ path: 'Observation.code', extension: [status] }], {
      url: 'http://example.org/one',
    });
    expect(
      elementsOf(profile('Observation', [], { baseDefinition: one.url }), one).get('Observation.code')
        ?.extension,
    ).toBeUndefined();
  });
});

describe('extensions', () => {
  const birthPlace = {
    path: 'Patient.extension',
    sliceName: 'place',
    type: [{ code: 'Extension', profile: [`${CORE}patient-birthPlace`] }],
  };

  it('are sliced by URL, and say themselves what and how often they are', () => {
    const elements = elementsOf(profile('Patient', [birthPlace]));
    expect(elements.get('Patient.extension')?.slicing).toEqual(URL_SLICING);
    expect(elements.get('Patient.extension:place')).toMatchObject({
      short: 'Place of Birth for patient',
      min: 0,
      max: '1',
      sliceName: 'place',
    });
    expect(elements.get('Patient.extension:place')).not.toHaveProperty('slicing');
    expect(below(elements, 'Patient.extension:place')).toEqual([]);
  });

  it('are there as often as their slices at least', () => {
    expect(elementsOf(profile('Patient', [{ ...birthPlace, min: 1 }])).get('Patient.extension')?.min).toBe(1);
  });

  it('show the elements of their definitions if one of these is spoken of', () => {
    const elements = elementsOf(
      profile('Patient', [birthPlace, { path: 'Patient.extension.value[x].city', min: 1 }]),
    );
    expect(elements.get('Patient.extension:place.url')?.fixedUri).toBe(`${CORE}patient-birthPlace`);
    expect(elements.get('Patient.extension:place.value[x]')?.type).toEqual([{ code: 'Address' }]);
    expect(elements.get('Patient.extension:place.value[x].city')?.min).toBe(1);
  });

  it('of several parts keep them', () => {
    const elements = elementsOf(
      profile('Patient', [
        {
          ...birthPlace,
          sliceName: 'nation',
          type: [{ code: 'Extension', profile: [`${CORE}patient-nationality`] }],
        },
        { path: 'Patient.extension.extension', sliceName: 'code', min: 1 },
      ]),
    );
    expect(elements.get('Patient.extension:nation.extension:code')).toMatchObject({ min: 1, max: '1' });
    expect(elements.get('Patient.extension:nation.extension:period')).toMatchObject({ min: 0 });
  });

  it('that are not known are extensions', () => {
    const unknown = { ...birthPlace, type: [{ code: 'Extension', profile: ['http://example.org/unknown'] }] };
    const elements = elementsOf(
      profile('Patient', [unknown, { path: 'Patient.extension.value[x]', min: 1 }]),
    );
    expect(elements.get('Patient.extension:place')).toMatchObject({ short: 'Extension', max: '*' });
    expect(elements.get('Patient.extension:place.value[x]')?.min).toBe(1);
  });
});

describe('specialisations', () => {
  const model = (element: ElementDefinition[], rest: Partial<StructureDefinition> = {}) =>
    profile('Visit', element, {
      kind: 'logical',
      type: 'http://example.org/StructureDefinition/Visit',
      baseDefinition: `${CORE}Element`,
      derivation: 'specialization',
      ...rest,
    });

  it('add elements after those of the base', () => {
    const elements = elementsOf(
      model([
        { path: 'Visit', short: 'A visit' },
        { path: 'Visit.day', min: 1, max: '1', type: [{ code: 'date' }] },
        { path: 'Visit.finding', min: 0, max: '*', type: [{ code: 'BackboneElement' }] },
        { path: 'Visit.finding.code', min: 1, max: '1', type: [{ code: 'CodeableConcept' }] },
      ]),
    );
    expect([...elements.keys()]).toEqual([
      'Visit',
      'Visit.id',
      'Visit.extension',
      'Visit.day',
      'Visit.finding',
      'Visit.finding.id',
      'Visit.finding.extension',
      'Visit.finding.modifierExtension',
      'Visit.finding.code',
    ]);
    expect(elements.get('Visit.day')?.base).toEqual({ path: 'Visit.day', min: 1, max: '1' });
    expect(elements.get('Visit.id')?.base?.path).toBe('Element.id');
    expect(elements.get('Visit')).toMatchObject({ short: 'A visit', min: 0, max: '*' });
  });

  it('may group elements without a type', () => {
    const elements = elementsOf(
      model([
        { path: 'Visit.group', min: 0, max: '1' },
        { path: 'Visit.group.part', min: 0, max: '1', type: [{ code: 'string' }] },
      ]),
    );
    expect(below(elements, 'Visit.group')).toEqual(['part']);
  });

  it('can be profiled and specialised in turn', () => {
    const visit = model([{ path: 'Visit.day', min: 0, max: '1', type: [{ code: 'date' }] }]);
    const constrained = model([{ path: 'Visit.day', min: 1 }], {
      url: 'http://example.org/profile',
      baseDefinition: visit.url,
      derivation: 'constraint',
    });
    expect(elementsOf(constrained, visit).get('Visit.day')).toMatchObject({
      min: 1,
      type: [{ code: 'date' }],
    });
    const special = model(
      [
        { path: 'Late', min: 0, max: '*' },
        { path: 'Late.hour', min: 0, max: '1', type: [{ code: 'time' }] },
      ],
      { url: 'http://example.org/Late', type: 'http://example.org/Late', baseDefinition: visit.url },
    );
    expect([...elementsOf(special, visit).keys()].slice(-2)).toEqual(['Late.day', 'Late.hour']);
  });
});
