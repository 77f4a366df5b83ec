import { type BulkExport, DELETED } from '../../store/bulk/bulk-export.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { R5 } from '../version/r5.ts';
import { ISSUES, nameOf, signature } from './file-name.ts';

/** What an export consists of: https://hl7.org/fhir/uv/bulkdata/STU2/export.html#response---complete-status */
export const manifest = (
  found: BulkExport,
  { base }: Pick<Request, 'base'>,
  { security, signsExports }: Pick<Service, 'security' | 'signsExports'>,
) => {
  const { id, request, transactionTime, files } = found;
  const requiresAccessToken = security !== undefined && !signsExports;
  const urlOf = (name: string): string =>
    requiresAccessToken
      ? `${base}/_export/${id}/${name}`
      : `${base}/_signed/${id}/${signature(found, name)}/${name}`;
  // Of what has no form in another version there is no line, and that is found when it is written.
  const isCounted = request.fhirVersion === R5.name;
  const items = files.map((file) => {
    const isDeleted = file.type === DELETED;
    return {
      isDeleted,
      item: {
        type: isDeleted ? 'Bundle' : file.type,
        url: urlOf(nameOf(file)),
        ...(isCounted && { count: file.count }),
      },
    };
  });
  const deleted = items.filter(({ isDeleted }) => isDeleted).map(({ item }) => item);
  const count = request.issues.length;
  return {
    transactionTime,
    request: request.url,
    requiresAccessToken,
    output: items.filter(({ isDeleted }) => !isDeleted).map(({ item }) => item),
    ...(request.deletions && { deleted }),
    error: count > 0 ? [{ type: 'OperationOutcome', url: urlOf(ISSUES), count }] : [],
  };
};
