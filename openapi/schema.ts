/** A JSON Schema as it stands in the document: https://spec.openapis.org/oas/v3.1.0#schema-object */
export type Schema = Readonly<Record<string, unknown>>;

/** The schema of this name. */
export const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object with these properties, which have to be there unless it is said which. */
export const object = (
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[] = Object.keys(properties),
): Schema => ({ type: 'object', ...(required.length > 0 && { required }), properties });

/** Any text. */
export const text: Schema = { type: 'string' };

/** Any text that is not empty. */
export const someText: Schema = { type: 'string', minLength: 1 };

/** One of these texts. */
export const oneOf = (choices: readonly string[]): Schema => ({ type: 'string', enum: choices });

/** An array of these. */
export const list = (items: Schema): Schema => ({ type: 'array', items });
