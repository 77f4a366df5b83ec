import { Ajv, type ErrorObject, type SchemaValidateFunction, type ValidateFunction } from 'ajv';
import type { Definitions } from './definitions.ts';
import { asObject } from './instance.ts';
import { FORMATS } from './primitive.ts';
import type { Finding } from './run.ts';

/** A fault of structure; `pointer` is the JSON path of the element. */
interface StructureFault extends Finding {
  readonly pointer: readonly string[];
}

/** A rule of the keyword `elements`: an element that may be called by several names, of which one can be there. */
interface Presence {
  readonly name: string;
  readonly min: number;
  readonly keys: readonly string[];
}

type KeywordError = Partial<ErrorObject>;

/** Required elements and choices; a primitive is there too if only its extension is. */
const elements: SchemaValidateFunction = (
  rules: readonly Presence[],
  data: Record<string, unknown>,
): boolean => {
  const errors: KeywordError[] = [];
  for (const { name, min, keys } of rules) {
    const found = keys.filter((key) => Object.hasOwn(data, key) || Object.hasOwn(data, `_${key}`));
    if (found.length < min || found.length > 1) {
      errors.push({ keyword: 'elements', params: { name, min, found } });
    }
  }
  elements.errors = errors;
  return errors.length === 0;
};

/** Null in a list of primitives stands for a value that has only extensions: https://hl7.org/fhir/R5/json.html#null */
const paired: SchemaValidateFunction = (rules: readonly string[], data: Record<string, unknown>): boolean => {
  const errors: KeywordError[] = [];
  for (const key of rules) {
    const values = Array.isArray(data[key]) ? data[key] : [];
    const extras = Array.isArray(data[`_${key}`]) ? (data[`_${key}`] as unknown[]) : [];
    for (let index = 0; index < Math.max(values.length, extras.length); index += 1) {
      if (values[index] == null && extras[index] == null) {
        errors.push({ keyword: 'paired', params: { key, index } });
      }
    }
  }
  paired.errors = errors;
  return errors.length === 0;
};

const references = (schema: object): readonly string[] =>
  [...JSON.stringify(schema).matchAll(/"\$ref":"(\w+)/g)].map(([, name]) => name ?? '');

/** Checks JSON against the schema of its type: https://hl7.org/fhir/R5/json.html */
export class Structure {
  readonly #definitions: Definitions;
  readonly #ajv = new Ajv({ allErrors: true, strict: false, verbose: true, formats: { ...FORMATS } })
    .addKeyword({ keyword: 'elements', type: 'object', validate: elements, errors: 'full' })
    .addKeyword({ keyword: 'paired', type: 'object', validate: paired, errors: 'full' });

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  /** What is wrong with the structure of a value of a type; one fault a place. */
  faults(value: unknown, type: string): readonly StructureFault[] {
    const validate = this.#validator(type);
    if (validate(value)) return [];
    const seen = new Set<string>();
    return (validate.errors ?? []).flatMap((error) => {
      const found = fault(error);
      if (found === undefined) return [];
      const place = `${found.pointer.join('/')} ${found.rule === 'cardinality-min' ? found.text : ''}`;
      if (seen.has(place)) return [];
      seen.add(place);
      return [found];
    });
  }

  #validator(type: string): ValidateFunction {
    this.#add(type);
    const validate = this.#ajv.getSchema(type);
    if (validate === undefined) throw new Error(`There is no schema of ${type}`);
    return validate;
  }

  #add(type: string): void {
    if (this.#ajv.schemas[type] !== undefined) return;
    const schema = this.#definitions.jsonSchema(type);
    if (schema === undefined) return;
    this.#ajv.addSchema(schema, type);
    for (const name of references(schema)) this.#add(name);
  }
}

const describe = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object'
    ? 'an object'
    : `the ${typeof value} ${JSON.stringify(value).slice(0, 80)}`;
};

const fault = (error: ErrorObject): StructureFault | undefined => {
  const { keyword, data, instancePath } = error;
  const params = error.params as Record<string, unknown>;
  const pointer = instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  const at = (rule: string, text: string, below: readonly string[] = []): StructureFault => ({
    severity: 'error',
    code: rule === 'cardinality-min' ? 'required' : rule === 'primitive' ? 'value' : 'structure',
    rule,
    text,
    pointer: [...pointer, ...below],
  });
  switch (keyword) {
    case 'if':
      return undefined;
    case 'additionalProperties': {
      const name = String(params.additionalProperty);
      return at('structure-unknown-property', `The property "${name}" is unknown`, [name]);
    }
    case 'elements': {
      const found = params.found as readonly string[];
      return found.length === 0
        ? at('cardinality-min', `${params.name}: at least ${params.min} required, 0 found`)
        : at('structure-choice', `Only one of ${found.join(', ')} can be there`, [found[1]!]);
    }
    case 'paired':
      return at('structure-null', 'Null stands only for a value that has an extension beside it', [
        String(params.key),
        String(params.index),
      ]);
    case 'required':
      return at('structure-resource-type', 'A resource names its type in "resourceType"');
    case 'minItems':
      return at('structure-empty', 'An array cannot be empty');
    case 'minProperties':
      return at('structure-empty', 'An object cannot be empty');
    case 'type':
      return at('structure-type', `Expected ${expected(String(params.type))}, found ${describe(data)}`);
    default: {
      const type = asObject(error.parentSchema)?.$id ?? 'value';
      return data === ''
        ? at('structure-empty', 'A string cannot be empty')
        : at('primitive', `${JSON.stringify(data).slice(0, 80)} is not a valid ${type}`);
    }
  }
};

const expected = (type: string): string => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);
