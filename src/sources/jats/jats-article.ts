import type { Article } from '../article.ts';
import type { DocumentText } from '../document-text.ts';
import { at } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { blocks } from '../markup.ts';
import { publicationOf } from './publication.ts';
import { abstractSections, bodySections } from './sections.ts';
import { picturedTables, tablesOf } from './table.ts';

/** What `article-type` says a paper is where that is no report of one trial: https://jats.nlm.nih.gov/archiving/tag-library/1.3/attribute/article-type.html */
const OTHER_TYPES: readonly (readonly [RegExp, string])[] = [
  [/review|meta-analysis/, 'a review of several studies'],
  [/editorial|commentary|letter|reply|discussion|news|obituary|introduction/, 'an editorial or comment'],
  [/case-report/, 'a report of cases'],
  [/correction|retraction|addendum|expression-of-concern/, 'a correction or notice'],
];

/** A paper in full text, spans in the text of the XML. */
export const jatsArticle = (article: Located, document: DocumentText): Article => {
  const title = at(article, 'front.article-meta.title-group.article-title');
  const type = at(article, '@article-type')?.words ?? '';
  const pictured = picturedTables(article);
  const otherKind = OTHER_TYPES.find(([words]) => words.test(type))?.[1];
  return {
    title: title && blocks(document, title.from, title.to)[0]?.passage,
    publication: publicationOf(article),
    sections: abstractSections(article, document),
    body: bodySections(article, document),
    tables: tablesOf(article, document),
    unread: pictured > 0 ? [`tables that are pictures: ${pictured}`] : [],
    ...(otherKind !== undefined && { otherKind }),
  };
};
