import { NOT_STATED } from '../model/fact.ts';
import { type Article, publication } from './article.ts';
import { authorsIn } from './author-list.ts';
import { citationIn } from './citation-line.ts';
import type { DocumentText } from './document-text.ts';
import { type Line, linesOf } from './lines.ts';
import { isProse, proseSections, titleAmong } from './page.ts';
import { plainPassage, textFact } from './passage.ts';

/** Where authors work: an institution's name, and the place behind commas. */
const AFFILIATION =
  /\b(?:universit\w*|hospital\w*|h[oô]pital|department|dept|division|institut\w*|cent(?:er|re|ro)|faculty|school|college|clinic\w*|laborator\w*|research unit|inserm)\b[^.]*,/i;

/** An abstract's paragraph: prose longer than any title. */
const isAbstract = (line: Line): boolean => isProse(line) && line.text.split(/\s+/).length >= 30;

/** A record as bibliographic databases print it: the citation, perhaps title, authors and addresses, and the abstract. */
export const citationRecord = (document: DocumentText): Article | undefined => {
  const lines = linesOf(document.text);
  const passageOf = (line: Line) => plainPassage(document, line.from, line.to);
  const at = lines.findIndex((line) => citationIn(passageOf(line)) !== undefined);
  const line = lines[at];
  if (!line) return undefined;
  const others = lines.filter(
    (other) => other !== line && (isAbstract(other) || !AFFILIATION.test(other.text)),
  );
  const authors = others
    .map((other) => ({ other, found: authorsIn(passageOf(other), 2) }))
    .find(({ found }) => found);
  const sections = proseSections(document, others.filter(isAbstract));
  if (sections.length === 0) return undefined;
  const headline = titleAmong(
    others.filter((other) => !isAbstract(other) && other !== authors?.other && other.text.length < 400),
  );
  const title = headline && passageOf(headline);
  return {
    title,
    publication: publication({
      ...citationIn(passageOf(line)),
      title: title ? textFact(title) : NOT_STATED,
      authors: authors?.found ?? [],
    }),
    sections,
  };
};
