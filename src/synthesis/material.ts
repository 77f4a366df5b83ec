import type { Reference } from 'fhir/r5.js';
import type { Content } from '../fhir/content.ts';
import { exactTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { wordsOf } from '../fhir/words.ts';
import { type Lookup, placeReferred } from './finding.ts';

/** A resource to be pooled, or one that is needed to understand what is. */
export interface Source {
  readonly content: Content;
  /** The references by which others lead to it: `Evidence/x`, or the URL that it was sent with. */
  readonly names: readonly string[];
  /** The reference to this version of it. */
  readonly reference: Reference;
}

/** What there is to pool, and what belongs to it: studies, reports, variables, groups, citations, assessments. */
export interface Material {
  readonly evidence: readonly Source[];
  readonly around: readonly Source[];
}

/** A resource as an exact tree, with what it came from. */
export interface Known {
  readonly source: Source;
  readonly tree: Tree;
}

/** The resources at hand. */
export interface Resources {
  readonly evidence: readonly Known[];
  readonly ofType: (type: string) => readonly Known[];
  readonly lookup: Lookup;
  /** The resources of a type that a list of references leads to. */
  readonly referred: (references: readonly unknown[], type: string) => readonly Known[];
}

/** Reads what is at hand. */
export const readMaterial = ({ evidence, around }: Material): Resources => {
  const known = [...evidence, ...around].map(
    (source): Known => ({ source, tree: exactTree(source.content.text) as Tree }),
  );
  const byName = new Map(known.flatMap((one) => one.source.names.map((name) => [name, one])));
  const find = (reference: string): Known | undefined => byName.get(reference);
  return {
    evidence: known.slice(0, evidence.length),
    ofType: (type) => known.filter(({ tree }) => tree.resourceType === type),
    lookup: (reference) => find(reference)?.tree,
    referred: (references, type) => {
      const found = references.map((one) => find(placeReferred(one) ?? ''));
      return found.filter((one) => one?.tree.resourceType === type) as Known[];
    },
  };
};

/** The references of a list of related artifacts. */
export const artifactReferences = (resource: Tree): readonly unknown[] =>
  treesIn(resource.relatedArtifact).map(({ resourceReference }) => resourceReference);

/** What a resource is called: its title, else the reference to it. */
export const nameOf = ({ source: { reference }, tree }: Known): string =>
  wordsOf(tree.title) ?? reference.reference ?? reference.display ?? String(tree.resourceType);
