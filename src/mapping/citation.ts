import type {
  Citation,
  CitationCitedArtifact,
  CitationCitedArtifactPublicationForm,
  CitationCitedArtifactTitle,
  Identifier,
  Reference,
} from 'fhir/r5.js';
import { CANONICAL } from '../fhir/canonical.ts';
import { heading, narrative, paragraph } from '../fhir/narrative.ts';
import { type Fact, NOT_STATED, type Stated, stated } from '../model/fact.ts';
import type { Publication, Translation } from '../model/trial.ts';
import { concept } from './concept.ts';
import { claims } from './context.ts';
import { filled } from './filled.ts';
import { DOI_SYSTEM, ISSN_SYSTEM } from './identifier-systems.ts';
import { databaseNumbers, indexedArtifact } from './indexed-artifact.ts';
import { valued } from './mark.ts';
import { publisherReference } from './organization.ts';
import { authorReference } from './practitioner.ts';
import type { PublicationContext } from './study-context.ts';

const citationId = ({ makeId }: PublicationContext): string => makeId('citation', ['Citation']);

const isStated = ({
  translatedTitles,
  authors,
  authorsComplete: _,
  indexed,
  ...facts
}: Publication): boolean =>
  indexed !== undefined ||
  translatedTitles.length > 0 ||
  authors.length > 0 ||
  Object.values(facts).some((fact: Stated<string>) => fact !== NOT_STATED);

/** The Citation of the publication a document is or tells of; none where it says nothing of one. */
export const citationReference = (context: PublicationContext): Reference | undefined =>
  isStated(context.trial.publication) ? { reference: `Citation/${citationId(context)}` } : undefined;

const identified = (
  context: PublicationContext,
  system: string,
  fact: Stated<string>,
): { identifier?: Identifier[] } =>
  fact === NOT_STATED ? {} : { identifier: [{ system, ...context.primitive('value', fact) }] };

const translated = (context: PublicationContext, title: Fact<Translation>): CitationCitedArtifactTitle => ({
  type: [concept('http://hl7.org/fhir/title-type', 'language', 'Different language')],
  language: concept('urn:ietf:bcp:47', title.value.language),
  text: title.value.text,
  _text: context.on(title),
});

const titles = (context: PublicationContext): { title?: CitationCitedArtifactTitle[] } => {
  const { title, translatedTitles } = context.trial.publication;
  const all = [
    ...(title === NOT_STATED ? [] : [{ text: title.value, _text: context.on(title) }]),
    ...translatedTitles.map((one) => translated(context, one)),
  ];
  return all.length > 0 ? { title: all } : {};
};

const periodicalNames = (context: PublicationContext): { identifier?: Identifier[] } => {
  const { issn, indexed } = context.trial.publication;
  const abbreviation = indexed?.journalAbbreviation ?? NOT_STATED;
  return filled('identifier', [
    ...(identified(context, ISSN_SYSTEM, issn).identifier ?? []),
    ...(abbreviation === NOT_STATED
      ? []
      : [{ type: { text: 'ISO abbreviation' }, ...context.primitive('value', abbreviation) }]),
  ]);
};

const publicationForm = (context: PublicationContext): CitationCitedArtifactPublicationForm => {
  const { journal, publisher, issn, volume, issue, pages, published, indexed } = context.trial.publication;
  const periodical = journal !== NOT_STATED || issn !== NOT_STATED;
  const publishedIn = {
    ...(periodical && { type: concept('http://hl7.org/fhir/published-in-type', 'D020492', 'Periodical') }),
    ...periodicalNames(context),
    ...context.primitive('title', journal),
    ...(publisher !== NOT_STATED && { publisher: publisherReference(context, publisher) }),
  };
  return {
    ...(Object.keys(publishedIn).length > 0 && { publishedIn }),
    ...context.primitive('volume', volume),
    ...context.primitive('issue', issue),
    ...context.primitive('articleDate', published),
    ...context.primitive('lastRevisionDate', indexed?.revised ?? NOT_STATED),
    ...context.primitive('pageString', pages),
  };
};

const contributorship = (context: PublicationContext): Pick<CitationCitedArtifact, 'contributorship'> => {
  const { authors, authorsComplete } = context.trial.publication;
  if (authors.length === 0) return {};
  const entry = authors.map((author, at) => ({
    contributor: authorReference(context, author),
    ...filled(
      'affiliation',
      (author.value.affiliations ?? []).map((affiliation) => context.primitive('display', affiliation)),
    ),
    role: concept('http://hl7.org/fhir/contributor-role', 'author', 'Author/Creator'),
    rankingOrder: at + 1,
  }));
  return { contributorship: { ...context.primitive('complete', authorsComplete), entry } };
};

const text = ({ trial: { publication }, studyName }: PublicationContext) => {
  const { authors, journal, publisher, volume, issue, pages, published, doi, indexed } = publication;
  const where = [
    stated(journal),
    stated(publisher),
    stated(published),
    ...[valued(volume, (it) => `volume ${it}`), valued(issue, (it) => `issue ${it}`)].map(stated),
    stated(valued(pages, (it) => `pages ${it}`)),
    stated(valued(doi, (it) => `doi:${it}`)),
  ].filter((part) => part !== undefined);
  return [
    heading(studyName),
    ...(indexed && indexed.retracted !== NOT_STATED ? [paragraph('This publication was retracted.')] : []),
    ...(authors.length === 0 ? [] : [paragraph(authors.map(({ value }) => value.text).join(', '))]),
    ...(where.length === 0 ? [] : [paragraph(where.join(', '))]),
  ];
};

/** The publication a document is or tells of: https://hl7.org/fhir/R5/citation.html */
export const citations = (context: PublicationContext): readonly Citation[] => {
  if (citationReference(context) === undefined) return [];
  const { doi, indexed } = context.trial.publication;
  const form = publicationForm(context);
  const id = citationId(context);
  return [
    {
      resourceType: 'Citation',
      id,
      ...claims('trial-citation'),
      ...narrative(...text(context)),
      url: `${CANONICAL}/Citation/${id}`,
      status: 'active',
      citedArtifact: {
        ...filled('identifier', [
          ...(identified(context, DOI_SYSTEM, doi).identifier ?? []),
          ...(indexed ? databaseNumbers(context, indexed) : []),
        ]),
        ...(indexed && indexedArtifact(context, indexed)),
        ...titles(context),
        ...(Object.keys(form).length > 0 && { publicationForm: [form] }),
        ...contributorship(context),
      },
    },
  ];
};
