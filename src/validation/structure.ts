import type { Definitions } from './definitions.ts';
import { asObject, asString, Instance } from './instance.ts';
import { isPlainMark } from './plain-mark.ts';
import type { Finding, Report } from './run.ts';
import { type Property, rootProperty, type Shape, shapeOf, shapeWithin } from './shape.ts';
import { writtenNumber } from './written-number.ts';

const describe = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object'
    ? 'an object'
    : `the ${typeof value} ${JSON.stringify(value).slice(0, 80)}`;
};

/** The JSON type of a primitive: https://hl7.org/fhir/R5/json.html#primitive */
const jsonType = (type: string): 'boolean' | 'number' | 'string' => {
  switch (type) {
    case 'boolean':
      return 'boolean';
    case 'decimal':
    case 'integer':
    case 'unsignedInt':
    case 'positiveInt':
      return 'number';
    default:
      return 'string';
  }
};

const NONE: readonly never[] = [];

const UNDERSCORE = 0x5f;

const isCompanionOf = (key: string): boolean => key.charCodeAt(0) === UNDERSCORE;

const hasOwn = Object.hasOwn;

/** Reads JSON as a resource's elements and tells what in it is no such: https://hl7.org/fhir/R5/json.html */
export class StructureReader {
  readonly #definitions: Definitions;
  readonly #report: Report;
  readonly #leavesMarks: boolean;
  #hasElementIds = false;

  /** Marks of sources that are as plain as nearly all are left unread where references are looked up nowhere. */
  constructor(definitions: Definitions, report: Report, leavesMarks = false) {
    this.#definitions = definitions;
    this.#report = report;
    this.#leavesMarks = leavesMarks;
  }

  /** Whether an element that is no resource has an id. */
  get hasElementIds(): boolean {
    return this.#hasElementIds;
  }

  /** The outermost resource, of a type that R5 has; `exact` has its numbers as they were written, if that matters. */
  root(value: unknown, type: string, exact?: unknown): Instance {
    const property = rootProperty(type, this.#definitions);
    const root = new Instance(value, undefined, type, undefined, property, 0, false);
    this.#content(root, shapeOf(property.element, type, this.#definitions), value, exact);
    return root;
  }

  #fault(
    at: Instance,
    rule: string,
    text: string,
    below = '',
    code: Finding['code'] = rule === 'cardinality-min'
      ? 'required'
      : rule === 'primitive'
        ? 'value'
        : 'structure',
  ): void {
    this.#report({ severity: 'error', code, rule, text }, at, undefined, below);
  }

