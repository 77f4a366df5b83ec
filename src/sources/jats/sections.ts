import type { Section, SectionRole } from '../article.ts';
import type { DocumentText } from '../document-text.ts';
import { roleOfHeading } from '../heading.ts';
import { at, list } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { wordingOf } from '../located/wording.ts';
import { blocks } from '../markup.ts';
import { sectionsOf } from '../sections.ts';

/** The parts of a paper by `sec-type`: https://jats.nlm.nih.gov/archiving/tag-library/1.3/attribute/sec-type.html */
const TYPES: readonly (readonly [RegExp, SectionRole])[] = [
  [/^intro|^background/, 'background'],
  [/methods|materials|subjects/, 'methods'],
  [/^results/, 'results'],
  [/^discussion/, 'background'],
  [/^conclusions?$/, 'conclusions'],
];

const titleOf = (section: Located): string => {
  const title = at(section, 'title');
  return title === undefined
    ? ''
    : wordingOf(title)
        .text.replace(/^[\s\d.]+/, '')
        .trim();
};

/** A discussion weighs this trial's results among others': none of its sentences is a result. */
const DISCUSSION = /^(?:general )?(?:discussion|comments?\b|limitations?|strengths)/i;

const roleOfSection = (section: Located, before: SectionRole): SectionRole => {
  const title = titleOf(section);
  if (DISCUSSION.test(title)) return 'background';
  const type = at(section, '@sec-type')?.words ?? '';
  return roleOfHeading(title) ?? TYPES.find(([words]) => words.test(type))?.[1] ?? before;
};

const paragraphs = (document: DocumentText, part: Located, role: SectionRole): readonly Section[] => {
  let current = role;
  return blocks(document, part.from, part.to).flatMap(({ element, passage }): readonly Section[] => {
    if (element === 'label') return [];
    if (element !== 'title') return sectionsOf(passage, current);
    current = roleOfHeading(passage.text) ?? current;
    return [];
  });
};

/** Abstracts for others than readers of the paper: pictures, keys, summaries in plain language. */
const OTHER_ABSTRACT = /graphical|teaser|toc|editor|key|highlight|plain|web|video|author-highlights/i;

/** The abstract's sections, by their titles. A translation of it repeats them and is not read. */
export const abstractSections = (article: Located, document: DocumentText): readonly Section[] =>
  list(article, 'front.article-meta.abstract').flatMap((abstract) =>
    OTHER_ABSTRACT.test(at(abstract, '@abstract-type')?.words ?? '')
      ? []
      : paragraphs(document, abstract, 'body'),
  );

/** The sections of a paper's body; one whose title tells nothing goes on with what the one before it is for. */
export const bodySections = (article: Located, document: DocumentText): readonly Section[] => {
  let role: SectionRole = 'background';
  return list(article, 'body.sec').flatMap((section): readonly Section[] => {
    role = roleOfSection(section, role);
    return role === 'background' || role === 'conclusions'
      ? []
      : blocks(document, section.from, section.to).flatMap(({ element, passage }) =>
          element === 'title' || element === 'label' ? [] : [{ role, passage }],
        );
  });
};
