import type { Model } from 'fhirpath';
import fhirpath from 'fhirpath';
import r5 from 'fhirpath/fhir-context/r5/index.js';
import { asObject, asString, type Instance, isResource } from './instance.ts';
import { resolveReference } from './reference.ts';
import type { Check, Outcome, Run } from './run.ts';

/** A node of fhirpath.js: it knows its type, its parent and its extensions. */
type Node = object | string | number | boolean;
type Compiled = (node: unknown, variables: Record<string, unknown>) => readonly Node[];

const data = (node: Node | undefined): unknown =>
  typeof node === 'object' && 'data' in node ? node.data : node;

/** Looks up what references point to in the resource itself; nothing is fetched. */
const resolve = function (this: { vars: Record<string, unknown> }, inputs: readonly Node[]): readonly Node[] {
  const { run, instance } = this.vars as { run: Run; instance: Instance };
  return inputs.flatMap((input) => {
    const value = data(input);
    const reference = asString(value) ?? asString(asObject(value)?.reference);
    const target = reference === undefined ? undefined : resolveReference(reference, instance, run);
    return target === undefined ? [] : compile('$this')(target.value, {});
  });
};

const compiled = new Map<string, Compiled>();

/** Each expression is compiled once; they come from definitions, so there is an end to them. */
const compile = (expression: string): Compiled => {
  let found = compiled.get(expression);
  if (found === undefined) {
    // Its own declaration misses undefined in an optional property.
    found = fhirpath.compile(expression, r5 as unknown as Model, {
      resolveInternalTypes: false,
      traceFn: () => {},
      userInvocationTable: { resolve: { fn: resolve, arity: { 0: [] }, internalStructures: true } },
    }) as Compiled;
    compiled.set(expression, found);
  }
  return found;
};

const nodes = new WeakMap<Instance, Node | undefined>();

const nodeOf = (instance: Instance): Node | undefined => {
  if (!nodes.has(instance)) {
    if (instance.parent === undefined || isResource(instance)) {
      nodes.set(instance, compile('$this')(instance.value, {})[0]);
    } else {
      const siblings = compile(`\`${instance.name}\``)(nodeOf(instance.parent), {});
      nodes.set(
        instance,
        siblings.find(
          (node) => typeof node === 'object' && 'index' in node && node.index === instance.index,
        ) ?? siblings[0],
      );
    }
  }
  return nodes.get(instance);
};

/** Whether a FHIRPath expression is true of an element: https://hl7.org/fhir/R5/fhirpath.html */
export const evaluate = (expression: string, instance: Instance, run: Run): Outcome => {
  try {
    const result = compile(expression)(nodeOf(instance), {
      resource: nodeOf(instance.resource),
      rootResource: nodeOf(run.root),
      run,
      instance,
    });
    // What depends on a resource that is not at hand cannot be judged.
    if (result.length === 0) return { holds: expression.includes('resolve()') };
    const value = data(result[0]);
    return { holds: result.length > 1 || typeof value !== 'boolean' || value };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
};

const isAround = (instance: Instance, broken: readonly string[]): boolean => {
  if (broken.length === 0) return false;
  const { expression } = instance;
  return broken.some(
    (path) =>
      path === expression || (path.startsWith(expression) && /^[.[]/.test(path.slice(expression.length))),
  );
};

/** Checks the element's invariants: https://hl7.org/fhir/R5/conformance-rules.html#constraints */
export const checkInvariants = ({ run, instance, element, definition }: Check): void => {
  if (element.constraints === undefined || isAround(instance, run.broken)) return;
  for (const { key, severity, human, expression } of element.constraints) {
    const outcome = run.evaluate(expression, instance, run);
    if ('problem' in outcome) {
      const text = `Rule ${key} could not be evaluated: ${outcome.problem}`;
      run.report({ severity: 'information', code: 'not-supported', rule: key, text }, instance, definition);
    } else if (!outcome.holds) {
      run.report({ severity, code: 'invariant', rule: key, text: `${human} (${key})` }, instance, definition);
    }
  }
};
