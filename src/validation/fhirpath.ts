import { fhirPathEngine } from '../fhir/fhirpath-engine.ts';
import { membership } from './fhirpath/membership.ts';
import { inSlice } from './fhirpath/slice.ts';
import { asObject, asString, type Instance } from './instance.ts';
import { resolveReference } from './resolve.ts';
import type { Run } from './run.ts';

/** A node of fhirpath.js: it knows its type, its parent and its extensions. */
type Node = object | string | number | boolean;
type Compiled = (node: unknown, variables: Record<string, unknown>) => readonly Node[];
type Functions = Readonly<
  Record<string, (this: Context, inputs: readonly Node[], argument?: readonly Node[]) => readonly Node[]>
>;
interface Context {
  readonly vars: Record<string, unknown>;
}

/** Compiles each expression once; expressions come from definitions, so there is an end to them. */
const compiler = (functions: Functions): ((expression: string, type?: string) => Compiled) => {
  const compiled = new Map<string, Compiled>();
  const userInvocationTable = Object.fromEntries(
    Object.entries(functions).map(([name, fn]) => [
      name,
      {
        fn,
        arity: { 0: [], 1: ['AnyAtRoot' as const], 2: ['AnyAtRoot' as const, 'AnyAtRoot' as const] },
        internalStructures: true,
      },
    ]),
  );
  return (expression, type) => {
    const key = `${type} ${expression}`;
    let found = compiled.get(key);
    if (found === undefined) {
      const { fhirpath, model } = fhirPathEngine();
      found = fhirpath.compile(type ? { base: type, expression } : expression, model, {
        resolveInternalTypes: false,
        traceFn: () => {},
        userInvocationTable,
      }) as Compiled;
      compiled.set(key, found);
    }
    return found;
  };
};

const builtIn = compiler({});

/** Whether a node is an element, not a value that was calculated. */
const isElement = (node: Node | undefined): node is { readonly data: unknown } =>
  typeof node === 'object' && 'data' in node;

const data = (node: Node | undefined): unknown => (isElement(node) ? node.data : node);

/** Looks up what references point to in the resource itself; nothing is fetched. */
const resolve: Functions[string] = function (inputs) {
  const { run, instance } = this.vars as { run: Run; instance: Instance };
  return inputs.flatMap((input) => {
    const value = data(input);
    const reference = asString(value) ?? asString(asObject(value)?.reference);
    const target = reference === undefined ? undefined : resolveReference(reference, instance, run);
    return target === undefined ? [] : builtIn('$this')(target.instance.value, {});
  });
};

/** A moment without a time zone may be in any: the first that it can be is in the most eastern, the last in the most western. */
const ZONES = { lowBoundary: '+14:00', highBoundary: '-12:00' };

/** fhirpath.js knows the boundaries of numbers and times; those of a Quantity are its value's. */
const boundary =
  (name: keyof typeof ZONES): Functions[string] =>
  (inputs, argument) =>
    inputs.flatMap((input) => {
      const quantity = isElement(input) ? asObject(input.data) : undefined;
      const precision = argument?.[0];
      const bounds = precision === undefined ? `${name}()` : `${name}(%precision)`;
      if (quantity?.value !== undefined) {
        const [value] = builtIn(`value.${bounds}`)(input, { precision });
        return builtIn('$this', 'Quantity')({ ...quantity, value: Number(data(value)) }, {});
      }
      const [bound] = builtIn(bounds)(input, { precision });
      if (bound === undefined) return [];
      const text = String(bound);
      return /^\d{4}-.*T[\d:.]*$/.test(text)
        ? builtIn('%text.toDateTime()')({}, { text: `${text}${ZONES[name]}` })
        : [bound];
    });

/** fhirpath.js refuses to compare with nothing, which R5's own rule on ranges with one bound does. */
const comparable: Functions[string] = (inputs, argument = []) =>
  inputs.length === 0 || argument.length === 0
    ? []
    : builtIn('comparable(%argument)')(inputs[0], { argument: argument[0] });

const memberOf: Functions[string] = function (inputs, argument = []) {
  const { run } = this.vars as { run: Run };
  const isMember = membership(inputs.map(data), String(data(argument[0])), run);
  return isMember === undefined ? [] : [isMember];
};

const slice: Functions[string] = function (inputs, structure = [], name = []) {
  const vars = this.vars as unknown as { run: Run; instance: Instance };
  const found = inSlice(inputs.map(data), String(data(structure[0])), String(data(name[0])), vars);
  return inputs.filter((input) => found.has(data(input)));
};

const compileWhole = compiler({
  comparable,
  memberOf,
  resolve,
  slice,
  lowBoundary: boundary('lowBoundary'),
  highBoundary: boundary('highBoundary'),
});

const nodes = new WeakMap<Instance, Node | undefined>();

const nodeOf = (instance: Instance): Node | undefined => {
  if (!nodes.has(instance)) {
    if (instance.parent === undefined || instance.isResource) {
      nodes.set(instance, builtIn('$this')(instance.value, {})[0]);
    } else {
      const siblings = builtIn(`\`${instance.name}\``)(nodeOf(instance.parent), {});
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

/** What an expression gives of an element. Throws where it cannot be evaluated. */
export const select = (expression: string, instance: Instance, run: Run): readonly Node[] =>
  compileWhole(expression)(nodeOf(instance), {
    resource: nodeOf(instance.resource),
    rootResource: nodeOf(instance.rootResource),
    run,
    instance,
  });
