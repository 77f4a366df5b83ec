import { Instance } from '../instance.ts';
import { resolveReference } from '../resolve.ts';
import type { Run } from '../run.ts';
import * as found from './items.ts';
import { FALSE, type Item, type Items, NOTHING, TRUE, UNSURE } from './items.ts';
import { membership } from './membership.ts';
import { type Expression, parseExpression, Unsupported } from './syntax.ts';

/** What an expression is evaluated in: `%context` and the validation it belongs to. */
export interface Scope {
  readonly run: Run;
  readonly context: Instance;
}

/** An expression as a function of `$this`. */
export type Evaluator = (at: Item, scope: Scope) => Items;

/** One of which only the truth is asked for; undefined if it finds nothing. */
type Truth = (at: Item, scope: Scope) => boolean | undefined;

/** An expression in both forms; that which it has by nature is the faster one. */
interface Compiled {
  readonly items: Evaluator;
  readonly truth: Truth;
  readonly isTruth: boolean;
}

const ofItems = (items: Evaluator): Compiled => ({
  items,
  truth: (at, scope) => found.singleTruth(items(at, scope)),
  isTruth: false,
});

const ofTruth = (truth: Truth): Compiled => ({
  items: (at, scope) => {
    const holds = truth(at, scope);
    return holds === undefined ? NOTHING : holds ? TRUE : FALSE;
  },
  truth,
  isTruth: true,
});

const named = (item: Item, name: string): Items => (item instanceof Instance ? item.named(name) : NOTHING);

/** What a function gives of each item, one after the other. */
const flatMap = (items: Items, map: (item: Item) => Items): Items => {
  if (items.length === 1) return map(items[0]!);
  if (items.length === 0) return NOTHING;
  const all: Item[] = [];
  for (const item of items) for (const one of map(item)) all.push(one);
  return all;
};

const isOfType = (item: Item, type: string, { run }: Scope): boolean => {
  if (!(item instanceof Instance)) throw UNSURE;
  if (item.type === type) return true;
  const known = run.definitions.type(item.type);
  if (known === undefined || run.definitions.type(type) === undefined) throw UNSURE;
  return known.supertypes.includes(type);
};

/** A name at the beginning is that of an element, or of the type of the resource itself. */
const member = (of: Compiled | undefined, name: string): Compiled => {
  if (of !== undefined) {
    return ofItems((at, scope) => {
      const items = of.items(at, scope);
      return items.length === 1 ? named(items[0]!, name) : flatMap(items, (item) => named(item, name));
    });
  }
  if (!/^[A-Z]/.test(name)) return ofItems((at) => named(at, name));
  return ofItems((at) => (at instanceof Instance && at.type === name ? [at] : NOTHING));
};

const variable = (name: string): Evaluator => {
  switch (name) {
    case 'context':
      return (_, { context }) => [context];
    case 'resource':
      return (_, { context }) => [context.resource];
    case 'rootResource':
      return (_, { context }) => [context.rootResource];
    case 'ucum': {
      const ucum = ['http://unitsofmeasure.org'];
      return () => ucum;
    }
    default:
      throw new Unsupported(name);
  }
};

const and: (left: Truth, right: Truth) => Truth = (left, right) => (at, scope) => {
  const first = left(at, scope);
  if (first === false) return false;
  const second = right(at, scope);
  return second === false ? false : first && second;
};

const or: (left: Truth, right: Truth) => Truth = (left, right) => (at, scope) => {
  const first = left(at, scope);
  if (first === true) return true;
  const second = right(at, scope);
  return second === true ? true : first === undefined || second === undefined ? undefined : false;
};

const implies: (left: Truth, right: Truth) => Truth = (left, right) => (at, scope) => {
  const first = left(at, scope);
  if (first === false) return true;
  const second = right(at, scope);
  return second === true ? true : first === undefined ? undefined : second;
};

