import { select } from '../fhirpath.ts';
import { Instance } from '../instance.ts';
import type { Run } from '../run.ts';
import { compileExpression } from './compile.ts';
import { UNSURE } from './items.ts';

/** Whether something is true of an element; or, as a text, why that cannot be said. */
export type Condition = (instance: Instance, run: Run) => boolean | string;

/** The value of a node of the whole engine. */
const data = (node: unknown): unknown =>
  typeof node === 'object' && node !== null && 'data' in node ? node.data : node;

/** Makes a condition of an expression; it is evaluated by its function if it has one that is sure, else by the whole engine. */
const compile = (expression: string): Condition => {
  const evaluator = compileExpression(expression);
  const found = (instance: Instance, run: Run): readonly unknown[] => {
    if (evaluator !== undefined && run.isReadable) {
      try {
        return evaluator(instance, { run, context: instance });
      } catch (error) {
        if (error !== UNSURE) throw error;
      }
    }
    return select(expression, instance, run);
  };
  return (instance, run) => {
    try {
      const result = found(instance, run);
      // What depends on a resource or value set that is not at hand cannot be judged.
      if (result.length === 0) {
        return (run.elsewhere ? /memberOf\(/ : /resolve\(\)|memberOf\(/).test(expression);
      }
      const first = result[0];
      const value = first instanceof Instance ? first.value : data(first);
      return result.length > 1 || typeof value !== 'boolean' || value;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  };
};

/** Expressions come from definitions, so there is an end to them. */
const compiled = new Map<string, Condition>();

/** A FHIRPath expression as a condition, as an invariant is: https://hl7.org/fhir/R5/fhirpath.html */
export const conditionOf = (expression: string): Condition => {
  let condition = compiled.get(expression);
  if (condition === undefined) {
    condition = compile(expression);
    compiled.set(expression, condition);
  }
  return condition;
};
