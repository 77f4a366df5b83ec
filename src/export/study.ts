import { exactTree, isTree, type Tree } from '../fhir/exact-tree.ts';
import { readingsOf } from '../joining/reading.ts';
import type { Store, Version } from '../store/store.ts';

/** What a document said of a study when it was read. */
export interface Telling {
  /** Id of the DocumentReference. */
  readonly document: string;
  readonly resources: readonly Tree[];
}

/** A stored study with all that belongs to it, as exact trees, the study first. */
export interface Study {
  readonly resources: readonly Tree[];
  readonly tellings: readonly Telling[];
}

/** `Type/id` of a resource. */
export const placeOf = ({ resourceType, id }: Tree): string => `${resourceType}/${id}`;

/** The resources of a type. */
export const ofType = ({ resources }: Pick<Study, 'resources'>, type: string): readonly Tree[] =>
  resources.filter(({ resourceType }) => resourceType === type);

const treeOf = ({ text }: Version): Tree => exactTree(text) as Tree;

/** Gathers from the store what the sources said of a study; `unit` is all that belongs to it, itself first. */
export const gatherStudy = async (store: Store, unit: readonly Version[]): Promise<Study> => {
  const current = new Map(unit.map((one) => [`${one.type}/${one.id}`, one]));
  const order = new Map([...current.keys()].map((place, at) => [place, at]));
  const readings = await readingsOf(store, unit[0]?.id ?? '');
  const tellings = await Promise.all(
    readings
      .filter(({ superseded }) => !superseded)
      .map(async ({ document, told }) => {
        const versions = await Promise.all(
          [...told]
            .toSorted(([a], [b]) => (order.get(a) ?? order.size) - (order.get(b) ?? order.size))
            .map(([place, version]) => {
              const [type = '', id = ''] = place.split('/');
              const stored = current.get(place);
              return stored?.versionId === version ? stored : store.vread(type, id, version);
            }),
        );
        const found = versions.filter((one) => one !== undefined && !one.deleted);
        return { document, resources: found.map((one) => treeOf(one as Version)) };
      }),
  );
  return { resources: unit.map(treeOf), tellings };
};

/** The element at a FHIRPath of names and indices, as far as it has one. */
export const elementAt = (resource: Tree, expression: string): unknown =>
  expression
    .split(/[.[\]]+/)
    .slice(1)
    .filter((step) => step !== '')
    .reduce<unknown>(
      (node, step) => (Array.isArray(node) ? node[Number(step)] : isTree(node) ? node[step] : undefined),
      resource,
    );