  #content(at: Instance, shape: Shape, value: unknown, exact?: unknown): void {
    const object = asObject(value);
    if (object === undefined) return;
    const keys = Object.keys(object);
    if (keys.length === 0) this.#fault(at, 'structure-empty', 'An object cannot be empty');
    if (keys.length === 1 && keys[0] === 'id' && at.value === undefined) {
      this.#fault(at, 'ele-1', 'Every element has a value or children, and not only an id (ele-1)');
    }
    const written = exact === undefined ? undefined : asObject(exact);
    let hasCompanions = false;
    for (let at = 0; at < keys.length && !hasCompanions; at += 1) hasCompanions = isCompanionOf(keys[at]!);
    let choices: Property[] | undefined;
    let found = 0;
    for (const key of keys) {
      const property = shape.properties.get(key);
      if (property === undefined) {
        if (key === 'resourceType' && at.isResource) continue;
        const name = isCompanionOf(key) ? key.slice(1) : key;
        this.#fault(at, 'structure-unknown-property', `The property "${key}" is unknown`, `.${name}`);
        continue;
      }
      found |= property.requiredBit;
      if (property.isElementId) this.#hasElementIds = true;
      if (property.isOfChoice) {
        const before = choices?.find(({ element }) => element === property.element);
        if (choices === undefined) choices = [property];
        else if (before === undefined) choices.push(property);
        else if (before.key !== property.key) {
          const text = `Only one of ${before.key}, ${property.key} can be there`;
          this.#fault(at, 'structure-choice', text, `.${property.step}`);
        }
      }
      if (!property.isCompanion) {
        const extras =
          hasCompanions && property.kind === 'primitive' ? object[property.companionKey] : undefined;
        this.#property(at, property, object[key], extras, written?.[key]);
      } else if (!hasOwn(object, property.key)) this.#companion(at, property, object[key]);
    }
    if (found === shape.requiredBits) return;
    for (const [place, { name, min }] of shape.required.entries()) {
      if ((found & (1 << place)) !== 0) continue;
      this.#fault(at, 'cardinality-min', `${name}: at least ${min} required, 0 found`);
    }
  }

  #property(at: Instance, property: Property, value: unknown, extras: unknown, exact: unknown): void {
    if (!property.repeats) {
      this.#item(at, property, value, extras, 0, false, exact);
      return;
    }
    if (!Array.isArray(value)) {
      const text = `Expected an array, found ${describe(value)}`;
      this.#fault(at, 'structure-type', text, `.${property.step}`);
      if (value !== null) this.#item(at, property, value, extras, 0, true, exact);
      return;
    }
    this.#list(at, property, value, extras, exact);
  }

  #companion(at: Instance, property: Property, extras: unknown): void {
    if (!property.repeats) this.#item(at, property, undefined, extras, 0, false);
    else if (Array.isArray(extras)) this.#list(at, property, [], extras);
    else
      this.#fault(at, 'structure-type', `Expected an array, found ${describe(extras)}`, `.${property.step}`);
  }

  /** Null in a list of primitives stands for a value that has only extensions: https://hl7.org/fhir/R5/json.html#null */
  #list(
    at: Instance,
    property: Property,
    values: readonly unknown[],
    extras: unknown,
    exact?: unknown,
  ): void {
    const companions: readonly unknown[] = Array.isArray(extras) ? extras : NONE;
    if (extras !== undefined && !Array.isArray(extras)) {
      this.#fault(at, 'structure-type', `Expected an array, found ${describe(extras)}`, `.${property.step}`);
    }
    if ((values.length === 0 && companions.length === 0) || (Array.isArray(extras) && extras.length === 0)) {
      // Of primitives it does no harm: nothing is read from it.
      const severity = property.kind === 'primitive' ? 'warning' : 'error';
      const finding = { severity, code: 'structure', rule: 'structure-empty' } as const;
      this.#report({ ...finding, text: 'An array cannot be empty' }, at, undefined, `.${property.step}`);
    }
    const written: readonly unknown[] = Array.isArray(exact) ? exact : NONE;
    const { length } = values.length < companions.length ? companions : values;
    for (let index = 0; index < length; index += 1) {
      const value = index < values.length ? values[index] : undefined;
      const companion = index < companions.length ? (companions[index] ?? undefined) : undefined;
      if (property.kind === 'primitive' && value == null && companion === undefined) {
        const text = 'Null stands only for a value that has an extension beside it';
        this.#fault(at, 'structure-null', text, `.${property.step}[${index}]`);
        continue;
      }
      const absent = property.kind === 'primitive' && value === null;
      const number = index < written.length ? written[index] : undefined;
      this.#item(at, property, absent ? undefined : value, companion, index, true, number);
    }
  }

  #item(
    at: Instance,
    property: Property,
    value: unknown,
    extras: unknown,
    index: number,
    isInList: boolean,
    exact?: unknown,
  ): void {
    if (property.kind === 'primitive' || property.kind === 'xhtml') {
      this.#primitive(at, property, value, extras, index, isInList, exact);
      return;
    }
    if (asObject(value) === undefined) {
      this.#hollow(at, property, index, isInList, 'an object', value);
      return;
    }
    if (property.kind === 'resource') {
      this.#resource(at, property, value, index, isInList, exact);
      return;
    }
    const instance = new Instance(value, undefined, property.type, at, property, index, isInList);
    at.add(instance);
    const read = (): void => this.#content(instance, shapeWithin(property, this.#definitions), value, exact);
    if (this.#leavesMarks && property.name === 'extension' && isPlainMark(exact ?? value, this.#definitions))
      instance.leaveUnread(read);
    else read();
  }

  /** Stands for what cannot be read. */
  #hollow(
    at: Instance,
    property: Property,
    index: number,
    isInList: boolean,
    expected: string,
    found: unknown,
  ): void {
    const hollow = new Instance(undefined, undefined, property.type, at, property, index, isInList);
    at.add(hollow);
    this.#fault(hollow, 'structure-type', `Expected ${expected}, found ${describe(found)}`);
  }

  #primitive(
    at: Instance,
    property: Property,
    value: unknown,
    extras: unknown,
    index: number,
    isInList: boolean,
    exact: unknown,
  ): void {
    const { type } = property;
    const companion = asObject(extras);
    if (extras !== undefined && companion === undefined) {
      this.#hollow(at, property, index, isInList, 'an object', extras);
      return;
    }
    if (typeof value === 'object') {
      this.#hollow(at, property, index, isInList, `a ${jsonType(type)}`, value);
      return;
    }
    const instance = new Instance(value, companion, type, at, property, index, isInList);
    at.add(instance);
    if (companion !== undefined) {
      this.#content(instance, shapeWithin(property, this.#definitions), companion);
    }
    if (value === undefined) return;
    const faults = property.faults(exact === undefined ? value : (writtenNumber(exact) ?? value));
    for (const { severity, rule, text } of faults) {
      this.#report({ severity, code: rule === 'primitive' ? 'value' : 'structure', rule, text }, instance);
    }
    if (faults.length === 0 && typeof value !== jsonType(type)) {
      const text = `Expected a ${jsonType(type)}, found ${describe(value)}`;
      this.#fault(instance, 'structure-type', text);
    }
  }

  #resource(
    at: Instance,
    property: Property,
    value: unknown,
    index: number,
    isInList: boolean,
    exact: unknown,
  ): void {
    const type = asString(asObject(value)?.resourceType);
    const isKnown = type !== undefined && this.#definitions.isResourceType(type);
    const instance = new Instance(
      value,
      undefined,
      isKnown ? type : 'Resource',
      at,
      property,
      index,
      isInList,
    );
    at.add(instance);
    if (!isKnown) {
      const text =
        type === undefined
          ? 'A resource names its type in "resourceType"'
          : `R5 has no resource type "${type}"`;
      this.#fault(instance, 'structure-resource-type', text);
      return;
    }
    this.#content(
      instance,
      shapeOf(this.#definitions.type(type)!.root, type, this.#definitions),
      value,
      exact,
    );
  }
}
