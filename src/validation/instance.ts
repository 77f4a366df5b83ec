import type { Property } from './shape.ts';
import type { ElementDefinition } from './structure-definition.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** The object a JSON value is, if it is one. */
export const asObject = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;

/** The string a JSON value is, if it is one. */
export const asString = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const NONE: readonly never[] = [];
const NO_LISTS: Instance[][] = [];

/** An element of a resource: its value, its type and its place. */
export class Instance {
  /** JSON value; undefined of a primitive without a value, and of what has a value that cannot be read. */
  readonly value: unknown;
  /** The object beside a primitive that holds its id and extensions: https://hl7.org/fhir/R5/json.html#primitive */
  readonly extras: JsonObject | undefined;
  /** Name of a data or resource type. */
  readonly type: string;
  /** What its resource or data type says of it; of a resource the root of its type. */
  readonly element: ElementDefinition;
  readonly parent: Instance | undefined;
  /** What it is in its parent, or outermost. */
  readonly property: Property;
  /** Place in its list. */
  readonly index: number;
  readonly isInList: boolean;
  /** Whether it is a resource, outermost, contained or in a Bundle or Parameters. */
  readonly isResource: boolean;
  #lists: Instance[][] = NO_LISTS;
  #readContent: (() => void) | undefined;

  constructor(
    value: unknown,
    extras: JsonObject | undefined,
    type: string,
    parent: Instance | undefined,
    property: Property,
    index: number,
    isInList: boolean,
  ) {
    this.value = value;
    this.extras = extras;
    this.type = type;
    this.element = property.element;
    this.parent = parent;
    this.property = property;
    this.index = index;
    this.isInList = isInList;
    this.isResource = property.kind === 'resource';
  }

  /** Its children, those of one element together. */
  get lists(): readonly (readonly Instance[])[] {
    if (this.#readContent !== undefined) {
      const read = this.#readContent;
      this.#readContent = undefined;
      read();
    }
    return this.#lists;
  }

  /** Leaves its content, which is known to be right, to be read when its children are asked for. */
  leaveUnread(read: () => void): void {
    this.#readContent = read;
  }

  /** Whether its content is known to be right and nobody has asked for its children. */
  get isUnread(): boolean {
    return this.#readContent !== undefined;
  }

  /** Name in FHIRPath: with the place in its list it finds it there again. */
  get name(): string {
    return this.property.name;
  }

  /** Path in the definition of the type it belongs to: `Evidence.statistic`, `Quantity.value`. */
  get path(): string {
    // What refers to other content is that element again, as `Questionnaire.item.item` is.
    return this.element.contentReference ?? this.element.path;
  }

  /** FHIRPath from the outermost resource: `Evidence.statistic[0].quantity`. */
  get expression(): string {
    const { step: name } = this.property;
    const step = this.isInList ? `${name}[${this.index}]` : name;
    return this.parent ? `${this.parent.expression}.${step}` : step;
  }

  /** The resource it stands in, or itself if it is one. */
  get resource(): Instance {
    let at: Instance = this;
    while (at.parent && !at.isResource) at = at.parent;
    return at;
  }

  /** That resource, or if it is contained the one that contains it: `%rootResource`. */
  get rootResource(): Instance {
    let at = this.resource;
    while (at.parent && at.name === 'contained') at = at.parent.resource;
    return at;
  }

  add(child: Instance): void {
    if (this.#lists === NO_LISTS) {
      this.#lists = [[child]];
      return;
    }
    const lists = this.#lists;
    // Those of one element stand together, unless they are of a choice.
    const first = child.property.isOfChoice ? 0 : lists.length - 1;
    for (let at = lists.length - 1; at >= first; at -= 1) {
      const siblings = lists[at]!;
      if (siblings[0]!.element === child.element) {
        siblings.push(child);
        return;
      }
    }
    lists.push([child]);
  }

  /** Its children by the name in the definition: `value[x]` for a choice, of which a profile may also name one type. */
  children(name: string): readonly Instance[] {
    const { lists } = this;
    for (let at = 0; at < lists.length; at += 1) {
      const siblings = lists[at]!;
      if (siblings[0]!.element.name === name) return siblings;
    }
    for (let at = 0; at < lists.length; at += 1) {
      const siblings = lists[at]!;
      if (!siblings[0]!.property.isOfChoice) continue;
      const choice = siblings[0]!.element.name;
      if (!name.startsWith(choice.slice(0, -3))) continue;
      const suffix = name.slice(choice.length - 3).toLowerCase();
      const ofType = siblings.filter(({ type }) => type.toLowerCase() === suffix);
      if (ofType.length > 0) return ofType;
    }
    return NONE;
  }

  /** Its children by their name in FHIRPath. */
  named(name: string): readonly Instance[] {
    const { lists } = this;
    for (let at = 0; at < lists.length; at += 1) {
      const siblings = lists[at]!;
      if (siblings[0]!.property.name === name) return siblings;
    }
    return NONE;
  }

  /** All its children. */
  all(): readonly Instance[] {
    const { lists } = this;
    return lists.length < 2 ? (lists[0] ?? NONE) : lists.flat();
  }
}
