import type { Section, SectionRole } from './article.ts';
import { INLINE_HEADING, roleOfHeading } from './heading.ts';
import { type Passage, trimmed } from './passage.ts';

/** Cuts a passage at the headings that stand in its running text; what stands before the first has role `role`. */
export const sectionsOf = (whole: Passage, role: SectionRole): readonly Section[] => {
  const headings = [...whole.text.matchAll(INLINE_HEADING)].flatMap((match) => {
    const registration = match.groups?.registration !== undefined;
    const found = registration ? 'registration' : roleOfHeading(match.groups?.heading ?? '');
    // The words "Trial registration" may be all that says what follows, so they stay in the text.
    return found === undefined
      ? []
      : [
          {
            role: found,
            from: match.index,
            text: registration ? match.index : match.index + match[0].length,
          },
        ];
  });
  const starts = [{ role, from: 0, text: 0 }, ...headings];
  return starts.flatMap((start, i) => {
    const part = trimmed(whole.slice(start.text, starts[i + 1]?.from ?? whole.text.length));
    return part.text === '' ? [] : [{ role: start.role, passage: part }];
  });
};
