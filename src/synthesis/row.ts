import type { TwoByTwo } from '../statistics/two-by-two.ts';
import { countsOf, meanOf, type Numbers } from './arm-numbers.ts';
import type { Choices } from './choices.ts';
import type { Arm, Comparison } from './comparison.ts';
import { effectOfCounts, effectOfMeans, needsCorrection, petoEffect, tellsNoRatio } from './effect-size.ts';
import { isOfCounts, isOfMeans, type MeasureName } from './measure.ts';
import type { Model } from './pool.ts';
import { reportedEffect } from './reported-effect.ts';
import type { Parts } from './shared-group.ts';
import type { Study } from './study.ts';
import type { StudyEffect } from './study-effect.ts';

/** A comparison of a study with its effect as it is pooled. */
export interface Row {
  readonly study: Study;
  /** Its groups have the numbers that were computed with. */
  readonly comparison: Comparison;
  readonly effect: StudyEffect;
  readonly table?: TwoByTwo;
  /** Whether half a person was added to each cell of its table. */
  readonly corrected: boolean;
  readonly participants: number | undefined;
  /** What is to be said of how its effect was found. */
  readonly remarks: readonly string[];
}

const both = <T>(
  arms: readonly [Arm, Arm],
  parts: Parts,
  of: (arm: Arm, parts: number) => Numbers<T>,
): Numbers<{ exposure: T; reference: T }> => {
  const [exposure, reference] = arms.map((arm) => of(arm, parts(arm.group))) as [Numbers<T>, Numbers<T>];
  if ('missing' in exposure) return exposure;
  if ('missing' in reference) return reference;
  return { value: { exposure: exposure.value, reference: reference.value } };
};

const splitRemarks = ({ groups }: Comparison, parts: Parts): readonly string[] =>
  groups
    .filter((group) => parts(group) > 1)
    .map((group) => `the group “${group}” is shared by ${parts(group)} comparisons and split among them`);

const rowOfCounts = (
  base: Pick<Row, 'study' | 'comparison' | 'remarks'>,
  arms: readonly [Arm, Arm],
  measure: 'RR' | 'OR' | 'RD',
  model: Model,
  parts: Parts,
): Numbers<Row> => {
  const found = both(arms, parts, countsOf);
  if ('missing' in found) return found;
  const { value: table } = found;
  if (measure !== 'RD' && tellsNoRatio(table))
    return { missing: 'nobody, or everybody, had the event in both groups, which tells nothing of a ratio' };
  const { exposure, reference } = table;
  const isPeto = model === 'fixed-peto';
  const computed = arms.flatMap(({ group, percentage, n }) =>
    percentage === undefined
      ? []
      : `the people of “${group}” with the event are those that ${percentage} % of ${n} can be`,
  );
  const used = [exposure, reference].map(({ events, size }, at) => ({
    ...arms[at]!,
    events: String(events),
    n: String(size),
  })) as [Arm, Arm];
  return {
    value: {
      ...base,
      comparison: { ...base.comparison, arms: used },
      effect: isPeto ? petoEffect(table) : effectOfCounts(measure, table),
      table,
      remarks: [...base.remarks, ...computed],
      corrected: !isPeto && needsCorrection(table),
      participants: exposure.size + reference.size,
    },
  };
};

const rowOfMeans = (
  base: Pick<Row, 'study' | 'comparison' | 'remarks'>,
  arms: readonly [Arm, Arm],
  measure: 'MD' | 'SMD',
  parts: Parts,
): Numbers<Row> => {
  const found = both(arms, parts, meanOf);
  if ('missing' in found) return found;
  if (arms[0].unit !== arms[1].unit)
    return { missing: `its means are in two units, ${arms[0].unit} and ${arms[1].unit}` };
  const { exposure, reference } = found.value;
  const used = [exposure, reference].map(({ sd, size }, at) => ({
    ...arms[at]!,
    sd: arms[at]?.sd ?? String(sd),
    n: String(size),
  })) as [Arm, Arm];
  const computed = arms.filter(({ sd }) => sd === undefined).map(({ group }) => group);
  return {
    value: {
      ...base,
      comparison: { ...base.comparison, arms: used },
      effect: effectOfMeans(measure, found.value),
      corrected: false,
      participants: exposure.size + reference.size,
      remarks: [
        ...base.remarks,
        ...computed.map((group) => `the standard deviation of “${group}” is its standard error times √n`),
      ],
    },
  };
};

const rowOfEffect = (
  base: Pick<Row, 'study' | 'comparison' | 'remarks'>,
  measure: MeasureName,
): Numbers<Row> => {
  const { effect, evidence, ordered, inverted } = base.comparison;
  const [source] = evidence;
  if (effect === undefined || source === undefined) return { missing: 'it reports no effect' };
  const found = reportedEffect(effect, source, measure === 'RD');
  if ('missing' in found) return found;
  const { estimate, variance } = found.effect;
  return {
    value: {
      ...base,
      effect: { estimate: inverted ? -estimate : estimate, variance },
      corrected: false,
      participants: undefined,
      remarks: [
        ...base.remarks,
        ...found.remarks,
        ...(ordered ? [] : ['the first group of its analysis is taken to be compared with the second']),
        ...(inverted ? ['that effect compares the groups the other way round, and was turned'] : []),
      ],
    },
  };
};

/** The effect of a comparison; or why it has none. */
export const rowOf = (
  study: Study,
  comparison: Comparison,
  parts: Parts,
  { measure, model }: Choices,
): Numbers<Row> => {
  const base = { study, comparison, remarks: splitRemarks(comparison, parts) };
  const { arms } = comparison;
  if (arms !== undefined && isOfCounts(measure)) return rowOfCounts(base, arms, measure, model, parts);
  if (arms !== undefined && isOfMeans(measure)) return rowOfMeans(base, arms, measure, parts);
  return rowOfEffect(base, measure);
};
