import type { FhirResource } from 'fhir/r5.js';
import { structureDefinition } from '../../../../src/fhir/canonical.ts';
import type { Content } from '../../../../src/fhir/content.ts';
import { exactTree } from '../../../../src/fhir/exact-tree.ts';

type Node = Readonly<Record<string, unknown>>;
type Extension = Node & { readonly url: string; readonly extension?: readonly Extension[] };

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

const written = (value: unknown): string | undefined =>
  value === undefined ? undefined : typeof value === 'string' ? value : JSON.stringify(value);

/** What a marked element says of a place in the record: its value, or the words it keeps beside it. */
interface Said {
  readonly words: string | undefined;
  /** The characters of the source that the element points to. */
  readonly source: readonly string[];
}

/** All that resources say of each place in the record they were made from, by its path. */
export const saidAt = (
  resources: readonly Content<FhirResource>[],
  source: string,
): ReadonlyMap<string, readonly Said[]> => {
  const points = [...source];
  const found = new Map<string, Said[]>();
  const take = (element: Node, value: unknown): void => {
    const extensions = (element.extension ?? []) as readonly Extension[];
    const ending = (name: string) => extensions.filter(({ url }) => url.endsWith(`/${name}`));
    const original = ending('originalText')[0]?.valueString;
    const slices = ending('derivation-reference').map(({ extension = [] }) => {
      const [offset, length] = ['offset', 'length'].map((name) =>
        Number(JSON.stringify(extension.find(({ url }) => url === name)?.valueInteger)),
      );
      return points.slice(offset!, offset! + length!).join('');
    });
    const words = written(original ?? (isNode(value) && 'value' in value ? value.value : value));
    for (const { url, valueString } of extensions)
      if (url === structureDefinition('record-path'))
        found.set(String(valueString), [
          ...(found.get(String(valueString)) ?? []),
          { words, source: slices },
        ]);
  };
  const walk = (node: unknown, value: unknown): void => {
    if (Array.isArray(node)) for (const item of node) walk(item, item);
    else if (isNode(node)) {
      take(node, value);
      for (const [name, child] of Object.entries(node))
        walk(child, name.startsWith('_') ? node[name.slice(1)] : child);
    }
  };
  for (const { text } of resources) walk(exactTree(text), undefined);
  return found;
};

/** The leaves of JSON with their paths; empty strings and nulls say nothing. */
export const leavesOf = (
  value: unknown,
  path: string,
): readonly (readonly [path: string, words: string])[] => {
  if (Array.isArray(value)) return value.flatMap((item, at) => leavesOf(item, `${path}[${at}]`));
  if (isNode(value))
    return Object.entries(value).flatMap(([name, item]) => leavesOf(item, `${path}.${name}`));
  const words = value === undefined || value === null ? '' : String(value);
  return words.trim() === '' ? [] : [[path, words]];
};
