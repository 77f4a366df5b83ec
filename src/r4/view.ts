import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { SUBSETTED } from '../fhir/subset.ts';
import { convert } from './convert.ts';
import { counterpart } from './correspondence.ts';
import { elementsIn, textOf } from './item.ts';
import type { R4Resource } from './types.ts';
import { DOWN, R5 } from './version.ts';

/** A resource as R4 has it. */
export interface R4View {
  readonly resource: R4Resource;
  /** FHIRPaths of what R4 does not have of it. */
  readonly left: readonly string[];
}

/** A tree of R5 as a resource of R4. */
export const converted = (tree: Tree, type: string): R4Resource =>
  convert(DOWN, tree, type, type) as unknown as R4Resource;

/** The resource of a view; one of which something is left out says so, as a summary does: https://hl7.org/fhir/R4/search.html#summary */
export const marked = ({ resource, left }: R4View): R4Resource => {
  if (left.length === 0) return resource;
  const { resourceType, id, meta, ...rest } = resource;
  const { tag, ...more } = isTree(meta) ? meta : ({} as Tree);
  return {
    resourceType,
    ...(id !== undefined && { id }),
    meta: { ...more, tag: [...treesIn(tag), SUBSETTED] },
    ...rest,
  };
};

/** A tree without what is not there. */
export const given = (tree: Tree): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([, value]) => value !== undefined));

/** What a resource and a type of R4 have in common, with what the view has of its own beside it; `said` names R5's elements in that. */
export const commonView = (source: Tree, there: string, own: Tree, said: readonly string[]): R4View => {
  const type = textOf(source.resourceType);
  const { known } = elementsIn(R5, type, source);
  const isCommon = (name: string): boolean => {
    const named = R5.elements.element(type, name);
    if (named === undefined) return false;
    // Extensions and parts are defined for one type.
    const isOfOneType = /xtension$/.test(name) || named.type.includes('.');
    if (type !== there && isOfOneType) return false;
    return name === 'id' || /xtension$/.test(name) || counterpart(DOWN, type, there, named) !== undefined;
  };
  const kept = known.map(({ named }) => named.name).filter((name) => isCommon(name) && !(name in own));
  const common = Object.fromEntries(
    kept.flatMap((name) => [name, `_${name}`].flatMap((key) => (key in source ? [[key, source[key]]] : []))),
  );
  const resource = convert(DOWN, { resourceType: type, ...common }, type, there);
  return {
    resource: { ...resource, ...given(own) } as R4Resource,
    left: known
      .map(({ named }) => named.name)
      .filter((name) => !kept.includes(name) && !said.includes(name))
      .map((name) => `${type}.${name}`),
  };
};
