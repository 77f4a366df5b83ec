import { Ajv, type ErrorObject } from 'ajv';
import { FORMATS } from './format.ts';
import { type Option, type TextSchema, wanted } from './option.ts';
import { withoutPassword } from './without-password.ts';

/** Settings from one place. */
export interface Layer {
  readonly values: Readonly<Record<string, unknown>>;
  /** How a setting is called there. */
  readonly called: (name: string) => string;
  /** Whether numbers and switches are written as text there. */
  readonly isText: boolean;
}

const sentence = (error: ErrorObject, called: Layer['called']): string => {
  const { keyword, params, instancePath, data, parentSchema } = error;
  if (keyword === 'additionalProperties') return `${called(params.additionalProperty)} is not known`;
  const [, name = ''] = instancePath.split('/');
  const given = typeof data === 'string' ? withoutPassword(data) : JSON.stringify(data);
  return `${called(name)} must be ${wanted(parentSchema as Option | TextSchema)}, not ${given}`;
};

/** Finds what is wrong with a layer, in a sentence each; in it texts become the numbers and switches that they say. */
export const layerCheck = (
  options: Readonly<Record<string, Option>>,
): ((layer: Layer) => readonly string[]) => {
  // The compiler of this program checks the schema; to have it checked here would take longer than all else.
  const settings = { meta: false, validateSchema: false, allErrors: true, verbose: true, formats: FORMATS };
  const schema = { type: 'object', properties: options, additionalProperties: false };
  const ofText = new Ajv({ ...settings, coerceTypes: true }).compile(schema);
  const ofJson = new Ajv(settings).compile(schema);
  return ({ values, called, isText }) => {
    const validate = isText ? ofText : ofJson;
    validate(values);
    return [...new Set(validate.errors?.map((error) => sentence(error, called)))];
  };
};
