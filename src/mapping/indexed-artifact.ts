import type {
  CitationCitedArtifact,
  CitationCitedArtifactClassification,
  CitationCitedArtifactRelatesTo,
  CodeableConcept,
  Identifier,
} from 'fhir/r5.js';
import { type Fact, NOT_STATED, type Stated } from '../model/fact.ts';
import type { Indexed, RelatedPublication, Subject } from '../model/indexed.ts';
import { concept } from './concept.ts';
import { filled } from './filled.ts';
import { PMC_SYSTEM, PUBMED_SYSTEM, TERM_SYSTEMS } from './identifier-systems.ts';
import type { Marks } from './mark.ts';

const numbered = (context: Marks, system: string, number: Stated<string>): Identifier[] =>
  number === NOT_STATED ? [] : [{ system, ...context.primitive('value', number) }];

/** The numbers that a bibliographic database has for a publication. */
export const databaseNumbers = (context: Marks, { pmid, pmcid }: Indexed): readonly Identifier[] => [
  ...numbered(context, PUBMED_SYSTEM, pmid),
  ...numbered(context, PMC_SYSTEM, pmcid),
];

const subject = (context: Marks, { term, code }: Subject): CodeableConcept => ({
  ...(code !== NOT_STATED && {
    coding: [{ system: TERM_SYSTEMS.mesh, ...context.primitive('code', code) }],
  }),
  ...context.primitive('text', term),
});

const classification = (
  code: string,
  display: string,
  classifier: readonly CodeableConcept[],
): CitationCitedArtifactClassification[] =>
  classifier.length === 0
    ? []
    : [
        {
          type: concept('http://hl7.org/fhir/cited-artifact-classification-type', code, display),
          classifier: [...classifier],
        },
      ];

const classifications = (
  context: Marks,
  { types, headings, keywords }: Indexed,
): CitationCitedArtifactClassification[] => [
  ...classification(
    'publication-type',
    'Publication type',
    types.map((type) => subject(context, type)),
  ),
  // A heading stands with its qualifiers, so each has a classification of its own.
  ...headings.flatMap(({ heading, qualifiers }) =>
    classification(
      'mesh-heading',
      'MeSH heading',
      [heading, ...qualifiers].map((one) => subject(context, one)),
    ),
  ),
  ...classification(
    'keyword',
    'Keyword',
    keywords.map((keyword) => context.primitive('text', keyword)),
  ),
];

/** https://hl7.org/fhir/R5/valueset-related-artifact-type-all.html by the database's words for it. */
const RELATIONS: ReadonlyMap<string, CitationCitedArtifactRelatesTo['type']> = new Map([
  ['AssociatedDataset', 'supported-with'],
  ['AssociatedPublication', 'similar-to'],
  ['Cites', 'cites'],
  ['CommentIn', 'comment-in'],
  ['CommentOn', 'comments-on'],
  ['CorrectedandRepublishedFrom', 'replaces'],
  ['CorrectedandRepublishedIn', 'replaced-with'],
  ['ErratumFor', 'corrects'],
  ['ErratumIn', 'correction-in'],
  ['ExpressionOfConcernFor', 'comments-on'],
  ['ExpressionOfConcernIn', 'comment-in'],
  ['OriginalReportIn', 'derived-from'],
  ['PartialRetractionIn', 'correction-in'],
  ['PartialRetractionOf', 'corrects'],
  ['ReprintIn', 'reprint'],
  ['ReprintOf', 'reprint-of'],
  ['RepublishedFrom', 'reprint-of'],
  ['RepublishedIn', 'reprint'],
  ['RetractedandRepublishedFrom', 'replaces'],
  ['RetractedandRepublishedIn', 'replaced-with'],
  ['RetractionIn', 'retracted-by'],
  ['RetractionOf', 'retracts'],
  ['UpdateIn', 'amended-with'],
  ['UpdateOf', 'amends'],
]);

const relatesTo = (context: Marks, related: RelatedPublication): CitationCitedArtifactRelatesTo => {
  const { relation, citation, pmid } = related;
  const [identifier] = numbered(context, PUBMED_SYSTEM, pmid);
  return {
    type: RELATIONS.get(relation.value) ?? 'documentation',
    ...context.primitive('label', relation),
    ...context.primitive('citation', citation),
    ...(identifier && { resourceReference: { type: 'Citation', identifier } }),
  };
};

const headed = (context: Marks, heading: Stated<string>): { type?: CodeableConcept } =>
  heading === NOT_STATED
    ? {}
    : {
        type: {
          ...concept(
            'http://hl7.org/fhir/cited-artifact-abstract-type',
            'primary-human-use',
            'Primary human use',
          ),
          ...context.primitive('text', heading),
        },
      };

const status = (code: string, display: string): CodeableConcept =>
  concept('http://hl7.org/fhir/cited-artifact-status-type', code, display);

const states = (context: Marks, { retracted, publishedOnline }: Indexed) => ({
  ...(retracted !== NOT_STATED && {
    currentState: [{ ...context.on(retracted as Fact<unknown>), ...status('retracted', 'Retracted') }],
  }),
  ...(publishedOnline !== NOT_STATED && {
    statusDate: [
      {
        activity: status('published-early-form', 'Published early form'),
        period: context.primitive('start', publishedOnline),
      },
    ],
  }),
});

/** What a bibliographic database says of a publication: https://hl7.org/fhir/R5/citation-definitions.html#Citation.citedArtifact */
export const indexedArtifact = (context: Marks, indexed: Indexed): Partial<CitationCitedArtifact> => ({
  ...states(context, indexed),
  ...filled(
    'abstract',
    indexed.abstract.map(({ heading, text }) => ({
      ...headed(context, heading),
      text: text.value,
      _text: context.on(text),
    })),
  ),
  ...filled(
    'relatesTo',
    indexed.related.map((one) => relatesTo(context, one)),
  ),
  ...filled('classification', classifications(context, indexed)),
});
