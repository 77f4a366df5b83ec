import { isTree, type Tree } from '../../fhir/exact-tree.ts';
import { wordsOf } from '../../fhir/words.ts';
import { placeOf } from '../study.ts';

/** An element of a resource, and how to get there. */
export interface Cursor {
  readonly resource: Tree;
  readonly expression: string;
  readonly value: unknown;
}

/** A resource as a whole. */
export const cursorOf = (resource: Tree): Cursor => ({
  resource,
  expression: String(resource.resourceType),
  value: resource,
});

/** The element of a name in an element; `a.b` leads on. */
export const at = (from: Cursor | undefined, path: string): Cursor | undefined => {
  let [value, expression] = [from?.value, from?.expression ?? ''];
  for (const name of path.split('.')) {
    value = isTree(value) ? value[name] : undefined;
    expression += `.${name}`;
  }
  return from && value !== undefined ? { resource: from.resource, expression, value } : undefined;
};

/** The items of a list in an element. */
export const items = (from: Cursor | undefined, name: string): readonly Cursor[] => {
  const list = at(from, name);
  return list && Array.isArray(list.value)
    ? list.value.map((value, index) => ({ ...list, expression: `${list.expression}[${index}]`, value }))
    : [];
};

/** The words of an element: its own if it is a primitive. */
export const textAt = (from: Cursor | undefined, path: string): string | undefined =>
  wordsOf(at(from, path)?.value);

const keyOf = ({ resource, expression }: Cursor): string => `${placeOf(resource)}#${expression}`;

/** An element and all that it stands in, as keys. */
const upwards = (key: string): readonly string[] =>
  [...key.matchAll(/[.[]|$/g)].map(({ index }) => key.slice(0, index)).filter((one) => one.includes('#'));

/** A record that is being filled in: each place once, lists in the order in which their items come. */
export class Form {
  readonly values: Map<string, string>;
  /** The places that were filled in, each with the element that it came from. */
  readonly added = new Map<string, Cursor>();
  /** The elements whose own values stood in the record. */
  readonly #stood: ReadonlySet<string>;
  /** The elements in which anything stands in it. */
  readonly #held: Set<string>;
  readonly #lengths = new Map<string, number>();

  /** `held` are the elements whose values stand in the record already. */
  constructor(values: ReadonlyMap<string, string>, held: Iterable<string>) {
    this.values = new Map(values);
    this.#stood = new Set(held);
    this.#held = new Set([...this.#stood].flatMap(upwards));
    for (const path of values.keys())
      for (const { index, 1: at = '' } of path.matchAll(/\[(\d+)\]/g)) {
        const list = path.slice(0, index);
        this.#lengths.set(list, Math.max(this.#lengths.get(list) ?? 0, Number(at) + 1));
      }
  }

  /** Whether anything in the element stands in the record. */
  holds(element: Cursor): boolean {
    return this.#held.has(keyOf(element));
  }

  /** Fills in a place that is still empty with words for an element; nothing where there are none. */
  put(path: string, element: Cursor | undefined, words: string | undefined): void {
    if (element === undefined || words === undefined || words === '' || this.values.has(path)) return;
    // A value has one meaning: what stands in one place is not put in another.
    if (this.#stood.has(keyOf(element))) return;
    this.values.set(path, words);
    this.added.set(path, element);
    for (const key of upwards(keyOf(element))) this.#held.add(key);
  }

  /** Fills in a place that is still empty with the element's own words. */
  set(path: string, element: Cursor | undefined): void {
    this.put(path, element, wordsOf(element?.value));
  }

  /** The place of a new item at the end of a list. */
  next(list: string): string {
    const length = this.#lengths.get(list) ?? 0;
    this.#lengths.set(list, length + 1);
    return `${list}[${length}]`;
  }

  /** Adds a text to a list, unless it stands there. */
  append(list: string, element: Cursor | undefined, words = wordsOf(element?.value)): void {
    const length = this.#lengths.get(list) ?? 0;
    const known = Array.from({ length }, (_, index) => this.values.get(`${list}[${index}]`));
    if (element !== undefined && words !== undefined && !known.includes(words))
      this.put(this.next(list), element, words);
  }
}
