import { type Fact, NOT_STATED, type Stated } from '../model/fact.ts';
import type { PersonName } from '../model/trial.ts';
import { type Article, publication, type Section, type SectionRole } from './article.ts';
import type { DocumentText } from './document-text.ts';
import { roleOfHeading } from './heading.ts';
import { type Entry, factUnder, labelledEntries } from './labels.ts';
import { blocks, isMarkup } from './markup.ts';
import { type Passage, textFact } from './passage.ts';
import { sectionsOf } from './sections.ts';

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
  const entries = labelledEntries(document);
  const title = entries.find((entry) => entry.label === 'title');
  const description = entries.find((entry) => entry.label === 'description');
  if (!title || !description || new Set(entries.map((entry) => entry.label)).size < 4) return undefined;
  const authors = entries.find((entry) => entry.label === 'authors');
  const imprint = entries.find((entry) => entry.label === 'published');
  return {
    title: title.value,
    publication: publication({
      title: textFact(title.value),
      authors: authors ? authorsOf(authors.value) : [],
      journal: factUnder(entries, 'journal'),
      ...(imprint ? imprintOf(imprint.value) : {}),
      doi: factUnder(entries, 'doi'),
      issn: factUnder(entries, 'issn'),
    }),
    sections: descriptionOf(document, description),
  };
};
