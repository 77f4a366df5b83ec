import { NOT_STATED } from '../model/fact.ts';
import { type Article, publication } from './article.ts';
import { authorsIn, goesOnIn } from './author-list.ts';
import type { DocumentText } from './document-text.ts';
import { factUnder, type Label, labelledEntries } from './labels.ts';
import { type Line, linesOf } from './lines.ts';
import { headingCount, isProse, proseSections, roleWithin, titleAmong } from './page.ts';
import { type Passage, plainPassage, textFact } from './passage.ts';

/** A portal's heading over its own words: `Portal Summary`, `Key takeaways`. */
const PORTALS_OWN = /^(?!abstract|summary)\S[^.:]{0,40}\b(?:summary|takeaways?|in brief|at a glance)\s*:?$/i;

/** The lines without what a portal says of its own: from its heading to the authors' first. */
const withoutPortalsOwn = (lines: readonly Line[]): readonly Line[] => {
  const from = lines.findIndex(({ text }) => PORTALS_OWN.test(text));
  if (from < 0) return lines;
  const authors = lines.findIndex(
    (line, i) => i > from && ['background', 'objective', 'methods'].includes(roleWithin(line) ?? ''),
  );
  return authors < 0 ? lines.slice(0, from) : [...lines.slice(0, from), ...lines.slice(authors)];
};

/**
 * A page that tells of a publication and names its journal in a labelled line: a portal with the abstract behind a
 * summary of its own, or a news article with its source at the end.
 */
export const publicationPage = (document: DocumentText): Article | undefined => {
  const entries = labelledEntries(document);
  const under = (wanted: Label): Passage | undefined => entries.find(({ label }) => label === wanted)?.value;
  const journal = entries.find(({ label }) => label === 'journal');
  if (!journal) return undefined;
  const [named, authors] = [under('title'), under('authors')];
  const lines = linesOf(document.text);
  const first = lines.findIndex((line) => line.from <= journal.from && line.to >= journal.to);
  const headline = named ? undefined : titleAmong(lines.slice(0, first));
  const prose = withoutPortalsOwn(lines).filter(
    (line) => line !== headline && !entries.some(({ from }) => from >= line.from && from < line.to),
  );
  const sections = proseSections(document, prose);
  if (sections.length === 0 || (!named && headingCount(sections) < 2)) return undefined;
  const title = named ?? (headline && plainPassage(document, headline.from, headline.to));
  const listed = lines.flatMap((line) =>
    isProse(line) ? [] : (authorsIn(plainPassage(document, line.from, line.to), 2) ?? []),
  );
  return {
    title,
    publication: publication({
      title: title ? textFact(title) : NOT_STATED,
      authors: (authors && authorsIn(authors, 1)) ?? listed,
      authorsComplete: authors ? goesOnIn(authors) : NOT_STATED,
      journal: textFact(journal.value),
      doi: factUnder(entries, 'doi'),
      issn: factUnder(entries, 'issn'),
    }),
    sections,
  };
};
