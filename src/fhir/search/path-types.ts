import { baseOf, elementsOf } from '../elements.ts';
import { type Path, type PathBranch, type PathStep, parsePath } from './path.ts';

/** Whether a type is another one or specialises it: an `Age` is a `Quantity`. */
export const isA = (type: string, other: string): boolean => {
  for (let one: string | undefined = type; one !== undefined; one = baseOf(one)) {
    if (one === other) return true;
  }
  return false;
};

const childTypes = (type: string, name: string): readonly string[] => {
  if (isA(type, name)) return [type];
  return elementsOf(type).find((one) => one.name === name)?.types ?? [];
};

const repeatedTypes = (types: readonly string[], name: string): readonly string[] => {
  const found = new Set<string>();
  for (let fresh = types; fresh.length > 0; ) {
    fresh = fresh.flatMap((type) => childTypes(type, name)).filter((type) => !found.has(type));
    for (const type of fresh) found.add(type);
  }
  return [...found];
};

const stepTypes = (types: readonly string[], step: PathStep): readonly string[] => {
  switch (step.kind) {
    case 'child':
      return types.flatMap((type) => childTypes(type, step.name));
    case 'repeat':
      return repeatedTypes(types, step.name);
    case 'type':
      return types.flatMap((type) =>
        isA(type, step.type) ? [type] : isA(step.type, type) ? [step.type] : [],
      );
    case 'leads-to':
      return types.filter((type) => isA(type, 'Reference'));
    case 'extension':
      return types.length > 0 ? ['Extension'] : [];
    default:
      return types;
  }
};

const branchTypes = ({ from, steps }: PathBranch, types: readonly string[]): readonly string[] =>
  steps.reduce(stepTypes, from === undefined ? types : pathTypes(from, types));

const pathTypes = (path: Path, types: readonly string[]): readonly string[] => [
  ...new Set(path.flatMap((one) => branchTypes(one, types))),
];

/** The types of the elements an expression leads to from these types; none if there are none, or it is no `Path`. */
export const typesOf = (expression: string, types: readonly string[]): readonly string[] =>
  pathTypes(parsePath(expression) ?? [], types);
