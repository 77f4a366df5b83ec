import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Arm } from '../../model/trial.ts';
import type { ReadTable } from './values-of-table.ts';

/** How many the heads of all tables say an arm has, where they agree. */
const sizeIn = (tables: readonly ReadTable[], arm: Arm): Stated<number> => {
  const sizes = tables.flatMap(({ lines }) =>
    lines
      .flat()
      .flatMap(({ subject, over, n }) =>
        over && n !== NOT_STATED && subject?.kind === 'arm' && subject.arm === arm.key ? [n] : [],
      ),
  );
  const [first] = sizes;
  return first && sizes.every(({ value }) => value === first.value) ? first : NOT_STATED;
};

/** The arms with the number analysed that only the tables state. */
export const sizedArms = (arms: readonly Arm[], tables: readonly ReadTable[]): readonly Arm[] =>
  arms.map((arm) => (arm.analysed === NOT_STATED ? { ...arm, analysed: sizeIn(tables, arm) } : arm));
