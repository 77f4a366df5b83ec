import type { Study } from '../../src/export/study.ts';
import { exactTree, type Tree } from '../../src/fhir/exact-tree.ts';
import { readingFacts } from '../../src/mapping/reading-facts.ts';
import { read } from '../../src/sources/read.ts';

/** What is read of a document, as it is stored. */
export const studyOf = (document: string): Study => {
  const found = read(new TextEncoder().encode(document));
  if (found.kind === 'refused') throw new Error(found.missing);
  const resources = readingFacts(found).facts.map(({ text }) => exactTree(text) as Tree);
  const id = String(resources.find(({ resourceType }) => resourceType === 'DocumentReference')?.id);
  return { resources, tellings: [{ document: id, resources }] };
};
