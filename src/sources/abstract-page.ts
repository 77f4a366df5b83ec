import { NOT_STATED } from '../model/fact.ts';
import { type Article, publication, type Section } from './article.ts';
import type { DocumentText } from './document-text.ts';
import { type Line, linesOf } from './lines.ts';
import { headingCount, isProse, proseSections, titleAmong } from './page.ts';
import { plainPassage, textFact } from './passage.ts';
import { languageByScript } from './script.ts';

const ABSTRACT = /^(?:abstract|summary|摘要|résumé|resumen|zusammenfassung|riassunto|resumo)\s*[:：]?$/iu;

/** The word that some exports set over a title. */
const TITLE = /^title\s*:?$/i;

/** Where the title ends that a line of its own announces. */
const announcedTitle = (lines: readonly Line[]): number | undefined => {
  const label = lines.findIndex(({ text }) => TITLE.test(text));
  return label < 0 || lines[label + 1] === undefined ? undefined : label + 1;
};

/** An abstract without headings is one long paragraph. */
const PARAGRAPH_WORDS = 60;

const isAbstract = (sections: readonly Section[]): boolean =>
  headingCount(sections) >= 2 ||
  sections.some(({ passage }) => passage.text.split(/\s+/).length >= PARAGRAPH_WORDS);

/**
 * A page that mirrors an abstract among its own chrome: a title, perhaps in two languages, the word
 * *Abstract*, the text. A translation repeats the text and is not read for facts.
 */
export const abstractPage = (document: DocumentText): Article | undefined => {
  const lines = linesOf(document.text);
  const heading = lines.findIndex((line) => ABSTRACT.test(line.text));
  const announced = announcedTitle(lines);
  const firstProse = lines.findIndex((line, i) => i > (announced ?? -1) && isProse(line));
  const start = heading >= 0 ? heading : firstProse;
  if (start < 0) return undefined;
  const sections = proseSections(document, lines.slice(heading >= 0 ? start + 1 : start));
  if (sections.length === 0 || (heading < 0 && !isAbstract(sections))) return undefined;
  const before = lines.slice(0, start);
  const title = announced === undefined ? titleAmong(before) : lines[announced];
  const passage = title && plainPassage(document, title.from, title.to);
  const translations = before.flatMap((line) => {
    const language = title && line.text.length >= 8 ? languageByScript(line.text) : undefined;
    return language
      ? [
          plainPassage(document, line.from, line.to).fact(
            0,
            line.text.length,
            { text: line.text, language },
            'stated',
          ),
        ]
      : [];
  });
  return {
    title: passage,
    publication: publication({
      title: passage ? textFact(passage) : NOT_STATED,
      translatedTitles: translations,
    }),
    sections,
  };
};
