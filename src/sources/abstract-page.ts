import { NOT_STATED } from '../model/fact.ts';
import { type Article, publication, type Section } from './article.ts';
import type { DocumentText } from './document-text.ts';
import { roleOfHeading } from './heading.ts';
import { type Line, linesOf } from './lines.ts';
import { plainPassage, textFact } from './passage.ts';
import { isLatin, languageByScript } from './script.ts';
import { sectionsOf } from './sections.ts';

const ABSTRACT = /^(?:abstract|summary|摘要|résumé|resumen|zusammenfassung|riassunto|resumo)\s*[:：]?$/iu;

/** A line of running prose, not a menu entry, a label or a button: it ends as a sentence does, or is long. */
const isProse = (line: Line): boolean => {
  const words = line.text.split(/\s+/).length;
  return isLatin(line.text) && (words >= 30 || (words >= 8 && /[.!?)\]]$/.test(line.text)));
};

/** The line before the abstract that says most, if any says enough to be a title. */
const titleAmong = (lines: readonly Line[]): Line | undefined => {
  const words = (line: Line): number => line.text.match(/\p{L}{3,}/gu)?.length ?? 0;
  const candidates = lines.filter(
    (line) => isLatin(line.text) && words(line) >= 4 && !line.text.includes('|'),
  );
  return candidates.toSorted((a, b) => words(b) - words(a))[0];
};

const headed = (sections: readonly Section[]): number =>
  new Set(sections.filter((section) => section.role !== 'body').map((section) => section.role)).size;

const sectionsFrom = (document: DocumentText, lines: readonly Line[]): readonly Section[] =>
  lines.flatMap((line, i): readonly Section[] => {
    if (!isProse(line)) return [];
    const before = lines[i - 1];
    const role = before && !isProse(before) ? roleOfHeading(before.text) : undefined;
    return sectionsOf(plainPassage(document, line.from, line.to), role ?? 'body');
  });

/**
 * A page that mirrors an abstract among its own chrome: a title, perhaps in two languages, the word
 * *Abstract*, the text. A translation repeats the text and is not read for facts.
 */
export const abstractPage = (document: DocumentText): Article | undefined => {
  const lines = linesOf(document.text);
  const heading = lines.findIndex((line) => ABSTRACT.test(line.text));
  const firstProse = lines.findIndex(isProse);
  const start = heading >= 0 ? heading : firstProse;
  if (start < 0) return undefined;
  const sections = sectionsFrom(document, lines.slice(heading >= 0 ? start + 1 : start));
  if (sections.length === 0 || (heading < 0 && headed(sections) < 2)) return undefined;
  const before = lines.slice(0, start);
  const title = titleAmong(before);
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
