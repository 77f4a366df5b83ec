import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { isInR4 } from './in-r4.ts';
import { textOf } from './item.ts';
import { converted, type R4View } from './view.ts';

const isTypeInR4 = ({ code }: Tree): boolean => textOf(code).includes(':') || isInR4(textOf(code));

const elementsOf = (definition: Tree): readonly Tree[] =>
  [definition.snapshot, definition.differential].filter(isTree).flatMap(({ element }) => treesIn(element));

/** Whether a definition is of R5's types or profiles, or of extensions with values that R4 does not have. */
const isOfR5 = (definition: Tree): boolean =>
  textOf(definition.fhirVersion).startsWith('5.') &&
  (definition.type !== 'Extension' ||
    !elementsOf(definition).every(({ type }) => treesIn(type).every(isTypeInR4)));

/** The definition of what R4 has, too: https://hl7.org/fhir/R4/structuredefinition.html */
export const structureDefinitionView = (definition: Tree): R4View | undefined =>
  isOfR5(definition) ? undefined : { resource: converted(definition, 'StructureDefinition'), left: [] };
