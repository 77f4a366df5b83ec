import { createHmac } from 'node:crypto';
import type { BulkExport, BulkFile } from '../../store/bulk/bulk-export.ts';

/** https://hl7.org/fhir/uv/bulkdata/STU2/export.html#bulk-data-output-file-request */
export const NDJSON = 'application/fhir+ndjson';

/** The file of what was not understood of the kick-off. */
export const ISSUES = 'OperationOutcome.ndjson';

/** The name of a file. */
export const nameOf = ({ type, number }: BulkFile): string => `${type}-${number}.ndjson`;

/** What proves that the server has given the address of a file. */
export const signature = ({ id, secret }: Pick<BulkExport, 'id' | 'secret'>, name: string): string =>
  createHmac('sha256', secret).update(`${id}/${name}`).digest('base64url');
