import { describe, expect, test } from 'vitest';
import { ucumCode, unitOf } from '../../src/mapping/quantity.ts';

describe('units', () => {
  test.each([
    ['%', '%'],
    ['µg/L', 'ug/L'],
    ['μg/L', 'ug/L'],
    ['mcg', 'ug'],
    ['cells', '{cells}'],
    ['cells/kg', '{cells}/kg'],
    ['mg/kg/day', 'mg/kg/d'],
    ['mmHg', 'mm[Hg]'],
    ['ml', 'mL'],
    ['months', 'mo'],
    ['years', 'a'],
    ['Years', 'a'],
    ['Percentage', '%'],
    ['kg/m^2', 'kg/m2'],
    ['Meters', 'm'],
  ])('%s is UCUM %s', (written, code) => {
    expect(ucumCode(written)).toBe(code);
    expect(unitOf(written)).toEqual({ unit: written, system: 'http://unitsofmeasure.org', code });
  });

  test.each(['points', 'MG', 'Mmol', 'cells/mouse', '', 'constructor', 'mg/'])(
    '%s has no code',
    (written) => {
      expect(unitOf(written)).toEqual({ unit: written });
    },
  );
});
