import { type Issue, notATrial } from '../fhir/issue.ts';
import type { TrialFacts } from '../fhir/mapped-trial.ts';
import { stated } from '../model/fact.ts';
import type { SourceDocument } from '../model/source-document.ts';
import type { Publication } from '../model/trial.ts';
import { citations } from './citation.ts';
import { sourceName } from './context.ts';
import { device } from './device.ts';
import { documentReference } from './document-reference.ts';
import { factsOf } from './facts-of.ts';
import { distinctBy, sha256 } from './id.ts';
import { organizations } from './organization.ts';
import { practitioners } from './practitioner.ts';
import { createStudyContext, type PublicationContext } from './study-context.ts';

/** A publication that reports no trial, and why: https://hl7.org/fhir/R5/citation.html */
export const publicationFacts = (
  publication: Publication,
  document: SourceDocument,
  { takenFor, missing }: { readonly takenFor: string; readonly missing: string },
): TrialFacts => {
  const pmid = publication.indexed?.pmid.value;
  const id = pmid === undefined ? sha256(document.bytes) : `pmid-${pmid}`;
  const context: PublicationContext = {
    ...createStudyContext(document, id, stated(publication.title), sourceName(publication)),
    trial: { publication },
  };
  const [citation, ...others] = [
    ...citations(context),
    ...organizations(context),
    ...distinctBy(practitioners(context), (person) => person.id ?? ''),
    documentReference(context),
    device,
  ];
  const issue: Issue = { ...notATrial(takenFor, missing), severity: 'warning' };
  return factsOf([citation, ...others], document, [issue]);
};
