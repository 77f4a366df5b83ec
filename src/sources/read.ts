import type { Reading } from '../model/reading.ts';
import { decode } from './decode.ts';
import { protocolItems, readProtocols } from './euctr/read-protocols.ts';
import { jsonItems, xmlItems } from './items.ts';
import { readPage } from './read-page.ts';
import { readRecord } from './read-record.ts';
import { dataFormat } from './text-kind.ts';

const ITEMS = { json: jsonItems, xml: xmlItems } as const;

/**
 * Reads all that a document has: one trial, or each record of a list, such as a page of studies, as a document of its
 * own that holds that record's text and no more. What is wrong with one does not keep the others from being read.
 */
export const readAll = function* (bytes: Uint8Array): Generator<Reading> {
  const text = decode(bytes);
  if (text === undefined) {
    yield { kind: 'refused', takenFor: 'bytes that are not UTF-8 text', missing: 'a text' };
    return;
  }
  const format = dataFormat(text);
  if (format === undefined) {
    const protocols = protocolItems(text);
    if (protocols === undefined) yield readProtocols(bytes, text) ?? readPage(bytes, text);
    else
      for (const item of protocols) {
        const part = new TextEncoder().encode(item);
        yield readProtocols(part, item) ?? readPage(part, item);
      }
    return;
  }
  const items = ITEMS[format](text);
  if (items === undefined) {
    yield readRecord(bytes, text, format);
    return;
  }
  let isEmpty = true;
  for (const item of items) {
    isEmpty = false;
    yield readRecord(new TextEncoder().encode(item), item, format);
  }
  if (isEmpty) yield { kind: 'refused', takenFor: 'a list without records', missing: 'a record' };
};

/** Reads a document of one trial, whatever its name: the trial, or what it was taken for and what was not found. */
export const read = (bytes: Uint8Array): Reading => {
  const [first, second] = readAll(bytes).take(2);
  return first !== undefined && second === undefined
    ? first
    : { kind: 'refused', takenFor: 'a list of several records', missing: 'a record that stands alone' };
};
