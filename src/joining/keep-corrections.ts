import { isTree, type Tree } from '../fhir/exact-tree.ts';
import { type Conflict, disputed } from './conflict.ts';
import { isPrimitive, namesIn, objectOf, type Property, propertyOf } from './element.ts';
import { said, unmarked, withoutConflicts } from './said.ts';

/** A resource as a person wants it, and where its source says otherwise. */
interface Corrected {
  readonly resource: Tree;
  readonly conflicts: readonly Conflict[];
}

const saidOf = (property: Property | undefined): string => said({ ...property });

/** What a person wrote, which no place in the source says; marks that are left over from what stood there go. */
const ownWords = (type: string, person: Property): Property =>
  isPrimitive(type) && isTree(person.element)
    ? { value: person.value, element: unmarked(person.element) }
    : isTree(person.value)
      ? { value: unmarked(person.value), element: person.element }
      : person;

/** A list as the source has it now, with the items that a person changed, took away or added. */
const correctedList = (
  before: readonly unknown[],
  person: readonly unknown[],
  now: readonly unknown[],
): readonly unknown[] => {
  const had = new Set(before.map(said));
  const has = new Set(person.map(said));
  const present = new Set(now.map(said));
  const changed = before.length === person.length;
  const stays = now.flatMap((item) => {
    if (!had.has(said(item)) || has.has(said(item))) return [item];
    // In a list of the same length what stands in its place stands for it.
    const at = before.findIndex((one) => said(one) === said(item));
    return changed && !had.has(said(person[at])) ? [person[at]] : [];
  });
  const kept = new Set(stays.map(said));
  const added = person.filter(
    (item) => !had.has(said(item)) && !kept.has(said(item)) && !present.has(said(item)),
  );
  return [...stays, ...added];
};

const correctedElement = (
  type: string,
  [before, person, now]: readonly [Tree, Tree, Tree],
  path: string,
  conflicts: Conflict[],
): Tree => {
  const properties = namesIn(type, [before, person, now]).map(
    ({ name, type: child, element }): [string, Property | undefined] => {
      const [was, wanted, is] = [propertyOf(before, name), propertyOf(person, name), propertyOf(now, name)];
      if (saidOf(was) === saidOf(wanted) || saidOf(is) === saidOf(wanted)) return [name, is];
      if (path === type && name === 'meta') return [name, wanted];
      if (wanted === undefined || is === undefined) return [name, wanted && ownWords(child, wanted)];
      const values = [was?.value, wanted.value, is.value] as const;
      if (Array.isArray(values[1]) && Array.isArray(values[2]))
        return [
          name,
          {
            value: correctedList(Array.isArray(values[0]) ? values[0] : [], values[1], values[2]),
            element: wanted.element,
          },
        ];
      if (child.includes('.') && isTree(values[1]) && isTree(values[2])) {
        const parts = [isTree(values[0]) ? values[0] : {}, values[1], values[2]] as const;
        return [
          name,
          { value: correctedElement(child, parts, `${path}.${name}`, conflicts), element: undefined },
        ];
      }
      const { property, conflict } = disputed(child, `${path}.${element.name}`, ownWords(child, wanted), is);
      conflicts.push(conflict);
      return [name, property];
    },
  );
  return objectOf(properties);
};

/**
 * What a source says now with the corrections that a person made to what it said before. Where the source says
 * otherwise the person is heard, and what the source says is kept beside it.
 */
export const keepCorrections = (type: string, before: Tree, person: Tree, now: Tree): Corrected => {
  const conflicts: Conflict[] = [];
  const parts = [before, withoutConflicts(person) as Tree, now] as const;
  const resource = { resourceType: type, ...correctedElement(type, parts, type, conflicts) };
  return { resource, conflicts };
};
