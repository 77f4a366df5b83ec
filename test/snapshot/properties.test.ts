import fc from 'fast-check';
import type { ElementDefinition, StructureDefinition } from 'fhir/r5.js';
import { describe, expect, it } from 'vitest';
import { baseDefinition } from '../../src/fhir/base-definition.ts';
import { snapshot } from '../../src/snapshot/snapshot.ts';
import { publishedDefinitions } from './published.ts';

const PROFILES = ['bp', 'vitalspanel', 'transaction-bundle', 'publishablevalueset', 'lipidprofile'].map(
  (name) => baseDefinition(`http://hl7.org/fhir/StructureDefinition/${name}`)!,
);
const OWN = publishedDefinitions('profiles/generated/resources');
const KNOWN = new Map(OWN.map((definition) => [definition.url, definition]));
const find = (url: string): StructureDefinition | undefined => KNOWN.get(url) ?? baseDefinition(url);

const ids = (definition: StructureDefinition): readonly string[] =>
  definition.snapshot?.element.map(({ id }) => id ?? '') ?? [];

/** A profile with some of its differential's elements, changed by `change`. */
const parts = (change: (elements: readonly ElementDefinition[]) => fc.Arbitrary<ElementDefinition[]>) =>
  fc.constantFrom(...PROFILES, ...OWN).chain((definition) =>
    change(definition.differential?.element ?? []).map((element) => {
      const { snapshot: _, ...bare } = definition;
      return { ...bare, differential: { element } };
    }),
  );

describe('any snapshot', () => {
  it('has each element once, with where it is from and how often it may be there', () => {
    fc.assert(
      fc.property(
        parts((elements) => fc.subarray([...elements])),
        (definition) => {
          const made = snapshot(definition, find);
          if (!('resourceType' in made)) return;
          expect(new Set(ids(made)).size).toBe(ids(made).length);
          for (const element of made.snapshot?.element ?? []) {
            expect(element.path).toBe(element.id?.replace(/:[^.]+/g, ''));
            expect(element).toMatchObject({
              min: expect.any(Number),
              max: expect.any(String),
              base: { path: expect.any(String) },
            });
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('has the elements of its base in their order', () => {
    fc.assert(
      fc.property(
        parts((elements) => fc.subarray([...elements])),
        (definition) => {
          const made = snapshot(definition, find);
          const base = snapshot(find(definition.baseDefinition ?? '')!, find);
          if (!('resourceType' in made && 'resourceType' in base)) return;
          const ofBase = new Set(ids(base));
          expect(ids(made).filter((id) => ofBase.has(id))).toEqual(ids(base));
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is made or refused with reasons, whatever the order and the paths', () => {
    const garbled = (elements: readonly ElementDefinition[]) =>
      fc.shuffledSubarray([...elements]).chain((some) =>
        fc.array(fc.tuple(fc.nat(), fc.string({ maxLength: 3 })), { maxLength: 3 }).map((changes) =>
          some.map((element, at) => {
            const change = changes.find(([place]) => place % some.length === at);
            return change ? { ...element, path: element.path + change[1] } : element;
          }),
        ),
      );
    fc.assert(
      fc.property(parts(garbled), (definition) => {
        const made = snapshot(definition, find);
        if (!('resourceType' in made)) expect(made.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });
});
