import { CANONICAL } from '../fhir/canonical.ts';
import { type Condition, conditionOf } from './fhirpath/condition.ts';
import type { Instance } from './instance.ts';
import { isPlainlyMarked, RULES_OF_MARKS } from './plain-mark.ts';
import type { Check, Run } from './run.ts';
import type { Constraint, StructureDefinition } from './structure-definition.ts';

/** Checks the element's invariants: https://hl7.org/fhir/R5/conformance-rules.html#constraints */
export const checkInvariants = ({ run, instance, element, definition }: Check): void => {
  if (element.constraints) checkConstraints(element.constraints, instance, definition, run);
};

/** The conditions of invariants, each made once. */
const conditions = new WeakMap<readonly Constraint[], readonly Condition[]>();

/** Marks are nearly everywhere and nearly all plain, so that their rules need not be evaluated. */
const onMarks =
  (condition: Condition): Condition =>
  (instance, run) =>
    isPlainlyMarked(instance) || condition(instance, run);

const conditionsOf = (
  constraints: readonly Constraint[],
  { url }: StructureDefinition,
): readonly Condition[] => {
  let made = conditions.get(constraints);
  if (made === undefined) {
    const isOurs = url.startsWith(`${CANONICAL}/`);
    made = constraints.map(({ key, expression }) => {
      const condition = conditionOf(expression);
      return isOurs && RULES_OF_MARKS.has(key) ? onMarks(condition) : condition;
    });
    conditions.set(constraints, made);
  }
  return made;
};

/** Checks an element by some invariants of a definition. */
export const checkConstraints = (
  constraints: readonly Constraint[],
  instance: Instance,
  definition: StructureDefinition,
  run: Run,
): void => {
  if (instance.value === undefined && instance.extras === undefined) return;
  const made = conditionsOf(constraints, definition);
  for (let at = 0; at < made.length; at += 1) {
    const outcome = made[at]!(instance, run);
    if (outcome === true) continue;
    const { key, severity, human } = constraints[at]!;
    if (outcome !== false) {
      const text = `Rule ${key} could not be evaluated: ${outcome}`;
      run.report({ severity: 'information', code: 'not-supported', rule: key, text }, instance, definition);
    } else {
      run.report({ severity, code: 'invariant', rule: key, text: `${human} (${key})` }, instance, definition);
    }
  }
};
