import type { StructureDefinition as Profile } from 'fhir/r5.js';
import type { ElementDefinition } from '../src/validation/structure-definition.ts';
import { definitions } from './definitions.ts';
import { reference, type Schema } from './schema.ts';
import { anyOfEach, codeReference, type Schemas } from './type-schemas.ts';

/** What has at least this in it: https://hl7.org/fhir/R5/elementdefinition-definitions.html#ElementDefinition.pattern_x_ */
const containing = (pattern: unknown): Schema => {
  if (Array.isArray(pattern)) return { allOf: pattern.map((one) => ({ contains: containing(one) })) };
  if (typeof pattern !== 'object' || pattern === null) return { const: pattern };
  return {
    required: Object.keys(pattern),
    properties: Object.fromEntries(Object.entries(pattern).map(([key, value]) => [key, containing(value)])),
  };
};

/** The definition of the same element without the profile: of its type, where the profile goes into that. */
const unprofiled = (
  element: ElementDefinition,
  base: ElementDefinition | undefined,
): ElementDefinition | undefined =>
  element.children === undefined || base?.children !== undefined || element.types[0] === undefined
    ? base
    : definitions.type(element.types[0].code)?.root;

/** The names that an element has in JSON, one for each type of a choice. */
const jsonNames = ({ name, types }: ElementDefinition): readonly string[] => {
  const stem = name.replace('[x]', '');
  return stem === name
    ? [name]
    : types.map(({ code }) => stem + code.charAt(0).toUpperCase() + code.slice(1));
};

const isEmpty = (schema: Schema): boolean => Object.keys(schema).length === 0;

/** What a profile says of the value of an element, each one of it, that its base does not. */
const valueSchema = (
  element: ElementDefinition,
  base: ElementDefinition | undefined,
  schemas: Schemas,
): Schema => {
  const { fixed, pattern, binding } = element;
  if (fixed !== undefined) return { const: fixed };
  if (pattern !== undefined) return containing(pattern);
  const isBound = binding?.valueSet !== base?.binding?.valueSet;
  return (
    (isBound && codeReference(element, schemas)) || narrowed(element, unprofiled(element, base), schemas)
  );
};

/** That there is a part of a slice, where there has to be: https://hl7.org/fhir/R5/profiling.html#slicing */
const sliced = (
  element: ElementDefinition,
  base: ElementDefinition | undefined,
  schemas: Schemas,
): readonly Schema[] =>
  Object.values(element.slices ?? {})
    .filter(({ min, max }) => min > 0 || max === 0)
    .map((slice) => {
      const part = valueSchema(slice, unprofiled(slice, base), schemas);
      return slice.max === 0 ? { not: { contains: part } } : { contains: part, minContains: slice.min };
    });

const repeated = (
  element: ElementDefinition,
  base: ElementDefinition | undefined,
  schemas: Schemas,
): Schema => {
  const items = valueSchema(element, base, schemas);
  const slices = sliced(element, base, schemas);
  const { min, max } = element;
  return {
    ...(min > 1 && { minItems: min }),
    ...(max !== undefined && max !== base?.max && { maxItems: max }),
    ...(!isEmpty(items) && { items }),
    ...(slices.length > 0 && { allOf: slices }),
  };
};

/** What a profile asks of an element's parts that its base does not. */
const narrowed = (
  element: ElementDefinition,
  base: ElementDefinition | undefined,
  schemas: Schemas,
): Schema => {
  const required: string[] = [];
  const choices: string[][] = [];
  const properties: Record<string, Schema> = {};
  for (const child of element.children ?? []) {
    const same = base?.children?.find(({ name }) => name === child.name);
    const names = jsonNames(child);
    for (const name of same ? jsonNames(same) : [])
      if (child.max === 0 ? same?.max !== 0 : !names.includes(name)) properties[name] = { not: {} };
    if (child.max === 0) continue;
    const schema = same?.max === 1 ? valueSchema(child, same, schemas) : repeated(child, same, schemas);
    const [name = '', ...others] = names;
    if (!isEmpty(schema) && others.length === 0) properties[name] = schema;
    if (child.min === 0 || (same?.min ?? 0) > 0) continue;
    const isPrimitive = child.types[0] !== undefined && child.types.every(({ code }) => /^[a-z]/.test(code));
    if (others.length === 0 && !isPrimitive) required.push(name);
    else choices.push(names.flatMap((one) => (isPrimitive ? [one, `_${one}`] : [one])));
  }
  return {
    ...(required.length > 0 && { required }),
    ...(Object.keys(properties).length > 0 && { properties }),
    ...anyOfEach(choices),
  };
};

/** The name of a profile's schema: `ArmEvidence`. */
export const profileName = ({ id = '' }: Profile): string =>
  id.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Adds the schema of a profile of a resource type: that of the type, and what the profile asks beside. */
export const addProfile = (profile: Profile, schemas: Schemas): void => {
  const name = profileName(profile);
  if (schemas.has(name)) throw new Error(`There are two schemas named ${name}`);
  const { title = name, description, url, type } = profile;
  const [narrow, wide] = [definitions.structureDefinition(url), definitions.type(type)];
  if (narrow === undefined || wide === undefined) throw new Error(`${url} is not among the definitions`);
  schemas.set(name, {
    title,
    description: [description ?? [], url].flat().join('\n\n'),
    allOf: [reference(type), narrowed(narrow.root, wide.root, schemas)],
  });
};
