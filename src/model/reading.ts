import type { RegistryRecord } from './record/record.ts';
import type { SourceDocument } from './source-document.ts';
import type { Trial } from './trial.ts';

/** What reading a document gave: the trial it reports, or why there is none. */
export type Reading =
  | { readonly kind: 'trial'; readonly document: SourceDocument; readonly trial: Trial }
  | { readonly kind: 'record'; readonly document: SourceDocument; readonly record: RegistryRecord }
  | { readonly kind: 'refused'; readonly takenFor: string; readonly missing: string };