const xor: (left: Truth, right: Truth) => Truth = (left, right) => (at, scope) => {
  const [first, second] = [left(at, scope), right(at, scope)];
  return first === undefined || second === undefined ? undefined : first !== second;
};

const LOGIC: Readonly<Record<string, (left: Truth, right: Truth) => Truth>> = { and, or, implies, xor };

const equals = (left: Items, right: Items): boolean | undefined => {
  if (left.length === 0 || right.length === 0) return undefined;
  if (left.length !== right.length) return false;
  if (left.length === 1) return found.isSame(left[0]!, right[0]!);
  return left.every((item, index) => found.isSame(item, right[index]!));
};

const isIn = (items: Items, list: Items): boolean | undefined => {
  const item = found.single(items);
  return item === undefined ? undefined : list.some((one) => found.isSame(one, item));
};

const compares =
  (holds: (order: number) => boolean) =>
  (left: Items, right: Items): boolean | undefined => {
    const [a, b] = [found.single(left), found.single(right)];
    return a === undefined || b === undefined ? undefined : holds(found.compare(a, b));
  };

/** Operators that tell whether something is so. */
const RELATIONS: Readonly<Record<string, (left: Items, right: Items) => boolean | undefined>> = {
  '=': equals,
  '!=': (left, right) => {
    const same = equals(left, right);
    return same === undefined ? undefined : !same;
  },
  in: isIn,
  contains: (left, right) => isIn(right, left),
  '<': compares((order) => order < 0),
  '>': compares((order) => order > 0),
  '<=': compares((order) => order <= 0),
  '>=': compares((order) => order >= 0),
};

const arithmetic =
  (compute: (a: number, b: number) => number) =>
  (left: Items, right: Items): Items => {
    const [a, b] = [found.single(left), found.single(right)];
    if (a === undefined || b === undefined) return NOTHING;
    const [x, y] = [found.plainValue(a), found.plainValue(b)];
    if (!Number.isInteger(x) || !Number.isInteger(y)) throw UNSURE;
    return [compute(x as number, y as number)];
  };

/** Operators that compute something. */
const OPERATIONS: Readonly<Record<string, (left: Items, right: Items) => Items>> = {
  '|': (left, right) => found.distinct([...left, ...right]),
  '&': (left, right) => [(found.singleString(left) ?? '') + (found.singleString(right) ?? '')],
  '+': arithmetic((a, b) => a + b),
  '-': arithmetic((a, b) => a - b),
};

const binary = (operator: string, left: Compiled, right: Compiled): Compiled => {
  const logic = LOGIC[operator];
  if (logic) return ofTruth(logic(left.truth, right.truth));
  const relation = RELATIONS[operator];
  if (relation) return ofTruth((at, scope) => relation(left.items(at, scope), right.items(at, scope)));
  const operation = OPERATIONS[operator];
  if (operation) return ofItems((at, scope) => operation(left.items(at, scope), right.items(at, scope)));
  throw new Unsupported(operator);
};

/** Whether a condition selects an item; an element is selected by being there. */
const selects = ({ items, truth, isTruth }: Compiled): ((item: Item, scope: Scope) => boolean) => {
  if (isTruth) return (item, scope) => truth(item, scope) === true;
  return (item, scope) => {
    const selected = items(item, scope);
    if (selected.length === 0) return false;
    const first = selected[0];
    return first instanceof Instance || Boolean(first);
  };
};

const isTrue = (items: Items): boolean => {
  const first = items[0];
  return items.length === 1 && (first instanceof Instance ? first.value : first) === true;
};

const children = (item: Item): Items => (item instanceof Instance ? item.all() : NOTHING);

const descendants = (items: Items): Items => {
  const all: Item[] = [];
  for (let level = flatMap(items, children); level.length > 0; level = flatMap(level, children))
    for (const item of level) all.push(item);
  return all;
};

