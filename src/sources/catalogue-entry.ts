import { type Fact, NOT_STATED, type Stated } from '../model/fact.ts';
import type { PersonName } from '../model/trial.ts';
import { type Article, publication, type Section, type SectionRole } from './article.ts';
import type { DocumentText } from './document-text.ts';
import { roleOfHeading } from './heading.ts';
import { linesOf } from './lines.ts';
import { blocks, isMarkup } from './markup.ts';
import { type Passage, plainPassage, textFact } from './passage.ts';
import { sectionsOf } from './sections.ts';

/** What library catalogues call the parts of an entry, in the languages met. */
const LABELS = {
  title: ['titel', 'title', 'titre', 'título', 'titolo', 'haupttitel'],
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
  description: [
    'beschreibung',
    'description',
    'abstract',
    'zusammenfassung',
    'summary',
    'résumé',
    'resumen',
    'inhalt',
  ],
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
  ],
} as const;
type Label = keyof typeof LABELS;

const labelOf = (words: string): Label | undefined =>
  (Object.keys(LABELS) as Label[]).find((label) =>
    (LABELS[label] as readonly string[]).includes(words.toLowerCase()),
  );

const ENTRY = /^[^\p{L}]*(?<label>\p{L}[\p{L} ()-]{0,30}?)\s*:\s+(?<value>\S.*)$/u;

interface Entry {
  readonly label: Label;
  readonly value: Passage;
  readonly from: number;
  readonly to: number;
}

const entriesOf = (document: DocumentText): readonly Entry[] => {
  const entries: Entry[] = [];
  for (const line of linesOf(document.text)) {
    const match = ENTRY.exec(line.text);
    const label = labelOf(match?.groups?.label ?? '');
    const value = match?.groups?.value;
    if (label === undefined || value === undefined) continue;
    const from = line.to - value.length;
    entries.push({ label, value: plainPassage(document, from, line.to), from, to: line.to });
  }
  return entries;
};

/** `Family, Given; Family, Given` with each name's own place. */
const authorsOf = (value: Passage): readonly Fact<PersonName>[] =>
  [...value.text.matchAll(/[^;]*[^;\s][^;]*/g)].map((match) => {
    const text = match[0].trim();
    const from = match.index + match[0].indexOf(text);
    const [family = text, given = ''] = text.split(/\s*,\s*/);
    return value.fact(
      from,
      from + text.length,
      { family, given: given.split(/\s+/).filter(Boolean), text },
      'stated',
    );
  });

/** `Publisher, 2022`. */
const imprintOf = (value: Passage): { publisher: Stated<string>; published: Stated<string> } => {
  const match = /^(?<publisher>.*?)[,;:]?\s*\(?(?<year>(?:1[89]|20)\d\d)?\)?\.?$/d.exec(value.text);
  const part = (name: string): Stated<string> => {
    const [from, to] = match?.indices?.groups?.[name] ?? [0, 0];
    return to > from ? value.fact(from, to, value.text.slice(from, to)) : NOT_STATED;
  };
  return { publisher: part('publisher'), published: part('year') };
};

const descriptionOf = (document: DocumentText, entry: Entry): readonly Section[] => {
  if (!isMarkup(entry.value.text)) return sectionsOf(entry.value, 'body');
  const sections: Section[] = [];
  let role: SectionRole = 'body';
  for (const block of blocks(document, entry.from, entry.to)) {
    if (block.element === 'title') role = roleOfHeading(block.passage.text) ?? 'body';
    else sections.push(...sectionsOf(block.passage, role));
  }
  return sections;
};

/** A library catalogue's entry: labelled lines, the abstract among them, often with the publisher's JATS tags. */
export const catalogueEntry = (document: DocumentText): Article | undefined => {
  const entries = entriesOf(document);
  const title = entries.find((entry) => entry.label === 'title');
  const description = entries.find((entry) => entry.label === 'description');
  if (!title || !description || new Set(entries.map((entry) => entry.label)).size < 4) return undefined;
  const only = (label: Label): Stated<string> => {
    const entry = entries.find((candidate) => candidate.label === label);
    return entry ? textFact(entry.value) : NOT_STATED;
  };
  const authors = entries.find((entry) => entry.label === 'authors');
  const imprint = entries.find((entry) => entry.label === 'published');
  return {
    title: title.value,
    publication: publication({
      title: textFact(title.value),
      authors: authors ? authorsOf(authors.value) : [],
      journal: only('journal'),
      ...(imprint ? imprintOf(imprint.value) : {}),
      doi: only('doi'),
      issn: only('issn'),
    }),
    sections: descriptionOf(document, description),
  };
};
