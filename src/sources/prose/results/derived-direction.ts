import { NOT_STATED, type Stated } from '../../../model/fact.ts';
import type { ComparisonResult, Direction, GroupResult, Interval, Subject } from '../../../model/trial.ts';
import type { Statement } from './statement.ts';

/** The effect of no difference. */
const nullOf = (type: string): 0 | 1 => (/ratio|relative-risk/.test(type) ? 1 : 0);

/** Which side of no difference an interval lies on: 0 where it holds it. */
const sideOf = ({ low, high }: Interval, none: number): -1 | 0 | 1 => {
  if (Number(low.value) > none) return 1;
  return Number(high.value) < none ? -1 : 0;
};

const isOf =
  (subject: Subject) =>
  (group: GroupResult): boolean =>
    subject.kind === 'arm' && group.subject.kind === 'arm' && group.subject.arm === subject.arm;

/** A group's value; counts of groups that differ in size do not compare. */
const measured = (group: GroupResult | undefined): number => {
  const measure = group?.measures.at(-1);
  return measure && measure.type !== 'count' ? Number(measure.value.value) : Number.NaN;
};

/** Which of two groups had more by their values: nothing where one has none or several. */
const orderIn = (
  groups: readonly GroupResult[],
  exposure: Subject,
  reference: Subject,
): number | undefined => {
  const [first, second] = [groups.filter(isOf(exposure)), groups.filter(isOf(reference))];
  if (first.length !== 1 || second.length !== 1) return undefined;
  const difference = measured(first[0]) - measured(second[0]);
  return Number.isNaN(difference) ? undefined : Math.sign(difference);
};

/**
 * Which group had more by an estimate's interval; one that holds no difference does not say that there is none. A
 * difference may be taken either way round, so that the groups' values have to tell which; a ratio is left alone where
 * they gainsay it.
 */
const directionOf = (
  { estimate, interval, exposure, reference }: ComparisonResult,
  groups: readonly GroupResult[],
): Stated<Direction> => {
  if (estimate === NOT_STATED || interval === NOT_STATED || reference === NOT_STATED) return NOT_STATED;
  if (interval.value.type !== 'confidence-interval' || exposure.kind === 'unspecified') return NOT_STATED;
  const none = nullOf(estimate.value.type);
  const side = sideOf(interval.value, none);
  const order = orderIn(groups, exposure, reference.value);
  const ofRatio = order === -side ? 0 : side;
  const ofDifference = side === 0 ? 0 : order;
  const more = none === 1 ? ofRatio : ofDifference;
  return more ? { ...interval, value: more > 0 ? 'higher' : 'lower', derivation: 'derived' } : NOT_STATED;
};

/** Statements with the directions that intervals say where no word does. */
export const withDirections = (statements: readonly Statement[]): readonly Statement[] => {
  const groups = statements.flatMap(({ results }) => results.filter((result) => result.kind === 'group'));
  return statements.map((statement) => ({
    ...statement,
    results: statement.results.map((result) =>
      result.kind === 'comparison' && result.direction === NOT_STATED
        ? {
            ...result,
            direction: directionOf(
              result,
              groups.filter(({ outcome }) => outcome === result.outcome),
            ),
          }
        : result,
    ),
  }));
};
