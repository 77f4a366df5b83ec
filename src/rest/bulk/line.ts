import type { Subset } from '../../fhir/subset.ts';
import type { BulkVersion } from '../../store/bulk/bulk-export.ts';
import type { FhirVersion } from '../version/fhir-version.ts';

/** No text in JSON has a line break in it. */
const onOneLine = (text: string): string => (/[\r\n]/.test(text) ? text.replace(/[\r\n]+/g, ' ') : text);

const deletion = ({ type, id }: BulkVersion): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [{ request: { method: 'DELETE', url: `${type}/${id}` } }],
  });

/** A resource as a line of NDJSON, or the Bundle that deletes it; nothing of a resource that the version has no form for. */
export const line = (
  version: BulkVersion,
  subset: Subset | undefined,
  { part, write }: FhirVersion,
): string => {
  const { text } = version;
  if (text === undefined) return `${deletion(version)}\n`;
  const written = write(subset === undefined ? text : part(text, subset));
  return written === undefined ? '' : `${onOneLine(written)}\n`;
};
