import type { Definitions } from './definitions.ts';
import { type PrimitiveFault, primitiveCheck } from './primitive.ts';
import type { ElementDefinition } from './structure-definition.ts';

/** What a JSON property of a type is. */
export interface Property {
  readonly element: ElementDefinition;
  /** Name in JSON, and that of what holds the id and extensions of a primitive. */
  readonly key: string;
  readonly companionKey: string;
  /** Name in FHIRPath: `value` for `valueQuantity`. */
  readonly name: string;
  /** FHIRPath step: `value.ofType(Quantity)`. */
  readonly step: string;
  /** Name of the type: of a choice the one the property names, of content defined in place `BackboneElement`. */
  readonly type: string;
  readonly kind: 'primitive' | 'xhtml' | 'complex' | 'resource';
  readonly repeats: boolean;
  /** Whether it holds the id and extensions of primitives: https://hl7.org/fhir/R5/json.html#primitive */
  readonly isCompanion: boolean;
  /** Whether it is one of several names of an element. */
  readonly isOfChoice: boolean;
  /** Whether it is the id of an element, not that of a resource. */
  readonly isElementId: boolean;
  /** Of an element that has to be there: its bit among those that have to. */
  readonly requiredBit: number;
  /** Of a primitive: what is wrong with a value. */
  readonly faults: (value: unknown) => readonly PrimitiveFault[];
  /** The shape of the content of what it holds, once that is known. */
  shape: Shape | undefined;
}

/** The JSON properties that an object of a type can have, by name, and the elements it must have. */
export interface Shape {
  readonly properties: ReadonlyMap<string, Property>;
  /** At the places of their bits. */
  readonly required: readonly ElementDefinition[];
  /** The bits of all of these. */
  readonly requiredBits: number;
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const kindOf = (type: string, definitions: Definitions): Property['kind'] => {
  if (type === 'xhtml') return 'xhtml';
  if (definitions.isPrimitive(type)) return 'primitive';
  return type === 'Resource' || definitions.type(type)?.kind === 'resource' ? 'resource' : 'complex';
};

const shapes = new WeakMap<ElementDefinition, Shape>();

const read = (content: ElementDefinition, definitions: Definitions): Shape => {
  const properties = new Map<string, Property>();
  const isResource = !content.path.includes('.') && definitions.type(content.name)?.kind === 'resource';
  const isPrimitive = !content.path.includes('.') && definitions.isPrimitive(content.name);
  const required = (content.children ?? []).filter(({ min, max }) => min > 0 && max !== 0);
  for (const element of content.children ?? []) {
    // A primitive's value stands beside the object that its id and extensions make.
    if (element.max === 0 || (isPrimitive && element.name === 'value')) continue;
    const isChoice = element.name.endsWith('[x]');
    const name = isChoice ? element.name.slice(0, -3) : element.name;
    const repeats = element.max !== 1;
    for (const code of element.types.length > 0
      ? element.types.map(({ code }) => code)
      : ['BackboneElement']) {
      // The definitions call an element's id a string; only that of an ElementDefinition may be any.
      const type = name !== 'id' ? code : content.path === 'ElementDefinition' ? 'string' : 'id';
      const kind = kindOf(type, definitions);
      const key = isChoice ? name + capitalised(type) : name;
      const step = isChoice ? `${name}.ofType(${type})` : name;
      const property: Property = {
        element,
        key,
        companionKey: `_${key}`,
        name,
        step,
        type,
        kind,
        repeats,
        isCompanion: false,
        isOfChoice: isChoice,
        isElementId: name === 'id' && !isResource,
        requiredBit: required.includes(element) ? 1 << required.indexOf(element) : 0,
        faults: primitiveCheck(type),
        shape: undefined,
      };
      properties.set(key, property);
      const isAttribute = (name === 'id' && !isResource) || (name === 'url' && content.path === 'Extension');
      if (kind === 'primitive' && !isAttribute) properties.set(`_${key}`, { ...property, isCompanion: true });
    }
  }
  return { properties, required, requiredBits: (1 << required.length) - 1 };
};

/** The shape of the content of what a property that is no resource holds. */
export const shapeWithin = (property: Property, definitions: Definitions): Shape => {
  property.shape ??= shapeOf(property.element, property.type, definitions);
  return property.shape;
};

const roots = new WeakMap<ElementDefinition, Property>();

/** A resource by itself as a property, of which the element is the root of its type. */
export const rootProperty = (type: string, definitions: Definitions): Property => {
  const element = definitions.type(type)!.root;
  let property = roots.get(element);
  if (property === undefined) {
    property = {
      element,
      key: type,
      companionKey: `_${type}`,
      name: type,
      step: type,
      type,
      kind: 'resource',
      repeats: false,
      isCompanion: false,
      isOfChoice: false,
      isElementId: false,
      requiredBit: 0,
      faults: primitiveCheck(type),
      shape: undefined,
    };
    roots.set(element, property);
  }
  return property;
};

/** The shape of an element's content, which is defined in place, elsewhere or with its type. */
export const shapeOf = (element: ElementDefinition, type: string, definitions: Definitions): Shape => {
  const own = definitions.referenced(element);
  const content = own.children ? own : (definitions.type(type)?.root ?? own);
  let shape = shapes.get(content);
  if (shape === undefined) {
    shape = read(content, definitions);
    shapes.set(content, shape);
  }
  return shape;
};
