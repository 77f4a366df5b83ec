import type { Section, SectionRole } from './article.ts';
import type { DocumentText } from './document-text.ts';
import { roleOfHeading } from './heading.ts';
import type { Line } from './lines.ts';
import { plainPassage } from './passage.ts';
import { isLatin } from './script.ts';
import { sectionsOf } from './sections.ts';

/** What sites ask of their readers, in whole sentences. */
const CHROME =
  /\b(?:cookies?|user agreement|terms of (?:use|service|the)|privacy policy|personal data|subscribe|newsletter|log in|sign up|all rights reserved|this comment)\b/i;

/** A field of a form, known by its number: `A.3.1 Title of the trial: …`. */
const FORM_FIELD = /^(?:[A-Z]|\d+)(?:\.\d+)+\.?\s/;

/** A line of running prose, not a form's field, a menu entry, a label or a button: it ends as a sentence does, or is long. */
export const isProse = ({ text }: Line): boolean => {
  const words = text.split(/\s+/).length;
  return (
    isLatin(text) &&
    !CHROME.test(text) &&
    !FORM_FIELD.test(text) &&
    (words >= 30 || (words >= 8 && /[.!?)\]]$/.test(text)))
  );
};

const INLINE = /^(?<heading>\p{L}[^.:]{2,40}):\s/u;

/** The role that a heading at a line's beginning gives it: `Methods: …`. */
export const roleWithin = ({ text }: Line): SectionRole | undefined =>
  roleOfHeading(INLINE.exec(text)?.groups?.heading ?? '');

/** The line that says most, if any says enough to be a title. */
export const titleAmong = (lines: readonly Line[]): Line | undefined => {
  const words = (line: Line): number => line.text.match(/\p{L}{3,}/gu)?.length ?? 0;
  const candidates = lines.filter(
    (line) =>
      isLatin(line.text) && words(line) >= 3 && !line.text.includes('|') && roleWithin(line) === undefined,
  );
  return candidates.toSorted((a, b) => words(b) - words(a))[0];
};

/** The sections of the prose among lines; a heading stands in the line itself or in the one before. */
export const proseSections = (document: DocumentText, lines: readonly Line[]): readonly Section[] =>
  lines.flatMap((line, i): readonly Section[] => {
    const before = lines[i - 1];
    const role = before && !isProse(before) ? roleOfHeading(before.text.replace(/:$/, '')) : undefined;
    const headed =
      (role ?? roleWithin(line)) !== undefined &&
      isLatin(line.text) &&
      line.text.split(' ').length >= 3 &&
      /[.!?)\]]$/.test(line.text);
    if (!isProse(line) && !headed) return [];
    return sectionsOf(plainPassage(document, line.from, line.to), role ?? 'body');
  });

/** How many kinds of heading stand over sections. */
export const headingCount = (sections: readonly Section[]): number =>
  new Set(sections.flatMap(({ role }) => (role === 'body' ? [] : [role]))).size;
