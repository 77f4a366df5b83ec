import type { Reading } from '../model/reading.ts';
import type { SourceDocument } from '../model/source-document.ts';
import type { Article } from './article.ts';
import { documentText } from './document-text.ts';
import { jatsArticle } from './jats/jats-article.ts';
import { locateJson } from './located/json.ts';
import { mismatchesIn } from './located/mismatches.ts';
import { locateXml } from './located/xml.ts';
import { pubmedArticle } from './pubmed/pubmed-article.ts';
import { readArticle } from './read-article.ts';
import { RECORD_READERS } from './record-readers.ts';

const FORMATS = {
  json: { name: 'JSON', contentType: 'application/json', locate: locateJson },
  xml: { name: 'XML', contentType: 'application/xml', locate: locateXml },
} as const;

const refused = (takenFor: string, missing: string): Reading => ({ kind: 'refused', takenFor, missing });

/** An article of PubMed: the trial it reports, or the publication alone. */
const readPubmed = (article: Article, document: SourceDocument): Reading => {
  const found = readArticle(article, document, 'an article of PubMed');
  const { publication } = article;
  return found.kind === 'refused' && publication.indexed
    ? { ...found, kind: 'publication', document, publication }
    : found;
};

/** Reads one registry's record: what it says of its trial, or what it was taken for and what is wrong with it. */
export const readRecord = (bytes: Uint8Array, text: string, format: keyof typeof FORMATS): Reading => {
  const { name, contentType, locate } = FORMATS[format];
  const tree = locate(text);
  if (tree.kind === 'broken')
    return refused(
      `broken ${name}`,
      `a record without faults: at line ${tree.line}, column ${tree.column}, ${tree.message}`,
    );
  if (tree.root.path === '/PubmedArticle')
    return readPubmed(pubmedArticle(tree.root, documentText(text)), { bytes, text, contentType });
  if (tree.root.path === '/article')
    return readArticle(jatsArticle(tree.root, documentText(text)), { bytes, text, contentType }, 'a paper');
  const reader = RECORD_READERS.find(({ knows }) => knows(tree.root));
  if (reader === undefined)
    return refused(`${name} that is no registry record`, 'a record of a registry that is known here');
  const record = reader.read(tree.root);
  const mismatches = mismatchesIn(tree);
  if (mismatches !== undefined) return refused(reader.kind, mismatches);
  return record === undefined
    ? refused(reader.kind, reader.missing)
    : { kind: 'record', document: { bytes, text, contentType }, record };
};
