import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FhirResource } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { toR4 } from '../../src/r4/to-r4.ts';
import { down, up } from './views.ts';

const DEFINITIONS = join(import.meta.dirname, '../../profiles/generated/resources');

const definition = (id: string): FhirResource =>
  JSON.parse(readFileSync(join(DEFINITIONS, `StructureDefinition-${id}.json`), 'utf8')) as FhirResource;

describe('a definition in R4', () => {
  test.each(['agent-source', 'derivation', 'record-path', 'site-state'])(
    'is there of the extension %s, whose places and values R4 has',
    (id) => {
      const extension = definition(id);
      const view = down(extension);
      expect(view).toMatchObject({ fhirVersion: '4.0.1', type: 'Extension' });
      expect(up(view)).toEqual(extension);
    },
  );

  test('of an extension of what R4 lacks has extensions as its place', () => {
    const extension = definition('sample-units');
    const view = down(extension);
    expect(view.context).toMatchObject([{ type: 'element', expression: 'Extension' }]);
    expect(up(view)).toEqual(extension);
  });

  test.each([
    'trial-research-study', // a profile of R5's elements
    'planned-part', // with parts, whose snapshot names R5's types
    'conflicting-value', // with values of R5's types
  ])('is not there of %s, which speaks of what R4 lacks', (id) => {
    expect(toR4(definition(id))).toBeUndefined();
  });

  test('is there of a profile of R4', () => {
    const profile = { ...definition('trial-research-study'), fhirVersion: '4.0.1' };
    expect(down(profile)).toMatchObject({ fhirVersion: '4.0.1', type: 'ResearchStudy' });
  });
});
