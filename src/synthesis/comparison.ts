import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { wordsOf } from '../fhir/words.ts';
import { isPercent } from '../statistics/share.ts';
import { codeIn, type Finding, numberIn } from './finding.ts';
import { MEASURES, type MeasureName, measureOfCode } from './measure.ts';

/** What was found in one group; numbers as they are written. */
export interface Arm {
  readonly group: string;
  readonly n?: string | undefined;
  readonly events?: string | undefined;
  /** Of its people, that had the event, where they are not counted. */
  readonly percentage?: string | undefined;
  readonly mean?: string | undefined;
  readonly sd?: string | undefined;
  /** Of the mean. */
  readonly standardError?: string | undefined;
  readonly unit?: string | undefined;
}

/** An effect as it was reported. */
export interface Effect {
  /** None where R5 has no code for it. */
  readonly measure: MeasureName | undefined;
  /** What the source calls it. */
  readonly words: string | undefined;
  readonly isRatio: boolean;
  readonly estimate: string | undefined;
  readonly unit: string | undefined;
  readonly low: string | undefined;
  readonly high: string | undefined;
  readonly level: string | undefined;
  readonly standardError: string | undefined;
  readonly p: string | undefined;
  readonly statistic: Tree;
}

/** Two groups compared on an outcome at a time: by what was found in each, or by an effect. */
export interface Comparison extends Pick<Finding, 'outcome' | 'time' | 'category'> {
  readonly groups: readonly [string, string];
  /** Whether the second group is known to be that which the first is compared with. */
  readonly ordered: boolean;
  /** Whether its groups are in another order than those of the effect that is reported. */
  readonly inverted?: boolean;
  /** The evidence it is taken from. */
  readonly evidence: readonly Tree[];
  readonly arms?: readonly [Arm, Arm];
  readonly effect?: Effect;
}

const STATISTICS = 'http://terminology.hl7.org/CodeSystem/statistic-type';
const ESTIMATES = 'http://terminology.hl7.org/CodeSystem/attribute-estimate-type';

const COUNT = 'C25463';
const PROPORTION = 'C44256';
const MEAN = 'C53319';
const STANDARD_DEVIATION = 'C53322';
const STANDARD_ERROR = '0000037';
const INTERVAL = 'C53324';
const P_VALUE = 'C44185';

const estimateOf = ({ statistic }: Finding, code: string): Tree | undefined =>
  treesIn(statistic.attributeEstimate).find((one) => codeIn(one.type, ESTIMATES) === code);

const unitOf = (quantity: unknown): string | undefined =>
  isTree(quantity) ? wordsOf(quantity.code ?? quantity.unit) : undefined;

const armOf = (finding: Finding): Arm | undefined => {
  const { statistic, groups, groupSize } = finding;
  const [group, ...others] = groups;
  if (group === undefined || others.length > 0) return undefined;
  const type = codeIn(statistic.statisticType, STATISTICS);
  const { sampleSize, quantity } = statistic;
  const n =
    numberIn(sampleSize, 'knownDataCount') ?? numberIn(sampleSize, 'numberOfParticipants') ?? groupSize;
  const events =
    numberIn(statistic, 'numberAffected') ?? (type === COUNT ? numberIn(quantity, 'value') : undefined);
  const unit = unitOf(quantity);
  const value = numberIn(quantity, 'value');
  if (type !== MEAN) {
    if (n === undefined) return undefined;
    if (events !== undefined) return { group, n, events };
    return type === PROPORTION && isPercent(unit) && value !== undefined
      ? { group, n, percentage: value }
      : undefined;
  }
  const sd = numberIn(estimateOf(finding, STANDARD_DEVIATION)?.quantity, 'value');
  const standardError = numberIn(estimateOf(finding, STANDARD_ERROR)?.quantity, 'value');
  return value !== undefined && (sd ?? standardError) !== undefined
    ? { group, n, mean: value, sd, standardError, unit }
    : undefined;
};

