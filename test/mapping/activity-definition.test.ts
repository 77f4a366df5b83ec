import { describe, expect, test } from 'vitest';
import type { Arm } from '../../src/model/trial.ts';
import { trial } from '../fixtures/trial.ts';
import { copied, mapped, mark, restated } from './mapped.ts';

describe('ActivityDefinition', () => {
  const [cells, lost, vesicles] = mapped().all('ActivityDefinition');

  test('names the agent and what it is made from', () => {
    expect(cells?.productCodeableConcept?.text).toBe('Velocell');
    const source = cells?.productCodeableConcept?.extension?.[0];
    expect(source?.url).toMatch(/\/agent-source$/);
    expect(source?.valueCodeableConcept?.text).toBe('cord tissue');
    expect(mark(source?.valueCodeableConcept)).toMatchObject(copied('cord tissue'));
    expect(lost?.productCodeableConcept).not.toHaveProperty('extension');
  });

  test('has the dose exactly, its words, and how often it is given', () => {
    const [dosage] = cells?.dosage ?? [];
    expect(dosage?.text).toBe('2 × 10(8) cells');
    expect(dosage?.doseAndRate?.[0]?.doseQuantity).toMatchObject({
      value: 200000000,
      unit: 'cells',
      system: 'http://unitsofmeasure.org',
      code: '{cells}',
    });
    expect(mark(dosage?.doseAndRate?.[0]?.doseQuantity)).toMatchObject(restated('2 × 10(8) cells'));
    expect(dosage?.timing?.repeat).toMatchObject({ count: 2, frequency: 1, period: 7, periodUnit: 'd' });
    expect(mark(dosage?.timing?.repeat?._count)).toMatchObject(restated('twice'));
    expect(dosage?.route?.text).toBe('intravenous');
    expect(dosage?.method?.text).toBe('infusion');
    expect(cells).not.toHaveProperty('timing');
    expect(cells).not.toHaveProperty('quantity');
  });

  test('keeps the words and the unit of a dose whose value is lost, and invents none', () => {
    const dose = lost?.dosage?.[0]?.doseAndRate?.[0]?.doseQuantity;
    expect(lost?.dosage?.[0]?.text).toBe('1 × [formula] cells/kg');
    expect(dose).not.toHaveProperty('value');
    expect(dose).toMatchObject({ unit: 'cells/kg', code: '{cells}/kg' });
    expect(dose).toHaveProperty('_value.extension.0.valueCode', 'unknown');
    expect(lost?.dosage?.[0]?.timing?.repeat).toMatchObject({ count: 1 });
    expect(lost?.dosage?.[0]?.timing?.repeat).not.toHaveProperty('frequency');
  });

  test('has no dosage where nothing is stated of it', () => {
    expect(vesicles?.description).toBe('vesicles');
    expect(vesicles).not.toHaveProperty('dosage');
  });

  test('keeps two administrations of one agent apart, and says one that is repeated once', () => {
    const [arm] = trial.arms;
    const [first] = arm!.administrations;
    const other = { ...first!, text: trial.arms[1]!.administrations[0]!.text };
    const arms = (administrations: Arm['administrations']) => [
      { ...arm!, administrations },
      ...trial.arms.slice(1),
    ];
    expect(mapped({ arms: arms([first!, other]) }).all('ActivityDefinition')).toHaveLength(4);
    const repeated = mapped({ arms: arms([first!, { ...first! }]) });
    expect(repeated.all('ActivityDefinition')).toHaveLength(3);
    const canonicals = repeated
      .one('PlanDefinition')
      .action?.[0]?.action?.map((each) => each.definitionCanonical);
    expect(canonicals).toEqual([cells?.url, cells?.url]);
  });
});
