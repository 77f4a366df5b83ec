import { NOT_STATED } from '../../model/fact.ts';
import { registryNumber } from '../../model/registry-number.ts';
import type { Registration } from '../../model/trial.ts';
import type { Article, Section, SectionRole } from '../article.ts';
import type { DocumentText } from '../document-text.ts';
import { roleOfHeading } from '../heading.ts';
import { at, list, text } from '../located/get.ts';
import type { Located } from '../located/tree.ts';
import { blocks } from '../markup.ts';
import type { Passage } from '../passage.ts';
import { stated } from '../record-parts.ts';
import { sectionsOf } from '../sections.ts';
import { publicationOf } from './publication.ts';

/** The roles that NLM gives the parts of abstracts: https://structuredabstracts.nlm.nih.gov */
const CATEGORIES: Readonly<Record<string, SectionRole>> = {
  BACKGROUND: 'background',
  OBJECTIVE: 'objective',
  METHODS: 'methods',
  RESULTS: 'results',
  CONCLUSIONS: 'conclusions',
};

const roleOf = (part: Located): SectionRole =>
  roleOfHeading(at(part, '@Label')?.words ?? '') ??
  CATEGORIES[at(part, '@NlmCategory')?.words.toUpperCase() ?? ''] ??
  'body';

const passagesIn = (document: DocumentText, node: Located): readonly Passage[] =>
  blocks(document, node.from, node.to).map((block) => block.passage);

/**
 * The registry's number that the database links the article to; several of one registry are those of several trials,
 * so that none is known to be this one's.
 */
const registrations = (article: Located | undefined): readonly Registration[] => {
  const all = list(article, 'DataBankList.DataBank').flatMap((bank) =>
    list(bank, 'AccessionNumberList.AccessionNumber').flatMap((one): readonly Registration[] => {
      const found = registryNumber(one.words);
      return found === undefined
        ? []
        : stated(text(one)).map((fact) => ({
            registry: found.registry,
            number:
              found.number === fact.words
                ? fact
                : { ...fact, value: found.number, derivation: 'normalised' as const },
            registered: NOT_STATED,
            url: NOT_STATED,
          }));
    }),
  );
  return all.filter(({ registry }) => all.filter((one) => one.registry === registry).length === 1);
};

const REVIEWS: ReadonlySet<string> = new Set(['Review', 'Systematic Review', 'Meta-Analysis']);
const TRIAL = /\bTrial(?:, Phase .*)?$/;

/** The other types of publications that report no trial of their own, unless one of a trial stands beside them. */
const OTHER_TYPES: ReadonlyMap<string, string> = new Map([
  ['Editorial', 'an editorial or comment'],
  ['Comment', 'an editorial or comment'],
  ['Letter', 'an editorial or comment'],
  ['News', 'an editorial or comment'],
  ['Case Reports', 'a report of cases'],
  ['Practice Guideline', 'a guideline'],
  ['Published Erratum', 'an erratum'],
  ['Retraction of Publication', 'a notice of retraction'],
]);

/** What its types say a publication is where that is no report of one trial: https://www.nlm.nih.gov/mesh/pubtypes.html */
const otherKindOf = (types: readonly string[]): string | undefined => {
  if (types.some((type) => REVIEWS.has(type))) return 'a review of several studies';
  if (types.some((type) => TRIAL.test(type))) return undefined;
  return types.map((type) => OTHER_TYPES.get(type)).find((kind) => kind !== undefined);
};

/** An article of PubMed: what is known of it, and its abstract by sections, spans in the text of the XML. */
export const pubmedArticle = (node: Located, document: DocumentText): Article => {
  const article = at(node, 'MedlineCitation.Article');
  const title = at(article, 'ArticleTitle');
  const sections = list(article, 'Abstract.AbstractText').flatMap((part): readonly Section[] =>
    passagesIn(document, part).flatMap((passage) => sectionsOf(passage, roleOf(part))),
  );
  const publication = publicationOf(node);
  const types = publication.indexed?.types.map(({ term }) => term.value) ?? [];
  const otherKind = otherKindOf(types);
  return {
    title: title && passagesIn(document, title)[0],
    publication,
    sections,
    registrations: registrations(article),
    ...(otherKind !== undefined && { otherKind }),
  };
};
