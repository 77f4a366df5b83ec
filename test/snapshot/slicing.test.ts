import type { ElementDefinition } from 'fhir/r5.js';
import { describe, expect, it } from 'vitest';
import { elementsOf, profile } from './profile.ts';

const BY_CODE = { discriminator: [{ type: 'value' as const, path: 'code' }], rules: 'open' as const };
const BY_TYPE = { discriminator: [{ type: 'type', path: '$this' }], ordered: false };

const below = (elements: ReadonlyMap<string, unknown>, id: string): number =>
  [...elements.keys()].filter((one) => one.startsWith(`${id}.`)).length;

describe('slices of a list', () => {
  const sliced: ElementDefinition[] = [
    { path: 'Observation.component', slicing: BY_CODE, short: 'Two numbers', min: 1 },
    { path: 'Observation.component.interpretation', max: '1' },
    { path: 'Observation.component', sliceName: 'high', min: 1, max: '1' },
    { path: 'Observation.component.code', patternCodeableConcept: { text: 'high' } },
    { path: 'Observation.component', sliceName: 'low' },
  ];
  const parent = profile('Observation', sliced, { url: 'http://example.org/parent' });
  const child = (...element: ElementDefinition[]) =>
    profile('Observation', element, { baseDefinition: parent.url });

  it('start from the element as the base has it', () => {
    const elements = elementsOf(parent);
    expect(elements.get('Observation.component')).toMatchObject({
      slicing: BY_CODE,
      short: 'Two numbers',
      min: 1,
    });
    expect(elements.get('Observation.component:low')).toMatchObject({
      short: 'Component results',
      min: 0,
      max: '*',
      base: { path: 'Observation.component', min: 0, max: '*' },
    });
    expect(elements.get('Observation.component:low')).not.toHaveProperty('slicing');
    expect(elements.get('Observation.component:high.code')?.patternCodeableConcept).toEqual({ text: 'high' });
    expect(elements.get('Observation.component:low.code')).not.toHaveProperty('patternCodeableConcept');
  });

  it('have what is said of the elements of all', () => {
    const elements = elementsOf(parent);
    for (const id of ['component', 'component:high', 'component:low']) {
      expect(elements.get(`Observation.${id}.interpretation`)?.max).toBe('1');
    }
  });

  it('are no more than all of them', () => {
    const elements = elementsOf(
      profile('Observation', [
        { path: 'Observation.component', slicing: BY_CODE, max: '3' },
        { path: 'Observation.component', sliceName: 'any', max: '*' },
      ]),
    );
    expect(elements.get('Observation.component:any')?.max).toBe('3');
  });

  it('pass on to the profiles below, which may speak of them and add others', () => {
    const elements = elementsOf(
      child(
        { path: 'Observation.component', sliceName: 'low', max: '1' },
        { path: 'Observation.component', sliceName: 'mean' },
      ),
      parent,
    );
    expect([...elements.keys()].filter((id) => /component(:\w+)?$/.test(id))).toEqual([
      'Observation.component',
      'Observation.component:high',
      'Observation.component:low',
      'Observation.component:mean',
    ]);
    expect(elements.get('Observation.component:low')?.max).toBe('1');
    expect(elements.get('Observation.component:high.code')?.patternCodeableConcept).toEqual({ text: 'high' });
  });

  it('are known by the ids of what is in them', () => {
    const elements = elementsOf(
      child({ id: 'Observation.component:low.code', path: 'Observation.component.code', short: 'Low' }),
      parent,
    );
    expect(elements.get('Observation.component:low.code')?.short).toBe('Low');
    expect(elements.get('Observation.component.code')?.short).not.toBe('Low');
  });

  it('can be sliced again', () => {
    const elements = elementsOf(
      child(
        { path: 'Observation.component', sliceName: 'high/first', max: '1' },
        { path: 'Observation.component.value[x]', min: 1 },
      ),
      parent,
    );
    expect(elements.get('Observation.component:high/first')).toMatchObject({ min: 0, max: '1' });
    expect(elements.get('Observation.component:high/first.code')?.patternCodeableConcept).toEqual({
      text: 'high',
    });
    expect(elements.get('Observation.component:high/first.value[x]')?.min).toBe(1);
    expect(elements.get('Observation.component:high.value[x]')?.min).toBe(0);
  });

  it('of an element defined elsewhere show what is sliced', () => {
    const elements = elementsOf(
      profile('Questionnaire', [
        {
          path: 'Questionnaire.item.item',
          slicing: { ...BY_CODE, discriminator: [{ type: 'value', path: 'linkId' }] },
        },
        { path: 'Questionnaire.item.item', sliceName: 'one', min: 1 },
        { path: 'Questionnaire.item.item.text', min: 1 },
      ]),
    );
    expect(elements.get('Questionnaire.item.item.text')?.min).toBe(0);
    expect(elements.get('Questionnaire.item.item:one.text')?.min).toBe(1);
  });
});

