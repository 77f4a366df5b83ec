import type { StructureDefinition as DefinitionResource } from 'fhir/r5.js';
import type { ElementDefinition, StructureDefinition } from '../src/validation/structure-definition.ts';

type Schema = Record<string, unknown>;

/** A present-or-absent rule of the keyword `elements`: the JSON names an element can have, at most one of them. */
interface Presence {
  name: string;
  min: number;
  keys: string[];
}

const REGEX = 'http://hl7.org/fhir/StructureDefinition/regex';

/** Types for which the validator has a format, a regular expression being too weak or too slow. */
const FORMATS = new Set([
  'date',
  'dateTime',
  'instant',
  'time',
  'base64Binary',
  'integer64',
  'string',
  'markdown',
  'uri',
  'url',
  'canonical',
]);

const NUMBERS: Record<string, Schema> = {
  boolean: { type: 'boolean' },
  decimal: { type: 'number' },
  integer: { type: 'integer', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  unsignedInt: { type: 'integer', minimum: 0, maximum: 2 ** 31 - 1 },
  positiveInt: { type: 'integer', minimum: 1, maximum: 2 ** 31 - 1 },
};

/** The schema of a primitive type's JSON value: https://hl7.org/fhir/R5/datatypes.html#primitive */
const primitiveSchema = (definition: DefinitionResource): Schema => {
  const number = NUMBERS[definition.type];
  if (number) return number;
  if (FORMATS.has(definition.type)) return { type: 'string', format: definition.type };
  const value = definition.snapshot?.element.find(({ path }) => path === `${definition.type}.value`);
  const regex = value?.type?.[0]?.extension?.find(({ url }) => url === REGEX)?.valueString;
  return {
    type: 'string',
    ...(regex && { pattern: `^(?:${regex})$` }),
  };
};

/** Arrays of primitives hold null where there is only an extension: https://hl7.org/fhir/R5/json.html#null */
const nullable = (schema: Schema): Schema => ({ if: { type: 'null' }, else: schema });

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Writes the JSON Schema of each type; `ajv` knows the keywords `elements` and `paired` from the validator. */
export const jsonSchemas = (
  definitions: readonly StructureDefinition[],
  resources: ReadonlyMap<string, DefinitionResource>,
): Map<string, Schema> => {
  const primitives = new Set(
    definitions.filter(({ kind }) => kind === 'primitive-type').map(({ type }) => type),
  );
  const isResource = new Set(definitions.filter(({ kind }) => kind === 'resource').map(({ type }) => type));

  const objectSchema = (element: ElementDefinition, defs: Record<string, Schema>, type: string): Schema => {
    const properties: Record<string, Schema> = {};
    const presence: Presence[] = [];
    const paired: string[] = [];

    const add = (key: string, code: string, schema: Schema, repeats: boolean): void => {
      const primitive = primitives.has(code) && code !== 'xhtml';
      properties[key] = repeats
        ? { type: 'array', minItems: 1, items: primitive ? nullable(schema) : schema }
        : schema;
      if (!primitive || key === 'id' || (key === 'url' && type === 'Extension')) return;
      const extras = { $ref: 'Element' };
      properties[`_${key}`] = repeats ? { type: 'array', minItems: 1, items: nullable(extras) } : extras;
      if (repeats) paired.push(key);
    };

    for (const child of element.children ?? []) {
      if (child.max === 0) continue;
      const repeats = child.max !== 1;
      const isChoice = child.name.endsWith('[x]');
      const stem = isChoice ? child.name.slice(0, -3) : child.name;
      const keys: string[] = [];
      for (const { code } of child.types.length > 0 ? child.types : [{ code: '' }]) {
        const key = isChoice ? stem + capitalised(code) : stem;
        keys.push(key);
        add(key, code, reference(child, code, defs, type), repeats);
      }
      if (child.min > 0 || isChoice) presence.push({ name: child.name, min: child.min > 0 ? 1 : 0, keys });
    }
    return {
      type: 'object',
      minProperties: 1,
      properties,
      additionalProperties: false,
      ...(presence.length > 0 && { elements: presence }),
      ...(paired.length > 0 && { paired }),
    };
  };

  const reference = (
    child: ElementDefinition,
    code: string,
    defs: Record<string, Schema>,
    type: string,
  ): Schema => {
    if (child.contentReference) {
      const owner = child.contentReference.split('.')[0];
      return { $ref: `${owner === type ? '' : owner}#/$defs/${child.contentReference}` };
    }
    if (child.children) {
      defs[child.path] = {};
      defs[child.path] = objectSchema(child, defs, type);
      return { $ref: `#/$defs/${child.path}` };
    }
    // An element's id is any string; the definitions call it an id where they mean a resource's.
    if (child.name === 'id' && !isResource.has(type)) return { $ref: 'string' };
    return { $ref: isResource.has(code) ? 'Resource' : code };
  };

  const schemas = new Map<string, Schema>();
  for (const definition of definitions) {
    const { type, kind } = definition;
    const defs: Record<string, Schema> = {};
    if (type === 'Resource') {
      // A resource inside another is checked by its own type.
      schemas.set(type, { $id: type, type: 'object', required: ['resourceType'] });
    } else if (kind === 'primitive-type') {
      schemas.set(type, { $id: type, ...primitiveSchema(resources.get(definition.url)!) });
    } else {
      const schema = objectSchema(definition.root, defs, type);
      if (kind === 'resource') {
        schema.properties = { ...(schema.properties as Schema), resourceType: { const: type } };
      }
      schemas.set(type, { $id: type, ...schema, ...(Object.keys(defs).length > 0 && { $defs: defs }) });
    }
  }
  return schemas;
};
