import { readdirSync, readFileSync } from 'node:fs';
import type { ElementDefinition, StructureDefinition } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import {
  baseOf,
  element,
  elementsOf,
  isResourceType,
  kindOf,
  namedElements,
} from '../../src/fhir/elements.ts';

const CORE = new URL('../../node_modules/hl7.fhir.r5.core/', import.meta.url);

const definition = (type: string): readonly ElementDefinition[] =>
  (JSON.parse(readFileSync(new URL(`StructureDefinition-${type}.json`, CORE), 'utf8')) as StructureDefinition)
    .snapshot!.element;

const one = (type: string, name: string) => elementsOf(type).find((found) => found.name === name);

describe('the elements of a type', () => {
  test.each(['Patient', 'ResearchStudy', 'MetadataResource', 'Timing', 'ElementDefinition', 'Age'])(
    'stand in the order of the definition: %s',
    (type) => {
      const names = definition(type)
        .map(({ path }) => path.split('.'))
        .filter((path) => path.length === 2)
        .map(([, name]) => name);
      expect(elementsOf(type).map(({ name, isChoice }) => (isChoice ? `${name}[x]` : name))).toEqual(names);
    },
  );

  test('carry types, cardinality and flags', () => {
    expect(one('Patient', 'deceased')).toEqual({
      name: 'deceased',
      isChoice: true,
      types: ['boolean', 'dateTime'],
      min: 0,
      repeats: false,
      isModifier: true,
      isSummary: true,
      isAttribute: false,
    });
    expect(one('ResearchStudy', 'comparisonGroup')).toMatchObject({
      types: ['ResearchStudy.comparisonGroup'],
      repeats: true,
      isSummary: false,
    });
    expect(one('Extension', 'url')).toMatchObject({ types: ['uri'], min: 1, isAttribute: true });
    expect(one('Patient', 'id')).toMatchObject({ types: ['id'], isAttribute: false });
    expect(one('Patient.contact', 'id')).toMatchObject({ types: ['string'], isAttribute: true });
    expect(one('Narrative', 'div')).toMatchObject({ types: ['xhtml'] });
  });

  test('lead on where an element is like another', () => {
    expect(one('Questionnaire.item', 'item')?.types).toEqual(['Questionnaire.item']);
    expect(one('Bundle.entry', 'link')?.types).toEqual(['Bundle.link']);
    expect(elementsOf('Bundle.link').map(({ name }) => name)).toContain('relation');
  });

  test('are those of an element for a primitive, and none for what is unknown', () => {
    expect(elementsOf('decimal').map(({ name }) => name)).toEqual(['id', 'extension']);
    expect(elementsOf('Nonsense')).toEqual([]);
    expect(elementsOf('Patient.nonsense')).toEqual([]);
    expect(elementsOf('constructor')).toEqual([]);
  });

  test('have types that are known, throughout', () => {
    const seen = new Set<string>();
    const walk = (type: string): void => {
      if (seen.has(type)) return;
      seen.add(type);
      expect(kindOf(type), type).toBeDefined();
      for (const { types } of elementsOf(type)) for (const next of types) walk(next);
    };
    const resources = readdirSync(CORE)
      .flatMap((name) => /^StructureDefinition-([A-Z]\w+)\.json$/.exec(name)?.[1] ?? [])
      .filter(isResourceType);
    expect(resources.length).toBe(158);
    for (const type of resources) walk(type);
    expect(seen.size).toBeGreaterThan(700);
  });
});

describe('an element by its name in JSON', () => {
  test('is found with the type the name stands for', () => {
    const value = one('Observation', 'value')!;
    expect(element('Observation', 'valueQuantity')).toEqual({
      name: 'valueQuantity',
      type: 'Quantity',
      element: value,
    });
    expect(element('Observation', 'valueDateTime')?.type).toBe('dateTime');
    expect(element('Patient', 'birthDate')?.type).toBe('date');
  });

  test.each([
    ['Observation', 'value'],
    ['Observation', 'valueMoney'],
    ['Observation', 'constructor'],
    ['Nonsense', 'id'],
  ])('is not found: %s %s', (type, name) => {
    expect(element(type, name)).toBeUndefined();
  });

  test('comes in order', () => {
    const names = [...namedElements('Extension').keys()];
    expect(names.slice(0, 4)).toEqual(['id', 'extension', 'url', 'valueBase64Binary']);
    expect(names.at(-1)).toBe('valueMeta');
  });
});

test('the kind and the base of a type', () => {
  expect([
    kindOf('date'),
    kindOf('Period'),
    kindOf('Patient'),
    kindOf('Patient.contact'),
    kindOf('x'),
  ]).toEqual(['primitive', 'complex', 'resource', 'complex', undefined]);
  expect([isResourceType('Patient'), isResourceType('DomainResource'), isResourceType('Period')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([baseOf('Age'), baseOf('Patient.contact'), baseOf('Timing.repeat'), baseOf('Base')]).toEqual([
    'Quantity',
    'BackboneElement',
    'Element',
    undefined,
  ]);
});
