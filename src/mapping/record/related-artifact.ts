import type { Attachment, Citation, Identifier, RelatedArtifact } from 'fhir/r5.js';
import { CANONICAL } from '../../fhir/canonical.ts';
import { narrative, paragraph } from '../../fhir/narrative.ts';
import { NOT_STATED, stated } from '../../model/fact.ts';
import type { Reference } from '../../model/record/record.ts';
import { claims } from '../context.ts';
import { filled } from '../filled.ts';
import { uniqueKeys } from '../id.ts';
import { DOI_SYSTEM, PUBMED_SYSTEM } from '../identifier-systems.ts';
import type { RecordContext } from './context.ts';
import { fitting } from './fitting.ts';
import { worded } from './said.ts';

const isCited = ({ pmid, doi }: Reference): boolean => pmid !== NOT_STATED || doi !== NOT_STATED;

/** The Citations' ids: of the papers that the record names by a number. */
const citationIds = (context: RecordContext): ReadonlyMap<Reference, string> =>
  new Map(
    [
      ...uniqueKeys(context.record.references.filter(isCited), [
        ({ pmid, doi }) => `${stated(pmid) ?? ''} ${stated(doi)?.toLowerCase() ?? ''}`,
      ]),
    ].map(([reference, key]) => [reference, context.makeId('citation', ['Citation', key])]),
  );

const attachment = (context: RecordContext, { url, date }: Reference): { document?: Attachment } => {
  const document = {
    ...context.primitive('url', fitting('url', url)),
    ...context.primitive('creation', fitting('date', date)),
  };
  return Object.keys(document).length > 0 ? { document } : {};
};

const relatedArtifact = (
  context: RecordContext,
  reference: Reference,
  citation: string | undefined,
): RelatedArtifact => {
  const { kind, type, text } = reference;
  return {
    type: kind === 'citation' ? 'citation' : 'documentation',
    ...(type !== NOT_STATED && { classifier: [worded(context, type)] }),
    ...context.primitive(kind === 'citation' ? 'citation' : 'display', text),
    ...attachment(context, reference),
    ...(citation !== undefined && { resourceReference: { reference: `Citation/${citation}` } }),
  };
};

const page = (
  context: RecordContext,
  label: string,
  url: RecordContext['record']['url'],
): RelatedArtifact[] => {
  const fit = fitting('url', url);
  return fit === NOT_STATED
    ? []
    : [{ type: 'documentation', label, document: context.primitive('url', fit) }];
};

/** What the record refers to: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.relatedArtifact */
export const relatedArtifacts = (context: RecordContext): { relatedArtifact?: RelatedArtifact[] } => {
  const { url, identifiers, references } = context.record;
  const ids = citationIds(context);
  return filled('relatedArtifact', [
    ...page(context, 'Registry record', url),
    ...identifiers.flatMap((one) => page(context, `Record of ${one.value.value}`, one.url)),
    ...references.map((reference) => relatedArtifact(context, reference, ids.get(reference))),
  ]);
};

/** The papers that the record names by a number: https://hl7.org/fhir/R5/citation.html */
export const citations = (context: RecordContext): readonly Citation[] =>
  [...citationIds(context)].map(([{ pmid, doi, text }, id]) => {
    const numbers = [
      { system: PUBMED_SYSTEM, number: pmid, name: 'PubMed' },
      { system: DOI_SYSTEM, number: doi, name: 'doi' },
    ];
    const named = numbers.flatMap(({ name, number }) =>
      number === NOT_STATED ? [] : [`${name} ${number.value}`],
    );
    return {
      resourceType: 'Citation',
      id,
      ...claims('trial-citation'),
      ...narrative(paragraph([stated(text), ...named].filter(Boolean).join('; '))),
      url: `${CANONICAL}/Citation/${id}`,
      status: 'active',
      ...(text !== NOT_STATED && { summary: [context.primitive('text', text)] }),
      citedArtifact: filled(
        'identifier',
        numbers.flatMap(({ system, number }): Identifier[] =>
          number === NOT_STATED ? [] : [{ system, ...context.primitive('value', number) }],
        ),
      ),
    } as Citation;
  });
