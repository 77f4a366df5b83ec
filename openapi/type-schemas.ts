import { type Property, shapeOf } from '../src/validation/shape.ts';
import type { ElementDefinition } from '../src/validation/structure-definition.ts';
import { boundCodes } from './code-schemas.ts';
import { definitions } from './definitions.ts';
import { PRIMITIVES } from './primitive-schemas.ts';
import { reference, type Schema } from './schema.ts';

/** Schemas by the names they have in the document. */
export type Schemas = Map<string, Schema>;

/** The schema by name of the codes an element is bound to, which is added; undefined where it takes others, too. */
export const codeReference = (element: ElementDefinition, schemas: Schemas): Schema | undefined => {
  const codes = element.types[0]?.code === 'code' ? boundCodes(element.binding) : undefined;
  if (codes === undefined) return;
  schemas.set(codes.name, codes.schema);
  return reference(codes.name);
};

/** That one of each of these lists of properties is there. */
export const anyOfEach = (lists: readonly (readonly string[])[]): Schema =>
  lists.length === 0
    ? {}
    : { allOf: lists.map((names) => ({ anyOf: names.map((name) => ({ required: [name] })) })) };

/**
 * Complex types of the values of extensions that are written out. Nearly every type can be one, with extensions of its
 * own: programs that make values from the schemas would not come to an end with all of them.
 */
const EXTENSION_VALUES = ['CodeableConcept', 'Coding', 'Identifier', 'Period', 'Quantity', 'Reference'];

/** The schema of one value of a property, after adding what it refers to. */
const valueSchema = (property: Property, schemas: Schemas): Schema => {
  const { element, type, kind, isCompanion } = property;
  if (isCompanion) return typeReference('Element', schemas);
  if (kind === 'resource') return reference('Resource');
  const content = definitions.referenced(element);
  if (content.children) {
    addContent(content, 'BackboneElement', schemas);
    return reference(content.path);
  }
  if (element.path === 'Extension.value[x]' && kind === 'complex' && !EXTENSION_VALUES.includes(type))
    return { type: 'object', description: type };
  return codeReference(element, schemas) ?? typeReference(type, schemas);
};

const propertySchema = (property: Property, schemas: Schemas): Schema => {
  const schema = valueSchema(property, schemas);
  if (!property.repeats) return schema;
  // Of a primitive in an array there may be only extensions, or none: https://hl7.org/fhir/R5/json.html#null
  const items = property.kind === 'primitive' ? { anyOf: [schema, { type: 'null' }] } : schema;
  return { type: 'array', items, minItems: 1 };
};

/** Adds the schema of what stands inside an element, under its path. */
const addContent = (content: ElementDefinition, type: string, schemas: Schemas): void => {
  const name = content.path;
  if (schemas.has(name)) return;
  // It may have itself as a part.
  schemas.set(name, {});
  const isResource = definitions.isResourceType(name);
  const { properties, required } = shapeOf(content, type, definitions);
  // Of a primitive there may be only an extension, which says why it is not known.
  const mandatory = required.map((_, at) =>
    [...properties].flatMap(([key, { requiredBit }]) => (requiredBit === 1 << at ? [key] : [])),
  );
  const names = [
    ...(isResource ? ['resourceType'] : []),
    ...mandatory.filter(({ length }) => length === 1).flat(),
  ];
  schemas.set(name, {
    type: 'object',
    ...(!isResource && { minProperties: 1 }),
    ...(names.length > 0 && { required: names }),
    properties: {
      ...(isResource && { resourceType: { const: name } }),
      ...Object.fromEntries(
        [...properties].map(([key, property]) => [key, propertySchema(property, schemas)]),
      ),
    },
    additionalProperties: false,
    ...anyOfEach(mandatory.filter(({ length }) => length > 1)),
  });
};

const typeReference = (type: string, schemas: Schemas): Schema => {
  addType(type, schemas);
  return reference(type);
};

/** Adds the schema of a type, and those of all it is made of. */
export const addType = (type: string, schemas: Schemas): void => {
  const primitive = PRIMITIVES[type];
  const definition = definitions.type(type);
  if (primitive !== undefined) schemas.set(type, primitive);
  else if (definition === undefined) throw new Error(`There is no type ${type}`);
  else addContent(definition.root, type, schemas);
};
