import { type Subset, subsetText } from '../../fhir/subset.ts';
import type { BulkVersion } from '../../store/bulk/bulk-export.ts';

/** No text in JSON has a line break in it. */
const onOneLine = (text: string): string => (/[\r\n]/.test(text) ? text.replace(/[\r\n]+/g, ' ') : text);

const deletion = ({ type, id }: BulkVersion): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [{ request: { method: 'DELETE', url: `${type}/${id}` } }],
  });

/** A resource as a line of NDJSON, or the Bundle that deletes it. */
export const line = (version: BulkVersion, subset: Subset | undefined): string => {
  const { text } = version;
  if (text === undefined) return `${deletion(version)}\n`;
  return `${onOneLine(subset === undefined ? text : subsetText(text, subset))}\n`;
};
