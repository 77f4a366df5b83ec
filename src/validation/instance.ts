import type { Definitions } from './definitions.ts';
import type { ElementDefinition } from './structure-definition.ts';

type JsonObject = Readonly<Record<string, unknown>>;

/** The object a JSON value is, if it is one. */
export const asObject = (value: unknown): JsonObject | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;

/** The string a JSON value is, if it is one. */
export const asString = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

const NONE: readonly never[] = [];

/** An element of a resource: its value, its type and its place. */
export class Instance {
  /** JSON value; of a primitive without a value undefined. */
  readonly value: unknown;
  /** The object beside a primitive that holds its id and extensions: https://hl7.org/fhir/R5/json.html#primitive */
  readonly extras: JsonObject | undefined;
  /** Name of a data or resource type. */
  readonly type: string;
  /** Path in the definition of the type it belongs to: `Evidence.statistic`, `Quantity.value`. */
  readonly path: string;
  readonly parent: Instance | undefined;
  /** FHIRPath step from the parent: `statistic[0]`, `value.ofType(Quantity)`. */
  readonly step: string;
  /** Name in FHIRPath and place in its list: both are needed to find it there again. */
  readonly name: string;
  readonly index: number;
  /** Element definitions it has been checked against. */
  readonly checked = new Set<ElementDefinition>();
  readonly #children = new Map<string, readonly Instance[]>();

  constructor(of: {
    value: unknown;
    extras?: JsonObject | undefined;
    type: string;
    path: string;
    parent?: Instance | undefined;
    step: string;
    name: string;
    index: number;
  }) {
    this.value = of.value;
    this.extras = of.extras;
    this.type = of.type;
    this.path = of.path;
    this.parent = of.parent;
    this.step = of.step;
    this.name = of.name;
    this.index = of.index;
  }

  /** The same element, checked against nothing yet. */
  copy(): Instance {
    return new Instance({ ...this });
  }

  /** FHIRPath from the outermost resource: `Evidence.statistic[0].quantity`. */
  get expression(): string {
    return this.parent ? `${this.parent.expression}.${this.step}` : this.step;
  }

  /** The resource it stands in, or itself if it is one. */
  get resource(): Instance {
    let at: Instance = this;
    while (at.parent && !isResource(at)) at = at.parent;
    return at;
  }

  /** Its children by the name in the definition (`value[x]` for a choice). */
  children(element: ElementDefinition, definitions: Definitions): readonly Instance[] {
    let found = this.#children.get(element.name);
    if (found === undefined) {
      found = this.#read(element, definitions);
      this.#children.set(element.name, found);
    }
    return found;
  }

  #read(element: ElementDefinition, definitions: Definitions): readonly Instance[] {
    const holder = asObject(this.value) ?? this.extras;
    if (holder === undefined) return NONE;
    if (!element.name.endsWith('[x]')) {
      const type = element.types[0]?.code ?? 'BackboneElement';
      return this.#items(holder, element.name, element.name, type, element, definitions);
    }
    const stem = element.name.slice(0, -3);
    const keys = new Set(
      Object.keys(holder)
        .map((key) => (key.startsWith('_') ? key.slice(1) : key))
        .filter((key) => key.startsWith(stem) && key.length > stem.length),
    );
    return [...keys].flatMap((key) => {
      const type = typeOfSuffix(key.slice(stem.length), definitions);
      return type ? this.#items(holder, key, stem, type, element, definitions) : NONE;
    });
  }

  #items(
    holder: JsonObject,
    key: string,
    name: string,
    type: string,
    element: ElementDefinition,
    definitions: Definitions,
  ): readonly Instance[] {
    if (!Object.hasOwn(holder, key) && !Object.hasOwn(holder, `_${key}`)) return NONE;
    const value = Object.hasOwn(holder, key) ? holder[key] : undefined;
    const extras = Object.hasOwn(holder, `_${key}`) ? holder[`_${key}`] : undefined;
    const step = key === name ? name : `${name}.ofType(${type})`;
    const item = (itemValue: unknown, itemExtras: unknown, at: string, index: number): Instance =>
      new Instance({
        value: itemValue ?? undefined,
        extras: asObject(itemExtras),
        type: typeOfResource(itemValue, type, definitions),
        // What refers to other content is that element again, as `Questionnaire.item.item` is.
        path: element.contentReference ?? element.path,
        parent: this,
        step: at,
        name,
        index,
      });
    if (!Array.isArray(value) && !Array.isArray(extras)) return [item(value, extras, step, 0)];
    const values: readonly unknown[] = Array.isArray(value) ? value : NONE;
    const extraItems: readonly unknown[] = Array.isArray(extras) ? extras : NONE;
    return Array.from({ length: Math.max(values.length, extraItems.length) }, (_, index) => index)
      .filter((index) => values[index] != null || extraItems[index] != null)
      .map((index) => item(values[index], extraItems[index], `${step}[${index}]`, index));
  }
}

/** The outermost resource as an instance. */
export const rootInstance = (value: unknown, type: string): Instance =>
  new Instance({ value, type, path: type, step: type, name: type, index: 0 });

/** Whether it is a resource, outermost, contained or in a Bundle or Parameters. */
export const isResource = (instance: Instance): boolean =>
  !instance.parent || asString(asObject(instance.value)?.resourceType) === instance.type;

const typeOfResource = (value: unknown, type: string, definitions: Definitions): string => {
  if (type !== 'Resource') return type;
  const named = asString(asObject(value)?.resourceType);
  return named !== undefined && definitions.isResourceType(named) ? named : type;
};

const typeOfSuffix = (suffix: string, definitions: Definitions): string | undefined => {
  if (definitions.isDataType(suffix)) return suffix;
  const lower = suffix.charAt(0).toLowerCase() + suffix.slice(1);
  return lower !== suffix && definitions.isPrimitive(lower) ? lower : undefined;
};