/** Functions of a collection alone that tell whether something is so. */
const TESTS: Readonly<Record<string, (items: Items) => boolean | undefined>> = {
  exists: (items) => items.length > 0,
  empty: (items) => items.length === 0,
  hasValue: (items) => {
    const item = found.single(items);
    if (item === undefined) return false;
    if (!(item instanceof Instance)) throw UNSURE;
    return typeof item.value !== 'object' && item.value !== undefined;
  },
  isDistinct: (items) => found.distinct(items).length === items.length,
  allTrue: (items) => items.every((item) => found.plainValue(item) === true),
  allFalse: (items) => items.every((item) => found.plainValue(item) === false),
};

/** Functions of a collection alone that give another. */
const FUNCTIONS: Readonly<Record<string, (items: Items) => Items>> = {
  count: (items) => [items.length],
  first: (items) => (items.length > 1 ? items.slice(0, 1) : items),
  last: (items) => (items.length > 1 ? items.slice(-1) : items),
  tail: (items) => items.slice(1),
  distinct: found.distinct,
  children: (items) => flatMap(items, children),
  descendants,
  lowBoundary: (items) => items.map((item) => found.boundary(item, false)),
  highBoundary: (items) => items.map((item) => found.boundary(item, true)),
  length: (items) => {
    const text = found.singleString(items);
    return text === undefined ? NOTHING : [text.length];
  },
  toString: (items: Items): Items => {
    const item = found.single(items);
    if (item === undefined) return NOTHING;
    const value = found.primitiveOf(item);
    if (typeof value === 'object') throw UNSURE;
    return [String(value)];
  },
  toInteger: (items) => {
    const text = found.singleString(items);
    return text !== undefined && /^[+-]?\d+$/.test(text) ? [Number(text)] : NOTHING;
  },
};

/** Functions of a string and another that tell whether something is so. */
const STRING_TESTS: Readonly<Record<string, (text: string, other: string) => boolean>> = {
  startsWith: (text, other) => text.startsWith(other),
  endsWith: (text, other) => text.endsWith(other),
  contains: (text, other) => text.includes(other),
};

const referenceOf = (item: Item): string | undefined => {
  const value = item instanceof Instance ? item.value : item;
  const reference = typeof value === 'object' ? (value as { reference?: unknown }).reference : value;
  return typeof reference === 'string' ? reference : undefined;
};

const resolve = (items: Items, { run, context }: Scope): Items =>
  flatMap(items, (item) => {
    const reference = referenceOf(item);
    const target = reference === undefined ? undefined : resolveReference(reference, context, run);
    return target === undefined ? NOTHING : [target.instance];
  });

const typeName = (expression: Expression | undefined): string => {
  if (expression?.kind !== 'member' || expression.of !== undefined) throw new Unsupported('type');
  return expression.name;
};

const typeTest = (operator: string, of: Compiled, type: string): Compiled => {
  // FHIRPath's own types are not those of elements.
  if (/^(?:Boolean|String|Integer|Decimal|Date|DateTime|Time|Quantity|Any|System)$/.test(type))
    if (type !== 'Quantity') throw new Unsupported(type);
  if (operator === 'is') {
    return ofTruth((at, scope) => {
      const item = found.single(of.items(at, scope));
      return item === undefined ? undefined : isOfType(item, type, scope);
    });
  }
  return ofItems((at, scope) => {
    const items = of.items(at, scope);
    if (operator === 'as') found.single(items);
    if (items.length === 1) return isOfType(items[0]!, type, scope) ? items : NOTHING;
    return items.filter((item) => isOfType(item, type, scope));
  });
};

const literal = (expression: Expression | undefined): string => {
  if (expression?.kind !== 'literal' || typeof expression.value !== 'string')
    throw new Unsupported('literal');
  return expression.value;
};

/** Some of R5's patterns are no regular expressions under the flag for Unicode. */
const regularExpression = (pattern: string, flags: string): RegExp => {
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch {
    return new RegExp(pattern, flags);
  }
};

