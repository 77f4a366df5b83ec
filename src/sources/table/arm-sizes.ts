import { NOT_STATED, type Stated } from '../../model/fact.ts';
import type { Arm } from '../../model/trial.ts';
import type { ReadTable } from './values-of-table.ts';

const WHOLE = /^\d{1,3}(?:,\d{3})+$|^\d+$/;

/** How many the heads and lines of all tables say an arm has, where they agree. */
const sizeIn = (tables: readonly ReadTable[], arm: Arm): Stated<number> => {
  const sizes = tables.flatMap(({ lines }) =>
    lines
      .flat()
      .filter(({ subject, over }) => over && subject?.kind === 'arm' && subject.arm === arm.key)
      .flatMap(({ n, form, cell, title }) => {
        if (n !== NOT_STATED) return [n];
        const isSize = form?.kind === 'size' && title === undefined && WHOLE.test(cell.text);
        return isSize ? [cell.fact(0, cell.text.length, Number(cell.text.replaceAll(',', '')))] : [];
      }),
  );
  const [first] = sizes;
  return first && sizes.every(({ value }) => value === first.value) ? first : NOT_STATED;
};

/** The arms with the number analysed that only the tables state. */
export const sizedArms = (arms: readonly Arm[], tables: readonly ReadTable[]): readonly Arm[] =>
  arms.map((arm) => (arm.analysed === NOT_STATED ? { ...arm, analysed: sizeIn(tables, arm) } : arm));
