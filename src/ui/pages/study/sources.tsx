import type { Citation, DocumentReference, Provenance, ResearchStudy } from 'fhir/r5.js';
import type { ComponentChild } from 'preact';
import { identifierOwner } from '../../fhir/identifier-system.ts';
import { placeOf, type Resources } from '../../fhir/resources.ts';
import { queryOf, resourcesOf, search } from '../../fhir/search.ts';
import { AskedView } from '../../parts/asked.tsx';
import { useAnswer } from '../../parts/use-answer.ts';
import { studyTexts } from '../../texts/en/study.ts';

const texts = studyTexts.sources;

/** The documents a study was read from, by their ids, and when each was. */
export const readDocuments = (resources: Resources): ReadonlyMap<string, string> =>
  new Map(
    resources
      .of<Provenance>('Provenance')
      .flatMap(({ entity = [], recorded, meta }) =>
        entity.map(
          ({ what }) =>
            [
              what.reference?.split('/')[1] ?? '',
              (recorded ?? meta?.lastUpdated ?? '').slice(0, 10),
            ] as const,
        ),
      ),
  );

/** Systems of identifiers that are made of a document and say nothing to a person. */
const MADE = ['urn:ietf:rfc:3986', 'https://w3id.org/trialbridge/fhir/sid/title'];

const nameOf = ({ identifier = [], description, id }: DocumentReference): string => {
  const known = identifier.find(({ system = '' }) => !MADE.includes(system));
  return known ? `${identifierOwner(known)} ${known.value}` : (description ?? id ?? '');
};

const DocumentItem = ({
  document,
  when,
}: {
  document: DocumentReference;
  when: string | undefined;
}): ComponentChild => (
  <li>
    <a href={`/source/${document.id}`}>{nameOf(document)}</a>{' '}
    <span class="muted">
      {[when && texts.read(when), document.status === 'superseded' && texts.replaced]
        .filter(Boolean)
        .join(', ')}
    </span>
  </li>
);

/** The citation as the study's record writes it, else the title of what is cited. */
const citationText = ({ id, title, citedArtifact }: Citation, resources: Resources): string =>
  resources
    .of<ResearchStudy>('ResearchStudy')
    .flatMap(({ relatedArtifact = [] }) => relatedArtifact)
    .find(({ resourceReference = {} }) => placeOf(resourceReference) === `Citation/${id}`)?.citation ??
  citedArtifact?.title?.[0]?.text ??
  title ??
  '';

const doiOf = ({ citedArtifact }: Citation): string | undefined =>
  citedArtifact?.identifier?.find(({ system }) => system === 'https://doi.org')?.value;

/** The documents that a study was read from, and the publications about it. */
export const Sources = ({ resources }: { resources: Resources }): ComponentChild => {
  const read = readDocuments(resources);
  const ids = [...read.keys()].join(',');
  const query = [
    ['_id', ids],
    ['_summary', 'true'],
  ] as const;
  const asked = useAnswer(ids === '' ? undefined : queryOf(query), (signal) =>
    search('DocumentReference', query, signal),
  );
  const citations = resources.of<Citation>('Citation');
  return (
    <>
      <AskedView asked={asked}>
        {(bundle) => (
          <ul>
            {resourcesOf<DocumentReference>(bundle, 'DocumentReference').map((document) => (
              <DocumentItem key={document.id} document={document} when={read.get(document.id ?? '')} />
            ))}
          </ul>
        )}
      </AskedView>
      {citations.length > 0 ? (
        <>
          <h3>{texts.citations}</h3>
          <ul>
            {citations.map((citation) => {
              const doi = doiOf(citation);
              return (
                <li key={citation.id}>
                  {citationText(citation, resources)}{' '}
                  {doi ? <a href={`https://doi.org/${doi}`}>{doi}</a> : null}
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
    </>
  );
};
