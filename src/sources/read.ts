import type { Reading } from '../model/reading.ts';
import { type Decoded, decode } from './decode.ts';
import { protocolItems, readProtocols } from './euctr/read-protocols.ts';
import { jsonItems, xmlItems } from './items.ts';
import { readPage } from './read-page.ts';
import { readRecord } from './read-record.ts';
import { dataFormat } from './text-kind.ts';

const ITEMS = { json: jsonItems, xml: xmlItems } as const;

/** Each record of a list as a document of its own, in UTF-8. */
const readItems = function* (
  items: Iterable<string>,
  readItem: (bytes: Uint8Array, text: string) => Reading,
): Generator<Reading> {
  let isEmpty = true;
  for (const item of items) {
    isEmpty = false;
    yield readItem(new TextEncoder().encode(item), item);
  }
  if (isEmpty) yield { kind: 'refused', takenFor: 'a list without records', missing: 'a record' };
};

/** What was read of bytes in another encoding than UTF-8, which is said where the bytes are kept. */
const inEncoding = (reading: Reading, { encoding }: Decoded): Reading => {
  if (reading.kind === 'refused' || encoding === 'utf-8') return reading;
  const { document } = reading;
  const contentType = `${document.contentType}; charset=${encoding}`;
  return { ...reading, document: { ...document, contentType } };
};

const readProse = (bytes: Uint8Array, text: string): Reading =>
  readProtocols(bytes, text) ?? readPage(bytes, text);

/**
 * Reads all that a document has: one trial, or each record of a list, such as a page of studies, as a document of its
 * own that holds that record's text and no more. What is wrong with one does not keep the others from being read.
 */
export const readAll = function* (bytes: Uint8Array): Generator<Reading> {
  const decoded = decode(bytes);
  if (decoded === undefined) {
    yield { kind: 'refused', takenFor: 'bytes that are not UTF-8 text', missing: 'a text' };
    return;
  }
  const { text } = decoded;
  const format = dataFormat(text);
  const readOne =
    format === undefined
      ? readProse
      : (part: Uint8Array, item: string): Reading => readRecord(part, item, format);
  const items = format === undefined ? protocolItems(text) : ITEMS[format](text);
  if (items === undefined) yield inEncoding(readOne(bytes, text), decoded);
  else yield* readItems(items, readOne);
};

/** Reads a document of one trial, whatever its name: the trial, or what it was taken for and what was not found. */
export const read = (bytes: Uint8Array): Reading => {
  const [first, second] = readAll(bytes).take(2);
  return first !== undefined && second === undefined
    ? first
    : { kind: 'refused', takenFor: 'a list of several records', missing: 'a record that stands alone' };
};
