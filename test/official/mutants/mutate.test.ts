import { describe, expect, test } from 'vitest';
import { agreement, balancedAccuracy } from './agreement.ts';
import { bundled, examples, synthesised } from './instances.ts';
import { mutants } from './mutate.ts';
import { OPERATORS } from './operators.ts';

const alone = [...examples(3), ...synthesised(4, 'test')];
const instances = [...alone, ...bundled(alone, 2, 'test')];

describe('the mutants', () => {
  test.each(Object.entries(OPERATORS))('%s finds a place', (name, operator) => {
    const [one] = mutants(name, operator, instances, 1, 'test');
    expect(one?.operator).toBe(name);
    expect(instances.map(({ text }) => text)).not.toContain(one?.text);
  });

  test('are the same for the same seed, and others for another', () => {
    const made = (seed: string) =>
      Object.entries(OPERATORS).flatMap(([name, operator]) => mutants(name, operator, instances, 1, seed));
    expect(made('one')).toEqual(made('one'));
    expect(made('one')).not.toEqual(made('two'));
  });

  test('are made without a change to the instances', () => {
    const before = structuredClone(instances);
    for (const [name, operator] of Object.entries(OPERATORS)) mutants(name, operator, instances, 2, 'test');
    expect(instances).toEqual(before);
  });
});

describe('the synthesised instances', () => {
  test('are the same for the same seed', () => {
    expect(synthesised(1, 'one')).toEqual(synthesised(1, 'one'));
    expect(synthesised(1, 'one')).not.toEqual(synthesised(1, 'two'));
  });
});

describe('agreement', () => {
  const judged = (official: number, ours: number) => ({
    kind: 'x',
    name: 'x',
    text: '{}',
    official: Array<string>(official).fill('error'),
    ours: Array<string>(ours).fill('error'),
  });

  test('weighs bad and good alike, however many there are of each', () => {
    const matrix = agreement([
      judged(2, 1),
      judged(1, 1),
      judged(1, 0),
      judged(1, 3),
      judged(0, 0),
      judged(0, 1),
    ]);
    expect(matrix).toEqual({ refused: 3, missed: 1, accepted: 1, invented: 1 });
    expect(balancedAccuracy(matrix)).toBe((3 / 4 + 1 / 2) / 2);
  });
});
