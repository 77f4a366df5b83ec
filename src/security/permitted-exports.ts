import type { Criterion, Visible } from '../fhir/search/search-request.ts';
import {
  type BulkExport,
  type BulkExports,
  type BulkFile,
  type BulkRequest,
  DELETED,
} from '../store/bulk/bulk-export.ts';
import { Forbidden } from './forbidden.ts';
import type { Permissions } from './permissions.ts';

const isVisible = ({ types, some }: Visible): Criterion => ({
  kind: 'or',
  of: [{ kind: 'type', anyOf: types }, some],
});

/** What is exported to a client: what it may both search and read. */
const exportable = async ({ visible }: Permissions): Promise<Visible | undefined> => {
  const [found, read] = [await visible('s'), await visible('r')];
  if (found === undefined || read === undefined) return found ?? read;
  return {
    types: found.types.filter((type) => read.types.includes(type)),
    some: { kind: 'and', of: [isVisible(found), isVisible(read)] },
  };
};

/** What is left of a request; what was deleted can no longer be asked whether it might be seen. */
const limited = (request: BulkRequest, visible: Visible): BulkRequest => {
  const { deletions } = request;
  const types = deletions?.types.filter((type) => visible.types.includes(type));
  return { ...request, visible, ...(deletions && types && { deletions: { ...deletions, types } }) };
};

/** Whether all that was planned for a file may be seen still. */
const isSeen = (visible: Visible | undefined, { request }: BulkExport, { type }: BulkFile): boolean => {
  if (visible === undefined || JSON.stringify(visible) === JSON.stringify(request.visible)) return true;
  const types = type === DELETED ? (request.deletions?.types ?? []) : [type];
  return types.every((one) => visible.types.includes(one));
};

/** Exports for one who may not see everything. Throws Forbidden. */
export const permittedExports = (exports: BulkExports, permissions: Permissions): BulkExports => ({
  ...exports,
  begin: async (begun) => {
    const visible = await exportable(permissions);
    return exports.begin(
      visible === undefined ? begun : { ...begun, request: limited(begun.request, visible) },
    );
  },
  versions: async function* (found, file) {
    if (!isSeen(await exportable(permissions), found, file)) throw new Forbidden(`${file.type} of an export`);
    yield* exports.versions(found, file);
  },
});
