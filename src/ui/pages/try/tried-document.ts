import type { Failure } from '../../fhir/answer.ts';
import type { Preview } from '../../fhir/document.ts';

/** How far a document has come. */
export type Stage = 'waiting' | 'reading' | 'read' | 'storing' | 'stored' | 'unchanged' | 'failed';

/** A document that a person gave, and what came of it so far. */
export interface TriedDocument {
  readonly key: number;
  readonly name: string;
  readonly body: Blob;
  readonly stage: Stage;
  readonly preview?: Preview;
  /** Why it could not be read or stored. */
  readonly failure?: Failure;
}

/** The id of the study, or of the citation, that a preview begins with. */
export const subjectOf = ({ bundle }: Preview) => bundle.entry?.[0]?.resource;

/** Whether all that a document says is stored already: only what is stored has a version. */
export const isStoredAlready = ({ bundle }: Preview): boolean =>
  (bundle.entry ?? []).every(({ resource }) => resource?.meta?.versionId !== undefined);
