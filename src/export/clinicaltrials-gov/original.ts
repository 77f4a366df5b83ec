import { exactTree, isTree } from '../../fhir/exact-tree.ts';
import { wordsOf } from '../../fhir/words.ts';
import type { Difference } from '../difference.ts';
import { elementAt, ofType, type Study, type Telling } from '../study.ts';
import { writtenJson } from './written-json.ts';

/** The values of a JSON text that say something, at their places. */
const leavesOf = (value: unknown, path: string, found: Map<string, unknown>): void => {
  if (Array.isArray(value)) for (const [at, item] of value.entries()) leavesOf(item, `${path}[${at}]`, found);
  else if (isTree(value))
    for (const [name, child] of Object.entries(value))
      leavesOf(child, path === '' ? name : `${path}.${name}`, found);
  else if (value !== null && value !== '') found.set(path, value);
};

const nameOf = (path: string): string => /([^.[\]]+)(?:\[\d+\])*$/.exec(path)?.[1] ?? '';

/** The record as it was received, where it is kept; a page of several studies is none of one. */
const originalOf = (study: Study, { document }: Telling): ReadonlyMap<string, unknown> => {
  const found = new Map<string, unknown>();
  const reference = ofType(study, 'DocumentReference').find(({ id }) => id === document);
  const data = reference && elementAt(reference, 'DocumentReference.content[0].attachment.data');
  if (typeof data !== 'string') return found;
  const tree = exactTree(
    Buffer.from(data, 'base64')
      .toString('utf8')
      .replace(/^\uFEFF/, ''),
  );
  if (isTree(tree) && 'protocolSection' in tree) leavesOf(tree, '', found);
  return found;
};

/** The values of the record that are not written, or written in another form, though nobody changed them. */
export const lostLeaves = (
  study: Study,
  record: Telling | undefined,
  values: ReadonlyMap<string, string>,
): readonly Difference[] =>
  record === undefined
    ? []
    : [...originalOf(study, record)].flatMap(([path, value]): Difference[] => {
        const before = wordsOf(value) ?? '';
        const after = values.get(path);
        if (after === undefined) return [{ kind: 'not-carried', path, before }];
        return writtenJson(nameOf(path), after) === JSON.stringify(value)
          ? []
          : [{ kind: 'corrected', path, before, after }];
      });
