import type { StructureDefinition } from 'fhir/r5.js';
import type { Issue, IssueCode } from '../fhir/issue.ts';
import type { ElementNode } from './element-tree.ts';

/** More than any snapshot has; slices of slices of all slices could otherwise become any number. */
export const MAX_ELEMENTS = 20_000;

/** What the making of one snapshot needs and reports. */
export interface Derivation {
  readonly definition: StructureDefinition;
  /** Whether elements may be added: a new type, not a profile of one. */
  readonly isSpecialization: boolean;
  /** The snapshot of another definition, as the tree that others derive from. */
  readonly tree: (url: string) => ElementNode | undefined;
  /** Another definition, with its snapshot or without. */
  readonly find: (url: string) => StructureDefinition | undefined;
  /** How many elements have been spoken of so far. */
  readonly derived: { count: number };
  readonly issues: { readonly position: number; readonly issue: Issue }[];
}

/** The id of an element of a differential, or what it is by its place. */
const elementId = ({ element, id, name }: ElementNode): string => element?.id ?? id ?? element?.path ?? name;

/** Reports what is wrong with an element of the differential. */
export const report = (
  derivation: Derivation,
  node: ElementNode,
  rule: string,
  text: string,
  code: IssueCode = 'business-rule',
): void => {
  derivation.issues.push({
    position: node.position,
    issue: {
      severity: 'error',
      code,
      rule,
      text: `${elementId(node)}: ${text}`,
      expression: `StructureDefinition.differential.element[${node.position}]`,
      profile: derivation.definition.url,
    },
  });
};
