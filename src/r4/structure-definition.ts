import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { textOf } from './item.ts';
import { R4 } from './version.ts';
import { converted, type R4View } from './view.ts';

/** Whether R4 has the type or the element of one that a path leads to. */
const isInR4 = (path: string): boolean => {
  const dot = path.lastIndexOf('.');
  if (dot < 0) return R4.elements.kindOf(path) !== undefined;
  const name = path.slice(dot + 1).replace('[x]', '');
  return R4.elements.elementsOf(path.slice(0, dot)).some((one) => one.name === name);
};

const isTypeInR4 = ({ code }: Tree): boolean => textOf(code).includes(':') || isInR4(textOf(code));

const isContextInR4 = ({ type, expression }: Tree): boolean =>
  type !== 'element' || isInR4(textOf(expression));

const elementsOf = (definition: Tree): readonly Tree[] =>
  [definition.snapshot, definition.differential].filter(isTree).flatMap(({ element }) => treesIn(element));

/** Whether a definition is of R5's types or profiles, or of extensions for what R4 does not have. */
const isOfR5 = (definition: Tree): boolean =>
  textOf(definition.fhirVersion).startsWith('5.') &&
  (definition.type !== 'Extension' ||
    !treesIn(definition.context).every(isContextInR4) ||
    !elementsOf(definition).every(({ type }) => treesIn(type).every(isTypeInR4)));

/** The definition of what R4 has, too: https://hl7.org/fhir/R4/structuredefinition.html */
export const structureDefinitionView = (definition: Tree): R4View | undefined =>
  isOfR5(definition) ? undefined : { resource: converted(definition, 'StructureDefinition'), left: [] };
