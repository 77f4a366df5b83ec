import { type Fact, NOT_STATED, type Stated } from '../../model/fact.ts';
import type {
  ComparisonResult,
  EstimateType,
  GroupResult,
  MeasureType,
  PValue,
  Subject,
} from '../../model/trial.ts';
import {
  armSubject,
  comparatorOf,
  impliedReference,
  type Setting,
  type Statement,
} from '../prose/results/statement.ts';
import { kindOf } from '../prose/statistic/estimate-name.ts';
import { estimateOf, pValueOf } from './cell.ts';
import { isComparator } from './groups.ts';
import { sentenceOf } from './sentence-of-value.ts';
import type { TableValue } from './values-of-table.ts';

/** The two groups of a comparison. */
interface Sides {
  readonly exposure: Subject;
  readonly reference: Subject;
}

const sameSubject = (a: Subject, b: Subject): boolean => JSON.stringify(a) === JSON.stringify(b);

const isReference = (subject: Subject, setting: Setting): boolean =>
  subject.kind === 'arm'
    ? comparatorOf(setting)?.key === subject.arm
    : subject.kind === 'treatment' && isComparator(subject.name.value);

/** The group of a line's own against the trial's comparator, or the two groups that a line has values of. */
const sidesOf = (value: TableValue, groups: readonly GroupResult[], setting: Setting): Sides | undefined => {
  if (value.subject) {
    const comparator = comparatorOf(setting);
    const reference = comparator && armSubject(comparator);
    const isOwn = !value.over && reference !== undefined && !sameSubject(reference, value.subject);
    return isOwn ? { exposure: value.subject, reference } : undefined;
  }
  const subjects = groups
    .map(({ subject }) => subject)
    .filter((one, i, all) => all.findIndex((other) => sameSubject(one, other)) === i);
  const [first, second] = subjects;
  if (!first || !second || subjects.length > 2) return undefined;
  return isReference(first, setting) && !isReference(second, setting)
    ? { exposure: second, reference: first }
    : { exposure: first, reference: second };
};

const BY_MEASURE: Readonly<Record<MeasureType, EstimateType | undefined>> = {
  count: 'risk-difference',
  proportion: 'risk-difference',
  mean: 'mean-difference',
  median: 'median-difference',
  descriptive: undefined,
};

/** What a head calls an estimate; of what a difference is, the values beside it tell. */
const typeOf = (name: string, groups: readonly GroupResult[]): EstimateType | undefined => {
  const kind = kindOf(name.replace(/\s*[([].*$/, '').trim());
  const [type] = groups.flatMap(({ measures }) => measures.map((measure) => measure.type));
  return kind === 'difference' ? type && BY_MEASURE[type] : kind;
};

const isRatio = (type: EstimateType | undefined): boolean => /-ratio$|^relative-risk$/.test(type ?? '');

const referenceFact = (value: TableValue, { reference }: Sides, setting: Setting): Stated<Subject> => {
  if (reference.kind === 'treatment') return { ...reference.name, value: reference };
  const arm = setting.arms.find(({ key }) => reference.kind === 'arm' && key === reference.arm);
  return arm ? impliedReference(arm) : value.cell.fact(0, value.cell.text.length, reference, 'derived');
};

/** What a line says of two groups: an estimate with its interval and the line's P value, or the P value alone. */
export const comparisonsIn = (
  line: readonly TableValue[],
  statements: readonly Statement[],
  setting: Setting,
): readonly Statement[] => {
  const groups = statements.flatMap(({ results }) => results.filter((result) => result.kind === 'group'));
  const [first] = statements;
  const isOne = groups.every(
    ({ outcome, timePoint }) =>
      outcome === groups[0]?.outcome && JSON.stringify(timePoint) === JSON.stringify(groups[0]?.timePoint),
  );
  if (!first || !isOne) return [];
  const pValues = line.filter(({ form, subject, over }) => form?.kind === 'p-value' && !(subject && over));
  const [onlyP] = pValues.length === 1 ? pValues : [];
  const pValue: Fact<PValue> | undefined = onlyP && pValueOf(onlyP.cell);
  const comparison = (
    value: TableValue,
    known: Partial<Pick<ComparisonResult, 'estimate' | 'interval' | 'pValue'>>,
  ): readonly Statement[] => {
    const sides = sidesOf(value, groups, setting);
    const [group] = groups;
    if (!sides || !group) return [];
    const result: ComparisonResult = {
      kind: 'comparison',
      outcome: group.outcome,
      timePoint: group.timePoint,
      sentence: sentenceOf(
        { cell: value.cell, outcome: first.outcome },
        [sides.exposure, sides.reference],
        setting.arms,
      ),
      exposure: sides.exposure,
      reference: referenceFact(value, sides, setting),
      estimate: NOT_STATED,
      interval: NOT_STATED,
      pValue: NOT_STATED,
      direction: NOT_STATED,
      test: NOT_STATED,
      ...known,
    };
    return [{ outcome: first.outcome, domain: first.domain, results: [result] }];
  };
  const estimates = line.flatMap((value, i) => {
    const { form, cell } = value;
    const type = form?.kind === 'estimate' ? typeOf(form.name, groups) : undefined;
    const next = line[i + 1];
    const told = type && estimateOf(cell, next?.form?.kind === 'interval' ? next.cell : undefined);
    // No ratio is below nothing: its column has another kind of number in this line.
    const found = told && !(isRatio(type) && told.estimate.value.startsWith('-')) ? told : undefined;
    return type && found ? [{ value, type, ...found }] : [];
  });
  const [estimate, ...more] = estimates;
  if (estimate && more.length === 0)
    return comparison(estimate.value, {
      estimate: { ...estimate.estimate, value: { type: estimate.type, value: estimate.estimate.value } },
      interval: estimate.interval,
      ...(pValue && { pValue }),
    });
  return onlyP && pValue && !estimate ? comparison(onlyP, { pValue }) : [];
};
