import { exact } from '../content.ts';
import type { ElementTable, NamedElement } from '../element-table.ts';
import { markupOf } from './markup.ts';
import { FHIR } from './namespace.ts';
import { sequence } from './sequence.ts';
import type { XmlElement } from './tree.ts';

/** An element in JSON: a primitive's id and extensions stand beside its value. */
interface Converted {
  readonly value?: unknown;
  readonly companion?: unknown;
}

interface Finding {
  readonly rule: string;
  readonly text: string;
  readonly expression: string;
  readonly offset: number;
}

/** A declaration of a namespace. */
const DECLARATION = /^xmlns(?::|$)/;

/** Nobody reads more; what comes after a fault is often its consequence. */
const MAX_FINDINGS = 100;

/** https://hl7.org/fhir/R5/json.html#primitive: what JSON writes without quotes. */
const NUMBERS: ReadonlySet<string> = new Set(['decimal', 'integer', 'positiveInt', 'unsignedInt']);
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** The value that a primitive has in JSON; the text if it is none of its type. */
const primitiveValue = (type: string, written: string): unknown => {
  if (type === 'boolean') return written === 'true' ? true : written === 'false' ? false : written;
  if (NUMBERS.has(type)) return NUMBER.test(written) ? exact(written) : written;
  return written;
};

/** Values and companions under their names; in a list, null stands for what is not there. */
const asJson = (read: ReadonlyMap<NamedElement, readonly Converted[]>): Record<string, unknown> => {
  const json: Record<string, unknown> = {};
  for (const [{ name, element }, items] of read) {
    const put = (key: string, all: readonly unknown[]): void => {
      if (all.every((one) => one === undefined)) return;
      json[key] = element.repeats ? all.map((one) => one ?? null) : all[0];
    };
    put(
      name,
      items.map(({ value }) => value),
    );
    put(
      `_${name}`,
      items.map(({ companion }) => companion),
    );
  }
  return json;
};

/** Turns a document's elements into the value that JSON has for them, by the definitions of their types. */
export class Reader {
  /** What is wrong with the document. */
  readonly findings: Finding[] = [];
  /** Where the elements that were read begin, by their FHIRPath. */
  readonly places: (readonly [expression: string, offset: number])[] = [];
  readonly #text: string;
  readonly #elements: ElementTable;

  constructor(text: string, elements: ElementTable) {
    this.#text = text;
    this.#elements = elements;
  }

  /** The resource that an element is; undefined if it is none. */
  resource(element: XmlElement, expression: string): object | undefined {
    const { name } = element;
    if (!this.#isIn(FHIR, element, expression)) return;
    if (!this.#elements.isResourceType(name)) {
      this.#report('xml-resource-type', `There is no resource type "${name}"`, expression, element);
      return;
    }
    return { resourceType: name, ...this.#content(element, name, expression) };
  }

  #report(rule: string, text: string, expression: string, { start }: XmlElement): void {
    if (this.findings.length < MAX_FINDINGS) this.findings.push({ rule, text, expression, offset: start });
  }

  #isIn(namespace: string, element: XmlElement, expression: string): boolean {
    if (element.namespace === namespace) return true;
    const text = `The element ${element.name} is in the namespace "${element.namespace}", not "${namespace}"`;
    this.#report('xml-namespace', text, expression, element);
    return false;
  }

  /** The id, and an extension's url. */
  #attributes(element: XmlElement, type: string, expression: string): Record<string, unknown> {
    const read: Record<string, unknown> = {};
    for (const { name, value } of element.attributes) {
      if (DECLARATION.test(name) || (name === 'value' && this.#elements.kindOf(type) === 'primitive'))
        continue;
      if (this.#elements.namedElements(type).get(name)?.element.isAttribute) read[name] = value;
      else this.#report('xml-unknown-attribute', `The attribute "${name}" is unknown`, expression, element);
    }
    return read;
  }

  #content(element: XmlElement, type: string, expression: string): Record<string, unknown> {
    this.places.push([expression, element.start]);
    if (element.hasText) {
      const text = 'Text where only elements can be: FHIR has its values in attributes';
      this.#report('xml-text', text, expression, element);
    }
    const read = new Map<NamedElement, Converted[]>();
    const follow = sequence(this.#elements, type);
    for (const child of element.children) {
      const { name } = child;
      const named = this.#elements.namedElements(type).get(name);
      const path = `${expression}.${named?.element.isChoice ? `${named.element.name}.ofType(${named.type})` : name}`;
      // Validation tells of a narrative in another namespace, in JSON, too.
      if (named?.type !== 'xhtml' && !this.#isIn(FHIR, child, path)) continue;
      if (named === undefined || named.element.isAttribute) {
        this.#report('xml-unknown-element', `${type} has no element "${name}"`, path, child);
        continue;
      }
      const fault = follow(named);
      if (fault !== undefined) this.#report(fault.rule, fault.text, path, child);
      const items = read.get(named) ?? [];
      read.set(named, items);
      items.push(this.#element(child, named.type, named.element.repeats ? `${path}[${items.length}]` : path));
    }
    return { ...this.#attributes(element, type, expression), ...asJson(read) };
  }

  #element(element: XmlElement, type: string, expression: string): Converted {
    if (type === 'xhtml') {
      this.places.push([expression, element.start]);
      return { value: markupOf(element, this.#text) };
    }
    const kind = this.#elements.kindOf(type);
    if (kind === 'resource') return { value: this.#inner(element, expression) };
    const read = this.#content(element, type, expression);
    if (kind === 'complex') return { value: read };
    const written = element.attributes.find(({ name }) => name === 'value')?.value;
    const value = written === undefined ? undefined : primitiveValue(type, written);
    if (value === written && (type === 'boolean' || NUMBERS.has(type)) && written !== undefined) {
      const text = `${JSON.stringify(written).slice(0, 80)} is not a valid ${type}`;
      this.#report('primitive', text, expression, element);
    }
    const hasCompanion = value === undefined || Object.keys(read).length > 0;
    return { value, ...(hasCompanion && { companion: read }) };
  }

  /** A resource stands inside the element that holds it. */
  #inner(element: XmlElement, expression: string): object | undefined {
    this.#attributes(element, 'Resource', expression);
    const [only, ...others] = element.children;
    if (only === undefined || others.length > 0 || element.hasText) {
      this.#report('xml-resource', 'Here stands one resource, and nothing else', expression, element);
      return;
    }
    return this.resource(only, expression);
  }
}