describe('choices', () => {
  const of = (...element: ElementDefinition[]) => elementsOf(profile('Observation', element));
  const VALUE = 'Observation.value[x]';

  it('are restricted to types', () => {
    const elements = of({ path: VALUE, type: [{ code: 'Quantity' }, { code: 'string' }], min: 1 });
    expect(elements.get(VALUE)?.type).toEqual([{ code: 'Quantity' }, { code: 'string' }]);
    expect(elements.get(VALUE)).not.toHaveProperty('slicing');
  });

  it('show the elements of their one type', () => {
    const elements = of({ path: VALUE, type: [{ code: 'Quantity' }] }, { path: `${VALUE}.unit`, min: 1 });
    expect(elements.get(`${VALUE}.unit`)?.min).toBe(1);
  });

  it('of several types have the elements of all elements', () => {
    expect(below(of({ path: `${VALUE}.extension`, max: '0' }), VALUE)).toBe(2);
  });

  it.each([
    ['by the name of the type', 'Observation.valueQuantity', undefined],
    ['as a slice', VALUE, 'valueQuantity'],
  ])('are sliced by type, %s', (_, path, sliceName) => {
    const elements = of(
      { path, short: 'How much', ...(sliceName && { sliceName }) },
      { path: `${path}.unit`, min: 1 },
    );
    expect(elements.get(VALUE)).toMatchObject({ min: 0, slicing: { ...BY_TYPE, rules: 'open' } });
    expect(elements.get(VALUE)?.type).toHaveLength(13);
    expect(elements.get(`${VALUE}:valueQuantity`)).toMatchObject({
      path: VALUE,
      sliceName: 'valueQuantity',
      short: 'How much',
      type: [{ code: 'Quantity' }],
    });
    expect(elements.get(`${VALUE}:valueQuantity.unit`)?.min).toBe(1);
  });

  it('are of one type once that is demanded', () => {
    const elements = of({ path: 'Observation.valueQuantity', min: 1 });
    expect(elements.get(VALUE)).toMatchObject({
      min: 1,
      type: [{ code: 'Quantity' }],
      slicing: { rules: 'closed' },
    });
  });

  it('are not of a type that is forbidden', () => {
    const elements = of({ path: 'Observation.valueQuantity', max: '0' });
    expect(elements.get(VALUE)?.type?.map(({ code }) => code)).not.toContain('Quantity');
    expect(elements.get(VALUE)?.type).toHaveLength(12);
  });

  it('are closed once every type has its slice', () => {
    const elements = of(
      { path: VALUE, type: [{ code: 'string' }, { code: 'boolean' }] },
      { path: 'Observation.valueString', maxLength: 5 },
      { path: 'Observation.valueBoolean', short: 'Or so' },
    );
    expect(elements.get(VALUE)?.slicing?.rules).toBe('closed');
    expect(elements.get(`${VALUE}:valueString`)?.maxLength).toBe(5);
  });
});
