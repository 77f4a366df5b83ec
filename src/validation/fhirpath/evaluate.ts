import { select } from '../fhirpath.ts';
import { Instance } from '../instance.ts';
import type { Run } from '../run.ts';
import { compileExpression, type Evaluator } from './compile.ts';
import { UNSURE } from './items.ts';

/** Of an expression: whether it is true, or why that cannot be said. */
type Outcome = { readonly holds: boolean } | { readonly problem: string };

/** The value of a node of the whole engine. */
const data = (node: unknown): unknown =>
  typeof node === 'object' && node !== null && 'data' in node ? node.data : node;

const HOLDS: Outcome = { holds: true };
const FAILS: Outcome = { holds: false };

/** Expressions come from definitions, so there is an end to them; those that only the whole engine reads have no function. */
const compiled = new Map<string, Evaluator | undefined>();

const evaluatorOf = (expression: string): Evaluator | undefined => {
  const known = compiled.get(expression);
  if (known !== undefined || compiled.has(expression)) return known;
  const made = compileExpression(expression);
  compiled.set(expression, made);
  return made;
};

/** What an expression finds, by its function if it has one that is sure, else by the whole engine. */
const found = (expression: string, instance: Instance, run: Run): readonly unknown[] => {
  const evaluator = run.isReadable ? evaluatorOf(expression) : undefined;
  if (evaluator !== undefined) {
    try {
      return evaluator(instance, { run, context: instance });
    } catch (error) {
      if (error !== UNSURE) throw error;
    }
  }
  return select(expression, instance, run);
};

/** Whether a FHIRPath expression is true of an element, as an invariant is: https://hl7.org/fhir/R5/fhirpath.html */
export const evaluate = (expression: string, instance: Instance, run: Run): Outcome => {
  try {
    const result = found(expression, instance, run);
    // What depends on a resource or value set that is not at hand cannot be judged.
    if (result.length === 0) {
      return (run.elsewhere ? /memberOf\(/ : /resolve\(\)|memberOf\(/).test(expression) ? HOLDS : FAILS;
    }
    const first = result[0];
    const value = first instanceof Instance ? first.value : data(first);
    return result.length > 1 || typeof value !== 'boolean' || value ? HOLDS : FAILS;
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
};
