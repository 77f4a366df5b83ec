import { choiceName } from '../fhir/element-table.ts';
import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import type { Issue } from '../fhir/issue.ts';
import { extensionsOf } from '../fhir/source-mark.ts';
import { isPrimitive, type Property } from './element.ts';
import { CONFLICTING_VALUE, said, united, withExtensions, withoutConflicts } from './said.ts';

/** Something of which two say different things. */
export interface Conflict {
  /** FHIRPath of the element. */
  readonly expression: string;
  /** What stands in the element, and what is kept beside it. */
  readonly kept: string;
  readonly other: string;
}

/** What somebody reads of a value: of a coded one its text or code. */
const words = (value: unknown): string => {
  const { text, coding, display, reference } = isTree(value) ? value : {};
  const [code] = treesIn(coding);
  const word = text ?? code?.display ?? code?.code ?? display ?? reference;
  return typeof word === 'string' ? word : typeof value === 'string' ? value : said(value);
};

const extension = (type: string, { value, element }: Property): Tree => {
  const name = choiceName('value', type);
  const sibling = isTree(element) && Object.keys(element).length > 0 ? { [`_${name}`]: element } : {};
  return { url: CONFLICTING_VALUE, [name]: value, ...sibling };
};

const withConflict = (element: unknown, added: Tree): Tree => {
  const holder = isTree(element) ? element : {};
  const all = extensionsOf(holder);
  const same = all.find((one) => one.url === CONFLICTING_VALUE && said({ one }) === said({ one: added }));
  return withExtensions(
    holder,
    same ? all.map((one) => (one === same ? (united(one, added) as Tree) : one)) : [...all, added],
  );
};

/** What others say of a property already. */
export const conflictsOf = (type: string, { value, element }: Property): readonly Tree[] =>
  extensionsOf(isPrimitive(type) ? element : value).filter(({ url }) => url === CONFLICTING_VALUE);

/** A property with what another says of it kept beside: an extension of the element, with the places it has. */
export const disputed = (
  type: string,
  expression: string,
  kept: Property,
  other: Property,
): { readonly property: Property; readonly conflict: Conflict } => {
  const told = { value: withoutConflicts(other.value), element: withoutConflicts(other.element) };
  const others = [extension(type, told), ...conflictsOf(type, other)];
  const holder = others.reduce(withConflict, isPrimitive(type) ? kept.element : kept.value) as Tree;
  const property = isPrimitive(type)
    ? { value: kept.value, element: holder }
    : { value: holder, element: kept.element };
  return { property, conflict: { expression, kept: words(kept.value), other: words(other.value) } };
};

/** A conflict as it is told to whoever sent what made it. */
export const conflictIssue = (rule: string, { expression, kept, other }: Conflict): Issue => ({
  severity: 'warning',
  code: 'conflict',
  rule,
  text: `“${kept}” stands here, and “${other}” is kept beside it`,
  expression,
});
