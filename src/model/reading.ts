import type { RegistryRecord } from './record/record.ts';
import type { SourceDocument } from './source-document.ts';
import type { Publication, Trial } from './trial.ts';

/** What reading a document gave: the trial it reports, the publication that it is but reports none, or why there is nothing. */
export type Reading =
  | {
      readonly kind: 'trial';
      readonly document: SourceDocument;
      readonly trial: Trial;
      /** What of the document was not read, in words. */
      readonly unread: readonly string[];
    }
  | { readonly kind: 'record'; readonly document: SourceDocument; readonly record: RegistryRecord }
  | {
      readonly kind: 'publication';
      readonly document: SourceDocument;
      readonly publication: Publication;
      readonly takenFor: string;
      readonly missing: string;
    }
  | { readonly kind: 'refused'; readonly takenFor: string; readonly missing: string };
