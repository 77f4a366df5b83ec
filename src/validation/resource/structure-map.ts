import type {
  StructureMap,
  StructureMapGroup,
  StructureMapGroupRule,
  StructureMapGroupRuleTarget,
} from 'fhir/r5.js';
import { findCanonical } from '../find-canonical.ts';
import type { Check, Run } from '../run.ts';
import type { ElementDefinition } from '../structure-definition.ts';

/** What a map's variables stand for; undefined where it is not known. */
type Variables = ReadonlyMap<string, ElementDefinition | undefined>;

interface Context {
  readonly run: Run;
  readonly map: Partial<StructureMap>;
  readonly issue: (rule: string, text: string, below: string) => void;
}

/** The definition of a type that a map names: by the alias of a structure, or by its own name. */
const typeNamed = (name: string | undefined, { run, map }: Context): ElementDefinition | undefined => {
  const structure = map.structure?.find(({ alias }) => alias !== undefined && alias === name);
  return structure
    ? run.definitions.structureDefinition(structure.url ?? '')?.root
    : run.definitions.type(name ?? '')?.root;
};

/** An element's child; null if it is known that there is none. */
const childOf = (
  parent: ElementDefinition | undefined,
  name: string,
  { run: { definitions } }: Context,
): ElementDefinition | undefined | null => {
  if (parent === undefined) return undefined;
  const own = definitions.referenced(parent);
  const types = own.children ? [own] : own.types.map(({ code }) => definitions.type(code)?.root);
  if (types.length === 0 || types.some((type) => type?.children === undefined || type.path === 'Resource'))
    return undefined;
  const found = types.flatMap(
    (type) => type?.children?.find((child) => child.name === name || child.name === `${name}[x]`) ?? [],
  );
  return found[0] ?? null;
};

/** The element at a path from a variable; tells if there is no such variable or element. */
const elementAt = (
  variable: string,
  element: string | undefined,
  variables: Variables,
  context: Context,
  below: string,
): ElementDefinition | undefined => {
  if (!variables.has(variable)) {
    context.issue('map-variable', `There is no variable ${variable} here`, below);
    return undefined;
  }
  const start = variables.get(variable);
  if (element === undefined) return start;
  const found = childOf(start, element, context);
  if (found === null) {
    context.issue('map-path', `${variable}.${element}: ${start?.path} has no ${element}`, below);
    return undefined;
  }
  return found;
};

const createdType = ({ transform, parameter = [] }: StructureMapGroupRuleTarget): string | undefined =>
  transform === 'create' ? (parameter[0] as { valueString?: string } | undefined)?.valueString : undefined;

const checkRule = (
  rule: Partial<StructureMapGroupRule>,
  outer: Variables,
  context: Context,
  place: string,
): void => {
  const variables = new Map(outer);
  for (const [index, { context: from, element, type, variable }] of (rule.source ?? []).entries()) {
    const found = elementAt(from, element, variables, context, `${place}.source[${index}]`);
    if (variable !== undefined) variables.set(variable, type ? typeNamed(type, context) : found);
  }
  for (const [index, target] of (rule.target ?? []).entries()) {
    const { context: to, element, variable, transform } = target;
    const created = createdType(target);
    const found =
      to === undefined ? undefined : elementAt(to, element, variables, context, `${place}.target[${index}]`);
    const type = created
      ? typeNamed(created, context)
      : transform === undefined || transform === 'create'
        ? found
        : undefined;
    if (variable !== undefined) variables.set(variable, type);
  }
  for (const [index, one] of (rule.rule ?? []).entries())
    checkRule(one, variables, context, `${place}.rule[${index}]`);
};

/** Which modes of a structure an input may have: https://hl7.org/fhir/R5/codesystem-map-model-mode.html */
const INPUTS: Readonly<Record<string, string>> = {
  source: 'source',
  queried: 'source',
  target: 'target',
  produced: 'target',
};

const checkInputs = ({ input = [] }: Partial<StructureMapGroup>, context: Context, place: string): void => {
  for (const [index, { type, mode }] of input.entries()) {
    const structures = (context.map.structure ?? []).filter(
      ({ alias }) => alias !== undefined && alias === type,
    );
    if (structures.length === 0 || structures.some((one) => INPUTS[one.mode] === mode)) continue;
    const text = `${type} is used as ${structures[0]!.mode}, and not as ${mode}`;
    context.issue('map-mode', text, `${place}.input[${index}]`);
  }
};

/** Checks that what a map's groups and rules speak of is there: https://hl7.org/fhir/R5/structuremap.html */
export const checkStructureMap = ({ run, instance }: Check): void => {
  // That something required is missing is told by its type.
  const map = instance.value as Partial<StructureMap>;
  const issue: Context['issue'] = (rule, text, below) =>
    run.report({ severity: 'error', code: 'not-found', rule, text }, instance, undefined, below);
  const context: Context = { run, map, issue };
  const imported = (map.import ?? []).flatMap((url) => findCanonical(run, 'StructureMap', url) ?? []);
  const groups = [map, ...(imported as Partial<StructureMap>[])].flatMap(({ group }) => group ?? []);
  for (const [index, group] of (map.group ?? []).entries()) {
    const place = `.group[${index}]`;
    if (group.extends !== undefined && !groups.some(({ name }) => name === group.extends))
      issue('map-group', `The group ${group.extends} that it extends is not known`, place);
    checkInputs(group, context, place);
    const variables = new Map((group.input ?? []).map(({ name, type }) => [name, typeNamed(type, context)]));
    for (const [at, rule] of (group.rule ?? []).entries())
      checkRule(rule, variables, context, `${place}.rule[${at}]`);
  }
};
