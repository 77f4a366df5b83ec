import { describe, expect, test } from 'vitest';
import { type Fact, NOT_STATED } from '../../src/model/fact.ts';
import type { Arm, GroupResult, Result } from '../../src/model/trial.ts';
import { trial } from '../fixtures/trial.ts';
import { copied, mapped, mark } from './mapped.ts';

const counts = (changes: Parameters<typeof mapped>[0] = {}) =>
  mapped(changes)
    .all('Group')
    .map(({ name, quantity, membership }) => [name, quantity, membership]);

describe('Group', () => {
  test('counts the enrolled, the treated and the analysed apart', () => {
    expect(counts()).toEqual([
      ['all participants: analysed', 43, 'enumerated'],
      ['cell arm: enrolled', 12, 'enumerated'],
      ['cell arm: treated', 11, 'enumerated'],
      ['cell arm: analysed', 11, 'enumerated'],
      ['cell-and-vesicle arm: analysed', 8, 'enumerated'],
      ['usual care arm: analysed', 24, 'enumerated'],
      ['matched registry patients: analysed', 16, 'enumerated'],
      ['cell arm: analysed', 10, 'enumerated'],
    ]);
    expect(mark(mapped().one('Group', 'cell arm: enrolled')._quantity)).toMatchObject(copied('12'));
  });

  test('of a result that looked at another number is its own', () => {
    const { one, follow } = mapped();
    const exposure = one('Evidence', 'Hospital stay: cell arm').variableDefinition[1];
    expect(follow(exposure?.observed)).toMatchObject({ name: 'cell arm: analysed', quantity: 10 });
  });

  test('of a result stays the same Group when its number is corrected, and two numbers are two', () => {
    const stay = trial.results.find(({ outcome }) => outcome === 'hospital-stay') as GroupResult;
    const corrected: GroupResult = { ...stay, n: { ...(stay.n as Fact<number>), value: 9 } };
    const [before, after] = [stay, corrected].map((result) => mapped({ results: [result] }));
    const ids = (one: typeof before) => one?.all('Group').map(({ id }) => id);
    expect(ids(after)).toEqual(ids(before));
    const both = mapped({ results: [stay, { ...corrected, outcome: 'wait' }] }).all('Group');
    expect(both.map(({ quantity }) => quantity)).toEqual(expect.arrayContaining([9, 10]));
  });

  test('has no count where none is stated', () => {
    const arms = trial.arms.map((arm): Arm => ({ ...arm, analysed: NOT_STATED }));
    const results = trial.results.map(
      (result): Result => (result.kind === 'group' ? { ...result, n: NOT_STATED } : result),
    );
    const { one } = mapped({ arms, results });
    const unknown = one('Group', 'usual care arm: analysed');
    expect(unknown.membership).toBe('definitional');
    expect(unknown).not.toHaveProperty('quantity');
  });

  test('of all is the sum of the arms where each states its number, and says that it is derived', () => {
    const arms = trial.arms.filter(({ membership }) => membership === 'trial');
    const results = trial.results.filter((result) => result.outcome !== 'survival');
    const all = mapped({ analysed: NOT_STATED, arms, results }).one('Group', 'all participants: analysed');
    expect(all.quantity).toBe(43);
    expect(mark(all._quantity)).toMatchObject({ derivation: ['derived'], words: ['11', '8', '24'] });
  });

  test('of all is not made up where an arm’s number is missing or its people may be in another', () => {
    const missing = trial.arms.map((arm, at): Arm => (at === 1 ? { ...arm, analysed: NOT_STATED } : arm));
    const own = missing.filter(({ membership }) => membership === 'trial');
    const results = trial.results.filter((result) => result.outcome !== 'survival');
    for (const changes of [{ analysed: NOT_STATED, arms: own, results }, { analysed: NOT_STATED }] as const)
      expect(counts(changes).map(([name]) => name)).not.toContain('all participants: analysed');
  });
});
