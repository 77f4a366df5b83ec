import type { SourceDocument } from '../model/source-document.ts';
import { createMakeId, idPrefix, type MakeId, sha256 } from './id.ts';
import { createMarks, type Marks } from './mark.ts';

/** What the mappers of any study's resources share, however its source tells of it. */
export interface StudyContext extends Marks {
  readonly document: SourceDocument;
  /** SHA-256 in hex of the document's bytes, the id of its DocumentReference. */
  readonly documentHash: string;
  /** The id of the ResearchStudy. */
  readonly study: string;
  /** The study in a title: the title its source gives it, else its id. */
  readonly studyName: string;
  readonly makeId: MakeId;
  /** What the ids of a study's single resources begin with: `<prefix>-protocol`. */
  readonly prefix: string;
}

/** Names a study's resources and marks their elements. */
export const createStudyContext = (
  document: SourceDocument,
  study: string,
  title: string | undefined,
): StudyContext => {
  const documentHash = sha256(document.bytes);
  return {
    ...createMarks(documentHash),
    document,
    documentHash,
    study,
    studyName: title ?? study,
    makeId: createMakeId(study),
    prefix: idPrefix(study),
  };
};
