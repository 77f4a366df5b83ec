import { choiceName } from '../fhir/element-table.ts';
import { isTree, type Tree } from '../fhir/exact-tree.ts';
import { type Conflict, conflictsOf, disputed } from './conflict.ts';
import { isToldInParts, namesIn, objectOf, type Property, propertyOf } from './element.ts';
import { said, united } from './said.ts';

/** A study as several sources tell it, and where they disagree. */
interface Joined {
  readonly study: Tree;
  readonly conflicts: readonly Conflict[];
}

const DIV = /^<div[^>]*>([\s\S]*)<\/div>$/;

/** The narratives of both, one after the other. */
const joinedText = (a: unknown, b: unknown): unknown => {
  if (!isTree(a) || !isTree(b)) return a ?? b;
  const inside = DIV.exec(String(b.div))?.[1] ?? '';
  return { ...a, div: String(a.div).replace(/<\/div>$/, `${inside}</div>`) };
};

/** What makes two items of a list the same: the number, of an identifier; else all they say. */
const sameness = (type: string, item: unknown): string =>
  type === 'Identifier' && isTree(item) ? `${item.system}|${item.value}` : said(item);

/** An identifier of another source cannot be the official one. */
const demoted = (type: string, item: unknown): unknown =>
  type === 'Identifier' && isTree(item) && item.use === 'official' ? { ...item, use: 'secondary' } : item;

const joinedList = (type: string, a: readonly unknown[], b: readonly unknown[]): readonly unknown[] => {
  const all = a.map((item) => [sameness(type, item), item] as const);
  const known = new Map(all);
  for (const item of b) {
    const key = sameness(type, item);
    const same = known.get(key);
    known.set(key, same === undefined ? demoted(type, item) : united(same, item));
  }
  return [...known.values()];
};

/** Whether a source agrees with what stands there, or with what is kept beside it. */
const agrees = (type: string, property: Property, other: Property): boolean => {
  if (said(property.value) === said(other.value)) return true;
  const name = choiceName('value', type);
  return conflictsOf(type, property).some((one) => said(one[name]) === said(other.value));
};

const joinedElement = (type: string, a: Tree, b: Tree, path: string, conflicts: Conflict[]): Tree => {
  const properties = namesIn(type, [a, b]).map(
    ({ name, type: child, element }): [string, Property | undefined] => {
      const [first, second] = [propertyOf(a, name), propertyOf(b, name)];
      if (first === undefined || second === undefined) return [name, first ?? second];
      if (path === type && ['id', 'meta'].includes(name)) return [name, first];
      if (child === 'Narrative')
        return [name, { value: joinedText(first.value, second.value), element: undefined }];
      if (Array.isArray(first.value) && Array.isArray(second.value))
        return [name, { value: joinedList(child, first.value, second.value), element: first.element }];
      if (said(first.value) === said(second.value))
        return [
          name,
          { value: united(first.value, second.value), element: united(first.element, second.element) },
        ];
      if (isTree(first.value) && isTree(second.value) && isToldInParts(child))
        return [
          name,
          {
            value: joinedElement(child, first.value, second.value, `${path}.${name}`, conflicts),
            element: undefined,
          },
        ];
      const { property, conflict } = disputed(child, `${path}.${element.name}`, first, second);
      if (!agrees(child, first, second)) conflicts.push(conflict);
      return [name, property];
    },
  );
  return objectOf(properties);
};

/**
 * One study of what several sources tell of it. Lists hold what any of them says; of a single value the first that
 * says it is heard, and the others are kept beside it.
 */
export const joinStudies = ([first = {}, ...others]: readonly Tree[]): Joined => {
  const conflicts: Conflict[] = [];
  const study = others.reduce<Tree>(
    (joined, other) => ({
      resourceType: 'ResearchStudy',
      ...joinedElement('ResearchStudy', joined, other, 'ResearchStudy', conflicts),
    }),
    first,
  );
  return { study, conflicts };
};
