import { NOT_STATED, type Stated } from '../model/fact.ts';
import type { DocumentText } from './document-text.ts';
import { linesOf } from './lines.ts';
import { type Passage, plainPassage, textFact } from './passage.ts';

/** What catalogues, portals and news pages call the parts of a publication, in the languages met. */
const LABELS = {
  title: ['titel', 'title', 'titre', 'título', 'titolo', 'haupttitel', 'article', 'original article'],
  authors: [
    'beteiligte',
    'verfasser',
    'autor',
    'autoren',
    'authors',
    'author',
    'author(s)',
    'contributors',
    'contributor',
    'creator',
    'auteur',
    'auteurs',
    'auteur(s)',
    'autores',
    'autori',
  ],
  published: [
    'erschienen',
    'published',
    'publication',
    'verlag',
    'imprint',
    'publié',
    'éditeur',
    'editorial',
    'publisher',
  ],
  journal: [
    'erschienen in',
    'published in',
    'in',
    'journal',
    'source',
    'quelle',
    'enthalten in',
    'publié dans',
    'dans',
    'zeitschrift',
    'publicado en',
  ],
  doi: ['doi'],
  issn: ['issn', 'e-issn', 'eissn'],
  description: ['beschreibung', 'description', 'abstract', 'zusammenfassung', 'résumé', 'resumen', 'inhalt'],
  other: [
    'medientyp',
    'media type',
    'type',
    'sprache',
    'language',
    'langue',
    'umfang',
    'extent',
    'entstehung',
    'anmerkungen',
    'notes',
    'schlagwörter',
    'subjects',
    'zugangsstatus',
    'access',
    'access status',
    'identifier',
    'format',
    'treatment used',
    'number of patients',
    'condition',
    'study type',
  ],
} as const;
export type Label = keyof typeof LABELS;

const labelOf = (words: string): Label | undefined =>
  (Object.keys(LABELS) as Label[]).find((label) =>
    (LABELS[label] as readonly string[]).includes(words.toLowerCase()),
  );

const LABELLED = /^[^\p{L}]*(?<label>\p{L}[\p{L} ()-]{0,30}?)\s*:(?:\s+(?<value>\S.*))?$/u;

/** A part of a publication under its label; the value stands behind the label or in the next line. */
export interface Entry {
  readonly label: Label;
  readonly value: Passage;
  /** Of the value, as UTF-16 indices. */
  readonly from: number;
  readonly to: number;
}

/** The labelled parts of a page, in order. */
export const labelledEntries = (document: DocumentText): readonly Entry[] => {
  const lines = linesOf(document.text);
  return lines.flatMap((line, i): readonly Entry[] => {
    const match = LABELLED.exec(line.text);
    const label = labelOf(match?.groups?.label ?? '');
    const next = lines[i + 1];
    if (!match || label === undefined) return [];
    const behind = match.groups?.value;
    if (behind === undefined && (!next || LABELLED.test(next.text))) return [];
    const from = behind === undefined ? next!.from : line.to - behind.length;
    const to = behind === undefined ? next!.to : line.to;
    return [{ label, value: plainPassage(document, from, to), from, to }];
  });
};

/** The first value under a label, as it stands. */
export const factUnder = (entries: readonly Entry[], wanted: Label): Stated<string> => {
  const entry = entries.find(({ label }) => label === wanted);
  return entry ? textFact(entry.value) : NOT_STATED;
};
