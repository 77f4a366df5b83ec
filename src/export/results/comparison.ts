import { isTree, type Tree } from '../../fhir/exact-tree.ts';
import { wordsOf } from '../marked-value.ts';
import type { Study } from '../study.ts';
import { codeIn, type Finding, findingsOf, listOf, numberIn } from './finding.ts';

/** What was found in one group; numbers as they are written. */
export interface Arm {
  readonly group: string;
  readonly events?: string | undefined;
  readonly mean?: string | undefined;
  readonly sd?: string | undefined;
  readonly n?: string | undefined;
}

/** An effect as it was reported. */
export interface Effect {
  /** Such as RR; none where R5 has no code for it. */
  readonly measure: string | undefined;
  /** What the source calls it. */
  readonly words: string | undefined;
  readonly isRatio: boolean;
  readonly estimate: string | undefined;
  readonly low: string | undefined;
  readonly high: string | undefined;
  readonly level: string | undefined;
  readonly standardError: string | undefined;
  readonly p: string | undefined;
}

/** Two groups compared on an outcome at a time: by what was found in each, or by an effect. */
export interface Comparison extends Pick<Finding, 'outcome' | 'time' | 'category'> {
  readonly groups: readonly [string, string];
  readonly arms?: readonly [Arm, Arm];
  readonly effect?: Effect;
}

const STATISTICS = 'http://terminology.hl7.org/CodeSystem/statistic-type';
const ESTIMATES = 'http://terminology.hl7.org/CodeSystem/attribute-estimate-type';

const COUNT = 'C25463';
const MEAN = 'C53319';
const STANDARD_DEVIATION = 'C53322';
const STANDARD_ERROR = '0000037';
const INTERVAL = 'C53324';
const P_VALUE = 'C44185';

/** What metafor calls the effects that R5's list has: https://hl7.org/fhir/R5/valueset-statistic-type.html */
const MEASURES: ReadonlyMap<string, readonly [measure: string, isRatio: boolean]> = new Map([
  ['C93152', ['RR', true]],
  ['C16932', ['OR', true]],
  ['C93150', ['HR', true]],
  ['rate-ratio', ['IRR', true]],
  ['0000457', ['MD', false]],
  ['0000424', ['RD', false]],
  ['0000100', ['SMD', false]],
]);

const estimateOf = ({ statistic }: Finding, code: string): Tree | undefined =>
  listOf(statistic.attributeEstimate).find((one) => codeIn(one.type, ESTIMATES) === code);

const armOf = (finding: Finding): Arm | undefined => {
  const { statistic, groups } = finding;
  const [group, ...others] = groups;
  if (group === undefined || others.length > 0) return undefined;
  const type = codeIn(statistic.statisticType, STATISTICS);
  const n = numberIn(statistic.sampleSize, 'knownDataCount');
  const events = numberIn(statistic, 'numberAffected');
  if (type === COUNT) return events === undefined || n === undefined ? undefined : { group, n, events };
  const sd = numberIn(estimateOf(finding, STANDARD_DEVIATION)?.quantity, 'value');
  const mean = numberIn(statistic.quantity, 'value');
  return type === MEAN && mean !== undefined && sd !== undefined ? { group, n, mean, sd } : undefined;
};

const effectOf = (finding: Finding): Effect | undefined => {
  const { statistic, groups } = finding;
  if (groups.length !== 2) return undefined;
  const { statisticType } = statistic;
  const [measure, isRatio = false] = MEASURES.get(codeIn(statisticType, STATISTICS) ?? '') ?? [];
  const interval = estimateOf(finding, INTERVAL);
  const range = isTree(interval?.range) ? interval.range : {};
  const p = estimateOf(finding, P_VALUE)?.quantity;
  const comparator = isTree(p) ? (wordsOf(p.comparator) ?? '') : '';
  const pValue = numberIn(p, 'value');
  return {
    measure,
    words: isTree(statisticType) ? wordsOf(statisticType.text) : undefined,
    isRatio,
    estimate: numberIn(statistic.quantity, 'value'),
    low: numberIn(range.low, 'value'),
    high: numberIn(range.high, 'value'),
    level: numberIn(interval, 'level'),
    standardError: numberIn(estimateOf(finding, STANDARD_ERROR)?.quantity, 'value'),
    p: pValue === undefined ? undefined : `${comparator}${pValue}`,
  };
};

const kindOf = ({ events }: Arm): string => (events === undefined ? 'mean' : 'events');

/** Two groups in the order in which an effect compares them: the reference of a comparison comes second. */
const inOrder = (one: Arm, other: Arm, references: ReadonlySet<string>): readonly [Arm, Arm] =>
  references.has(one.group) && !references.has(other.group) ? [other, one] : [one, other];

/** Each two groups of which the same was found in the same row of an outcome. */
const pairs = (findings: readonly Finding[]): readonly Comparison[] => {
  const told = findings.flatMap((finding) => {
    const arm = armOf(finding);
    return arm === undefined ? [] : [{ finding, arm }];
  });
  const references = new Set(findings.flatMap(({ groups }) => groups.slice(1, 2)));
  const rows = Map.groupBy(told, ({ finding: { outcome, time, category }, arm }) =>
    JSON.stringify([outcome, time, category, kindOf(arm)]),
  );
  return [...rows.values()].flatMap((all) =>
    all.flatMap(({ finding: { outcome, time, category }, arm }, at) =>
      all
        .slice(at + 1)
        .filter(({ arm: other }) => other.group !== arm.group)
        .map(({ arm: other }) => {
          const arms = inOrder(arm, other, references);
          return { outcome, time, category, groups: [arms[0].group, arms[1].group] as const, arms };
        }),
    ),
  );
};

/** What the study's results compare: groups two by two, then the effects that are reported. */
export const comparisonsOf = (study: Study): readonly Comparison[] => {
  const findings = findingsOf(study);
  const effects = findings.flatMap((finding): Comparison[] => {
    const effect = effectOf(finding);
    const [first, second] = finding.groups;
    if (effect === undefined || first === undefined || second === undefined) return [];
    const { outcome, time, category } = finding;
    return effect.estimate === undefined && effect.p === undefined
      ? []
      : [{ outcome, time, category, groups: [first, second], effect }];
  });
  return [...pairs(findings), ...effects];
};

/** How many had no event; exact, as both are counts. */
export const without = ({ n, events }: Arm): string | undefined => {
  const rest = Number(n) - Number(events);
  return n === undefined || events === undefined || !Number.isSafeInteger(rest) || rest < 0
    ? undefined
    : String(rest);
};
