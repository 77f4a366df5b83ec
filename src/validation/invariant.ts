import { evaluate } from './fhirpath/evaluate.ts';
import type { Instance } from './instance.ts';
import type { Check, Run } from './run.ts';
import type { Constraint, StructureDefinition } from './structure-definition.ts';

/** Checks the element's invariants: https://hl7.org/fhir/R5/conformance-rules.html#constraints */
export const checkInvariants = ({ run, instance, element, definition }: Check): void => {
  if (element.constraints) checkConstraints(element.constraints, instance, definition, run);
};

/** Checks an element by some invariants of a definition. */
export const checkConstraints = (
  constraints: readonly Constraint[],
  instance: Instance,
  definition: StructureDefinition,
  run: Run,
): void => {
  if (instance.value === undefined && instance.extras === undefined) return;
  for (const { key, severity, human, expression } of constraints) {
    const outcome = evaluate(expression, instance, run);
    if ('problem' in outcome) {
      const text = `Rule ${key} could not be evaluated: ${outcome.problem}`;
      run.report({ severity: 'information', code: 'not-supported', rule: key, text }, instance, definition);
    } else if (!outcome.holds) {
      run.report({ severity, code: 'invariant', rule: key, text: `${human} (${key})` }, instance, definition);
    }
  }
};