/** Functions with parameters. */
const CALLS: Readonly<
  Record<string, (of: Compiled, parameters: readonly Compiled[], written: readonly Expression[]) => Compiled>
> = {
  exists: (of, [condition]) => {
    const isSelected = selects(condition!);
    return ofTruth((at, scope) => {
      const items = of.items(at, scope);
      for (let place = 0; place < items.length; place += 1) if (isSelected(items[place]!, scope)) return true;
      return false;
    });
  },
  where: (of, [condition]) => {
    const isSelected = selects(condition!);
    return ofItems((at, scope) => {
      const items = of.items(at, scope);
      if (items.length === 0) return NOTHING;
      if (items.length === 1) return isSelected(items[0]!, scope) ? items : NOTHING;
      return items.filter((item) => isSelected(item, scope));
    });
  },
  all: (of, [condition]) => {
    const { items } = condition!;
    return ofTruth((at, scope) => {
      const all = of.items(at, scope);
      for (let place = 0; place < all.length; place += 1)
        if (!isTrue(items(all[place]!, scope))) return false;
      return true;
    });
  },
  select: (of, [projection]) => {
    const { items } = projection!;
    return ofItems((at, scope) => flatMap(of.items(at, scope), (item) => items(item, scope)));
  },
  repeat: (of, [projection]) => {
    const { items } = projection!;
    return ofItems((at, scope) => found.repeated(of.items(at, scope), (item) => items(item, scope)));
  },
  is: (of, _, [type]) => typeTest('is', of, typeName(type)),
  as: (of, _, [type]) => typeTest('as', of, typeName(type)),
  ofType: (of, _, [type]) => typeTest('ofType', of, typeName(type)),
  // What is traced goes nowhere.
  trace: (of) => of,
  iif: (of, [condition, then, otherwise]) => {
    if (of !== THIS) throw new Unsupported('iif');
    return ofItems((at, scope) =>
      condition!.truth(at, scope) ? then!.items(at, scope) : (otherwise?.items(at, scope) ?? NOTHING),
    );
  },
  extension: (of, _, [url]) => {
    const wanted = literal(url);
    const extensions = (item: Item): Items => {
      const all = named(item, 'extension');
      let selected: Item[] | undefined;
      for (let place = 0; place < all.length; place += 1) {
        const one = all[place] as Instance;
        if ((one.value as { url?: unknown } | undefined)?.url !== wanted) continue;
        if (selected === undefined) selected = [one];
        else selected.push(one);
      }
      return selected ?? NOTHING;
    };
    return of === THIS
      ? ofItems(extensions)
      : ofItems((at, scope) => flatMap(of.items(at, scope), extensions));
  },
  matches: (of, _, [pattern]) => {
    const expression = regularExpression(literal(pattern), 's');
    return ofTruth((at, scope) => {
      const text = found.singleString(of.items(at, scope));
      return text === undefined ? undefined : expression.test(text);
    });
  },
  memberOf: (of, _, [valueSet]) => {
    const url = literal(valueSet);
    return ofTruth((at, scope) => {
      const values = of.items(at, scope).map((item) => (item instanceof Instance ? item.value : item));
      return membership(values, url, scope.run);
    });
  },
  replaceMatches: (of, _, [pattern, replacement]) => {
    const expression = regularExpression(literal(pattern), 'gs');
    return ofItems((at, scope) => {
      const text = found.singleString(of.items(at, scope));
      return text === undefined ? NOTHING : [text.replace(expression, literal(replacement))];
    });
  },
  substring: (of, [from, length]) =>
    ofItems((at, scope) => {
      const text = found.singleString(of.items(at, scope));
      const start = found.single(from!.items(at, scope));
      const count = length && found.single(length.items(at, scope));
      if (text === undefined || start === undefined) return NOTHING;
      if (typeof start !== 'number' || (count !== undefined && typeof count !== 'number')) throw UNSURE;
      if (start < 0 || start >= text.length) return NOTHING;
      return [text.substring(start, count === undefined ? text.length : start + count)];
    }),
  comparable: (of, [other]) =>
    ofTruth((at, scope) => {
      const a = found.single(of.items(at, scope));
      const b = found.single(other!.items(at, scope));
      return a === undefined || b === undefined ? undefined : found.isComparable(a, b);
    }),
  combine: (of, [other]) => ofItems((at, scope) => [...of.items(at, scope), ...other!.items(at, scope)]),
  subsetOf: (of, [other]) =>
    ofTruth((at, scope) => {
      const all = other!.items(at, scope).map(found.plainValue);
      const own = of.items(at, scope).map(found.plainValue);
      return own.length <= all.length && own.every((value) => all.includes(value));
    }),
  intersect: (of, [other]) =>
    ofItems((at, scope) => {
      const all = other!.items(at, scope);
      if (all.length === 0) return NOTHING;
      return found.distinct(of.items(at, scope)).filter((item) => all.some((one) => found.isSame(one, item)));
    }),
};

