import type { RegistryRecord } from '../model/record/record.ts';
import type { Located } from './located/tree.ts';

/** A registry's kind of record in JSON or XML, and its reader. */
export interface RecordReader {
  readonly kind: string;
  readonly knows: (root: Located) => boolean;
  /** Nothing where the record lacks what makes it one. */
  readonly read: (root: Located) => RegistryRecord | undefined;
  /** What it lacks then. */
  readonly missing: string;
}
