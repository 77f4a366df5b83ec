import { readFileSync } from 'node:fs';
import type { ElementDefinition, StructureDefinition } from '../src/validation/structure-definition.ts';
import { boundCodes } from './code-schemas.ts';
import { reference, type Schema } from './schema.ts';

const GENERATED = new URL('../profiles/generated/core/', import.meta.url);

/** A definition of a type or a profile, as the validator reads it. */
export const definition = (name: string): StructureDefinition =>
  JSON.parse(readFileSync(new URL(`structure-definition/${name}.json`, GENERATED), 'utf8'));

/** The schema of a type by which the validator checks a resource's structure. */
interface TypeSchema extends Schema {
  readonly $defs?: Readonly<Record<string, TypeSchema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  /** JSON names of elements, one of which has to be there if `min` is 1. */
  readonly elements?: readonly { readonly min: number; readonly keys: readonly string[] }[];
}

const typeSchema = (type: string): TypeSchema =>
  JSON.parse(readFileSync(new URL(`json-schema/${type}.json`, GENERATED), 'utf8'));

const YEAR = '[0-9]{4}';
const MONTH = '-(0[1-9]|1[0-2])';
const DAY = '-(0[1-9]|[12][0-9]|3[01])';
const TIME = '([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)(\\.[0-9]{1,9})?';
const ZONE = '(Z|[+-]((0[0-9]|1[0-3]):[0-5][0-9]|14:00))';

/** What can be said in a regular expression of those primitive types that the validator checks otherwise. */
const PATTERNS: Readonly<Record<string, string>> = {
  base64Binary: '^[A-Za-z0-9+/]+={0,2}$',
  canonical: '^\\S+$',
  date: `^${YEAR}(${MONTH}(${DAY})?)?$`,
  dateTime: `^${YEAR}(${MONTH}(${DAY}(T${TIME}${ZONE})?)?)?$`,
  instant: `^${YEAR}${MONTH}${DAY}T${TIME}${ZONE}$`,
  integer64: '^(0|[-+]?[1-9][0-9]{0,18})$',
  markdown: '\\S',
  string: '\\S',
  time: `^${TIME}$`,
  uri: '^\\S+$',
  url: '^\\S+$',
};

const primitive = ({ $id: _, format, ...schema }: Schema): Schema => {
  const pattern = PATTERNS[String(format)];
  return { ...schema, ...(pattern !== undefined && { pattern }) };
};

/** The names that an element has in JSON, one for each type of a choice. */
export const jsonNames = ({ name, types }: ElementDefinition): readonly string[] => {
  const stem = name.replace('[x]', '');
  return stem === name
    ? [name]
    : types.map(({ code }) => stem + code.charAt(0).toUpperCase() + code.slice(1));
};

/** The element that a JSON name stands for, `valueQuantity` for `value[x]`; none for the extensions of a primitive. */
const childNamed = (element: ElementDefinition, key: string): ElementDefinition | undefined =>
  element.children?.find((one) => jsonNames(one).includes(key));

/** Schemas by the names they have in the document. */
export type Schemas = Map<string, Schema>;

/** The schema by name of the codes a binding allows, which is added; otherwise the type's own. */
export const codeReference = (
  element: ElementDefinition | undefined,
  schemas: Schemas,
): Schema | undefined => {
  const codes = element?.types[0]?.code === 'code' ? boundCodes(element.binding) : undefined;
  if (codes === undefined) return;
  schemas.set(codes.name, codes.schema);
  return reference(codes.name);
};

/** The element of a backbone element's path: `Evidence.statistic.sampleSize`. */
const elementAt = (root: ElementDefinition, path: string): ElementDefinition =>
  root.path === path
    ? root
    : elementAt(root.children!.find((one) => path === one.path || path.startsWith(`${one.path}.`))!, path);

/**
 * Complex types of the values of extensions that are written out. Nearly every type can be one, with extensions of its
 * own: programs that make values from the schemas would not come to an end with all of them.
 */
const EXTENSION_VALUES = ['CodeableConcept', 'Coding', 'Identifier', 'Period', 'Quantity', 'Reference'];

const objectSchema = (
  { properties = {}, elements = [], minProperties }: TypeSchema,
  element: ElementDefinition,
  schemas: Schemas,
): Schema => {
  const { resourceType, ...others } = properties;
  const namesOf = (key: string) => (properties[`_${key}`] === undefined ? [key] : [key, `_${key}`]);
  // Of a primitive there may be only an extension, which says why it is not known.
  const mandatory = elements.filter(({ min }) => min > 0).map(({ keys }) => keys.flatMap(namesOf));
  const required = [
    ...(resourceType ? ['resourceType'] : []),
    ...mandatory.filter(({ length }) => length === 1).flat(),
  ];
  const choices = mandatory.filter(({ length }) => length > 1);
  return {
    type: 'object',
    ...(resourceType === undefined && { minProperties }),
    ...(required.length > 0 && { required }),
    properties: {
      ...(resourceType && { resourceType }),
      ...Object.fromEntries(
        Object.entries(others).map(([key, schema]) => [
          key,
          propertySchema(schema, childNamed(element, key), schemas),
        ]),
      ),
    },
    additionalProperties: false,
    ...(choices.length > 0 && {
      allOf: choices.map((names) => ({ anyOf: names.map((name) => ({ required: [name] })) })),
    }),
  };
};

const propertySchema = (schema: Schema, element: ElementDefinition | undefined, schemas: Schemas): Schema => {
  if (schema.type === 'array')
    return { ...schema, items: propertySchema(schema.items as Schema, element, schemas) };
  // An item of an array of primitives that has only extensions is null.
  if (schema.else)
    return { anyOf: [propertySchema(schema.else as Schema, element, schemas), { type: 'null' }] };
  const [type = '', name = type] = String(schema.$ref).split('#/$defs/');
  if (element?.path.startsWith('Extension.value') && !EXTENSION_VALUES.includes(type) && /^[A-Z]/.test(type))
    return { type: 'object', description: type };
  if (type !== '') addType(type, schemas);
  return codeReference(element, schemas) ?? reference(name);
};

/** Adds the schema of a type, and those of all it is made of. */
export const addType = (type: string, schemas: Schemas): void => {
  if (schemas.has(type)) return;
  const { $defs = {}, ...schema } = typeSchema(type);
  // Types may have themselves as parts.
  schemas.set(type, {});
  if (schema.properties === undefined) {
    schemas.set(type, primitive(schema));
    return;
  }
  const { root } = definition(type);
  schemas.set(type, objectSchema(schema, root, schemas));
  for (const [path, part] of Object.entries($defs))
    schemas.set(path, objectSchema(part, elementAt(root, path), schemas));
};
