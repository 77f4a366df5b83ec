import { NOT_STATED } from '../model/fact.ts';
import type { Reading } from '../model/reading.ts';
import type { Trial } from '../model/trial.ts';
import { abstractPage } from './abstract-page.ts';
import type { Article } from './article.ts';
import { catalogueEntry } from './catalogue-entry.ts';
import { citationRecord } from './citation-record.ts';
import { type DocumentText, documentText } from './document-text.ts';
import { readTrial } from './prose/read-trial.ts';
import { sentencesOf } from './prose/sentence.ts';
import { otherPublicationKind } from './publication-kind.ts';
import { publicationPage } from './publication-page.ts';
import { textKind } from './text-kind.ts';

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

const SAYS_TRIAL = /\b(?:trial|randomi[sz]ed|phase (?:[1-4]|i{1,3}|iv)\b)/i;

/** What a document must state to be a trial's report, of which this one lacks something. */
const missingFrom = (trial: Trial, article: Article): string | undefined => {
  const text = [article.title?.text ?? '', ...article.sections.map(({ passage }) => passage.text)].join('\n');
  if (trial.registrations.length === 0 && !SAYS_TRIAL.test(text))
    return 'a registry number, or a sentence that calls the study a trial';
  if (trial.arms.length === 0 && trial.enrolled === NOT_STATED && trial.analysed === NOT_STATED)
    return 'a group of participants, or their number';
  return undefined;
};

/** Reads a page or another text: the trial it reports, or what it was taken for and what was not found. */
export const readPage = (bytes: Uint8Array, text: string): Reading => {
  if (text.length > LONGEST)
    return {
      kind: 'refused',
      takenFor: `a text of ${text.length} characters`,
      missing: `a document of at most ${LONGEST}`,
    };
  const document = documentText(text);
  for (const reader of READERS) {
    const article = reader.article(document);
    if (!article) continue;
    const sentences = sentencesOf(article.sections);
    const other = otherPublicationKind(article.title?.text ?? '', sentences);
    if (other) return { kind: 'refused', takenFor: other, missing: 'the report of one trial in people' };
    const trial = readTrial(article, sentences);
    const missing = missingFrom(trial, article);
    return missing === undefined
      ? { kind: 'trial', document: { bytes, text, contentType: 'text/plain' }, trial }
      : { kind: 'refused', takenFor: reader.kind, missing };
  }
  return {
    kind: 'refused',
    takenFor: textKind(text),
    missing: NO_ABSTRACT,
  };
};