const effectOf = (finding: Finding): Effect | undefined => {
  const { statistic, groups } = finding;
  if (groups.length !== 2) return undefined;
  const { statisticType } = statistic;
  const measure = measureOfCode(codeIn(statisticType, STATISTICS));
  const interval = estimateOf(finding, INTERVAL);
  const range = isTree(interval?.range) ? interval.range : {};
  const p = estimateOf(finding, P_VALUE)?.quantity;
  const comparator = isTree(p) ? (wordsOf(p.comparator) ?? '') : '';
  const pValue = numberIn(p, 'value');
  return {
    measure,
    words: isTree(statisticType) ? wordsOf(statisticType.text) : undefined,
    isRatio: measure !== undefined && MEASURES[measure].isRatio,
    estimate: numberIn(statistic.quantity, 'value'),
    unit: unitOf(statistic.quantity),
    low: numberIn(range.low, 'value'),
    high: numberIn(range.high, 'value'),
    level: numberIn(interval, 'level'),
    standardError: numberIn(estimateOf(finding, STANDARD_ERROR)?.quantity, 'value'),
    p: pValue === undefined ? undefined : `${comparator}${pValue}`,
    statistic,
  };
};

/** What is known of a group. */
export const kindOf = ({ events, percentage }: Arm): 'events' | 'percentage' | 'mean' =>
  events !== undefined ? 'events' : percentage !== undefined ? 'percentage' : 'mean';

/** What is compared with what, the other way round. */
const reversed = (comparison: Comparison): Comparison => {
  const { groups, arms } = comparison;
  return {
    ...comparison,
    groups: [groups[1], groups[0]],
    ...(arms ? { arms: [arms[1], arms[0]] } : { inverted: comparison.inverted !== true }),
  };
};

/** Each two groups of which the same was found in the same row of an outcome. */
const pairs = (findings: readonly Finding[]): readonly Comparison[] => {
  const told = findings.flatMap((finding) => {
    const arm = armOf(finding);
    return arm === undefined ? [] : [{ finding, arm }];
  });
  const rows = Map.groupBy(told, ({ finding: { outcome, time, category }, arm }) =>
    JSON.stringify([outcome, time, category, kindOf(arm)]),
  );
  return [...rows.values()].flatMap((all) =>
    all.flatMap(({ finding: { outcome, time, category, evidence }, arm }, at) =>
      all
        .slice(at + 1)
        .filter(({ arm: other }) => other.group !== arm.group)
        .map(({ arm: other, finding }) => ({
          outcome,
          time,
          category,
          groups: [arm.group, other.group] as const,
          ordered: false,
          evidence: [evidence, finding.evidence],
          arms: [arm, other] as const,
        })),
    ),
  );
};

/** A comparison with the reference second, where just one of its groups is a reference. */
export const inOrder = (comparison: Comparison, isReference: (group: string) => boolean): Comparison => {
  const [first, second] = comparison.groups.map(isReference);
  if (first === second) return comparison;
  return { ...(first ? reversed(comparison) : comparison), ordered: true };
};

/** The effects that are reported of two groups. */
const effects = (findings: readonly Finding[]): readonly Comparison[] =>
  findings.flatMap((finding): Comparison[] => {
    const effect = effectOf(finding);
    const { groups, reference, outcome, time, category, evidence } = finding;
    const [first, second] = groups;
    return effect === undefined ||
      first === undefined ||
      second === undefined ||
      (effect.estimate ?? effect.p) === undefined
      ? []
      : [
          {
            outcome,
            time,
            category,
            groups: [first, second],
            ordered: reference !== undefined,
            evidence: [evidence],
            effect,
          },
        ];
  });

/**
 * What the findings of a study compare: groups two by two, then the effects that are reported. `controls` are the
 * groups of the study that are there to be compared with.
 */
export const comparisonsOf = (
  findings: readonly Finding[],
  controls: ReadonlySet<string> = new Set(),
): readonly Comparison[] => {
  const stated = new Set(findings.flatMap(({ reference }) => reference ?? []));
  // Where nothing is said of which is compared with which, the order of an analysis may show it.
  const second = new Set(findings.flatMap(({ groups }) => groups.slice(1, 2)));
  const ordered = pairs(findings).map((pair) => {
    const known = [stated, controls].map((these) => inOrder(pair, (group) => these.has(group)));
    return (
      known.find((one) => one.ordered) ?? { ...inOrder(pair, (group) => second.has(group)), ordered: false }
    );
  });
  return [...ordered, ...effects(findings)];
};

/** How many had no event; exact, as both are counts. */
export const without = ({ n, events }: Arm): string | undefined => {
  const rest = Number(n) - Number(events);
  return n === undefined || events === undefined || !Number.isFinite(rest) || rest < 0
    ? undefined
    : String(rest);
};
