import type { ElementDefinition } from 'fhir/r5.js';
import { describe, expect, it } from 'vitest';
import { elementList, elementTree } from '../../src/snapshot/element-tree.ts';
import { publishedDefinitions } from './published.ts';

const ids = (...paths: string[]): ElementDefinition[] =>
  paths.map((id) => ({
    id,
    path: id.replace(/:[^.]+/g, ''),
    ...(/:[^.]+$/.test(id) && { sliceName: id.slice(id.lastIndexOf(':') + 1) }),
  }));

const listed = (elements: ElementDefinition[]): readonly (string | undefined)[] => {
  const tree = elementTree(elements);
  if ('misplaced' in tree) throw new Error(`misplaced: ${tree.misplaced.id}`);
  return elementList(tree).map(({ id }) => id);
};

describe('the tree of elements', () => {
  it('lists the elements of every snapshot in our profiles as they were, with their ids', () => {
    for (const { snapshot } of publishedDefinitions('profiles/generated/resources')) {
      const elements = snapshot?.element ?? [];
      expect(listed(elements)).toEqual(elements.map(({ id }) => id));
    }
  });

  it('knows slices without ids by their places', () => {
    const elements = ids('A', 'A.b', 'A.b:x', 'A.b:x.c', 'A.b:x/y', 'A.b:x/y.c', 'A.b:z').map(
      ({ id: _, ...element }) => element,
    );
    expect(listed(elements)).toEqual(['A', 'A.b', 'A.b:x', 'A.b:x.c', 'A.b:x/y', 'A.b:x/y.c', 'A.b:z']);
  });

  it('adds what a differential leaves out, and the slice that only an id names', () => {
    expect(listed(ids('A', 'A.b:x.c.d'))).toEqual(['A', 'A.b', 'A.b:x', 'A.b:x.c', 'A.b:x.c.d']);
  });

  it('finds an element without a path', () => {
    const element = [{ path: 'A' }, { id: 'A.b' } as ElementDefinition];
    expect(elementTree(element)).toMatchObject({ misplaced: { id: 'A.b' }, position: 1 });
  });

  it.each([
    ['a path that begins otherwise', ['A', 'B.c'], 'B.c'],
    ['an empty part of a path', ['A', 'A..c'], 'A..c'],
    ['a path without end', ['A', `A${'.b'.repeat(60)}`], `A${'.b'.repeat(60)}`],
    ['a repeated element', ['A', 'A.b', 'A.b'], 'A.b'],
    ['a repeated slice', ['A', 'A.b:x', 'A.b:x'], 'A.b:x'],
  ])('finds %s', (_, paths, misplaced) => {
    expect(elementTree(ids(...paths))).toMatchObject({
      misplaced: { id: misplaced },
      position: paths.length - 1,
    });
  });
});