/** The numbers of parameters that those functions take which do not take one. */
const ARITY: Readonly<Record<string, readonly number[]>> = {
  iif: [2, 3],
  replaceMatches: [2],
  substring: [1, 2],
};

const THIS = ofItems((at) => [at]);

const call = (of: Compiled, name: string, written: readonly Expression[]): Compiled => {
  if (written.length === 0) {
    if (name === 'not') {
      const { truth } = of;
      return ofTruth((at, scope) => {
        const holds = truth(at, scope);
        return holds === undefined ? undefined : !holds;
      });
    }
    if (name === 'resolve') return ofItems((at, scope) => resolve(of.items(at, scope), scope));
    const test = Object.hasOwn(TESTS, name) ? TESTS[name] : undefined;
    if (test) return ofTruth((at, scope) => test(of.items(at, scope)));
    const fn = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (fn) return ofItems((at, scope) => fn(of.items(at, scope)));
    throw new Unsupported(name);
  }
  const stringTest = Object.hasOwn(STRING_TESTS, name) ? STRING_TESTS[name] : undefined;
  if (stringTest && written.length === 1) {
    const other = compileTree(written[0]!);
    return ofTruth((at, scope) => {
      const text = found.singleString(of.items(at, scope));
      const part = found.singleString(other.items(at, scope));
      return text === undefined || part === undefined ? undefined : stringTest(text, part);
    });
  }
  if (!Object.hasOwn(CALLS, name) || !(ARITY[name] ?? [1]).includes(written.length))
    throw new Unsupported(name);
  const isType = name === 'is' || name === 'as' || name === 'ofType';
  return CALLS[name]!(of, isType ? [] : written.map(compileTree), written);
};

const compileTree = (expression: Expression): Compiled => {
  switch (expression.kind) {
    case 'literal': {
      const value = [expression.value];
      return ofItems(() => value);
    }
    case 'empty':
      return ofItems(() => NOTHING);
    case 'this':
      return THIS;
    case 'variable':
      return ofItems(variable(expression.name));
    case 'member':
      return member(expression.of && compileTree(expression.of), expression.name);
    case 'call':
      return call(expression.of ? compileTree(expression.of) : THIS, expression.name, expression.parameters);
    case 'index': {
      const of = compileTree(expression.of);
      const { index } = expression;
      return ofItems((at, scope) => of.items(at, scope).slice(index, index + 1));
    }
    case 'type':
      return typeTest(expression.operator, compileTree(expression.of), expression.type);
    case 'binary':
      return binary(expression.operator, compileTree(expression.left), compileTree(expression.right));
  }
};

/** Makes a function of an expression; undefined if it has what only the whole FHIRPath engine reads. */
export const compileExpression = (text: string): Evaluator | undefined => {
  try {
    return compileTree(parseExpression(text)).items;
  } catch (error) {
    if (error instanceof Unsupported || error instanceof SyntaxError) return undefined;
    throw error;
  }
};
