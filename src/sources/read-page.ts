import type { Reading } from '../model/reading.ts';
import { abstractPage } from './abstract-page.ts';
import type { Article } from './article.ts';
import { catalogueEntry } from './catalogue-entry.ts';
import { citationRecord } from './citation-record.ts';
import { type DocumentText, documentText } from './document-text.ts';
import { visibleText } from './markup.ts';
import { publicationPage } from './publication-page.ts';
import { readArticle } from './read-article.ts';
import { isHtml, textKind } from './text-kind.ts';

/** A kind of document, and its reader: it gives what it finds, or nothing if the document is of another kind. */
interface Reader {
  readonly kind: string;
  readonly article: (document: DocumentText) => Article | undefined;
}

/** The readers, in the order in which they look at a document; the first that knows its kind reads it. */
const READERS: readonly Reader[] = [
  { kind: 'a library catalogue entry', article: catalogueEntry },
  { kind: 'a page about a publication', article: publicationPage },
  { kind: 'a bibliographic record', article: citationRecord },
  { kind: 'a page with an abstract', article: abstractPage },
];

const NO_ABSTRACT = 'an abstract, or the labelled lines of a catalogue entry';

/** In UTF-16 units; no abstract, page or paper is longer. */
const LONGEST = 2_000_000;

/** Reads a page or another text: the trial it reports, or what it was taken for and what was not found. */
export const readPage = (bytes: Uint8Array, text: string): Reading => {
  if (text.length > LONGEST)
    return {
      kind: 'refused',
      takenFor: `a text of ${text.length} characters`,
      missing: `a document of at most ${LONGEST}`,
    };
  const isPage = isHtml(text);
  const stored = documentText(text);
  const document = isPage ? visibleText(stored) : stored;
  const contentType = isPage ? 'text/html' : 'text/plain';
  for (const reader of READERS) {
    const article = reader.article(document);
    if (article) return readArticle(article, { bytes, text, contentType }, reader.kind);
  }
  return {
    kind: 'refused',
    takenFor: textKind(text),
    missing: NO_ABSTRACT,
  };
};
