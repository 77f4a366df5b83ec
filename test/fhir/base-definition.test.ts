import { describe, expect, it } from 'vitest';
import { baseDefinition } from '../../src/fhir/base-definition.ts';

const CORE = 'http://hl7.org/fhir/StructureDefinition/';

describe('base definitions', () => {
  it('are found by URL, with or without version', () => {
    const patient = baseDefinition(`${CORE}Patient`);
    expect(patient).toMatchObject({ resourceType: 'StructureDefinition', type: 'Patient', version: '5.0.0' });
    expect(baseDefinition(`${CORE}Patient|5.0.0`)).toBe(patient);
    expect(baseDefinition('http://hl7.org/fhir/StructureDefinition/patient-birthPlace')?.type).toBe(
      'Extension',
    );
  });

  it('are not found by anything else', () => {
    for (const url of [
      '',
      'Patient',
      `${CORE}Patients`,
      `${CORE}patient`,
      '__proto__',
      `${CORE}Patient#name`,
    ]) {
      expect(baseDefinition(url)).toBeUndefined();
    }
  });

  it('have differentials whose elements all have ids, and no snapshot that can be made of them', () => {
    const { differential, snapshot } = baseDefinition(`${CORE}bp`)!;
    expect(snapshot).toBeUndefined();
    expect(differential?.element.map(({ id }) => id)).toContain('Observation.component:SystolicBP.code');
    expect(differential?.element.every(({ id }) => id !== undefined)).toBe(true);
    expect(baseDefinition(`${CORE}code`)?.snapshot?.element.map(({ id }) => id)).toContain('code.value');
  });

  it('keep decimals as they were written', () => {
    expect(JSON.stringify(baseDefinition(`${CORE}ldlcholesterol`))).toContain('"value":3.0}');
  });

  it('leave out narratives and what is only for publication', () => {
    const text = JSON.stringify(baseDefinition(`${CORE}Observation`));
    expect(text).not.toMatch(/"div":|fhir\/tools\/|structuredefinition-fmm/);
  });
});
