import type { SourceDocument } from '../model/source-document.ts';
import type { Trial } from '../model/trial.ts';
import { createMakeId, type MakeId, sha256 } from './id.ts';
import { createMarks, type Marks } from './mark.ts';

/** What names a record or a paper, whatever copy of it is read. */
export interface SourceName {
  readonly system: string;
  readonly value: string;
}

/** What the mappers of any study's resources share, however its source tells of it. */
export interface StudyContext extends Marks {
  readonly document: SourceDocument;
  /** SHA-256 in hex of the document's bytes, the id of its DocumentReference. */
  readonly documentHash: string;
  /** The id of the ResearchStudy. */
  readonly study: string;
  /** The study in a title: the title its source gives it, else its id. */
  readonly studyName: string;
  /** The record or paper that the document is a copy of, where it has a name of its own. */
  readonly source: SourceName | undefined;
  readonly makeId: MakeId;
}

/** What the mappers of a publication share, whatever it reports. */
export interface PublicationContext extends StudyContext {
  readonly trial: Pick<Trial, 'publication'>;
}

/** Names a study's resources and marks their elements. */
export const createStudyContext = (
  document: SourceDocument,
  study: string,
  title: string | undefined,
  source: SourceName | undefined,
): StudyContext => {
  const documentHash = sha256(document.bytes);
  return {
    ...createMarks(documentHash),
    document,
    documentHash,
    study,
    studyName: title ?? study,
    source,
    makeId: createMakeId(study, source === undefined ? documentHash : `${source.system}|${source.value}`),
  };
};
