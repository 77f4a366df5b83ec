import type { Reading } from '../../model/reading.ts';
import { registryNumber } from '../../model/registry-number.ts';
import { euctrRecord } from './euctr-record.ts';
import { protocolPage } from './page.ts';
import { protocolBounds, textExport } from './text-export.ts';

const NUMBER = /^EudraCT Number:[ \t]*(?<number>\S+)/m;

/** The trials of a text export, each as the text of all its countries' protocols; nothing where it has but one. */
export const protocolItems = (text: string): readonly string[] | undefined => {
  const trials: { readonly number: string; readonly text: string }[] = [];
  for (const [from, to] of protocolBounds(text)) {
    const part = text.slice(from, to);
    const written = NUMBER.exec(part)?.groups?.number ?? '';
    const number = registryNumber(written)?.number ?? written;
    const last = trials.at(-1);
    if (last?.number === number) trials[trials.length - 1] = { number, text: last.text + part };
    else trials.push({ number, text: part });
  }
  return trials.length > 1 ? trials.map((trial) => trial.text) : undefined;
};

/** Reads protocols of the EU Clinical Trials Register, a page or a text export; nothing if a text is neither. */
export const readProtocols = (bytes: Uint8Array, text: string): Reading | undefined => {
  const exported = textExport(text);
  const form = exported ?? protocolPage(text);
  if (form === undefined) return undefined;
  const takenFor = 'a protocol of the EU Clinical Trials Register';
  if ('kind' in form) return { kind: 'refused', takenFor, missing: `a text without faults: ${form.message}` };
  const record = euctrRecord(form);
  return record === undefined
    ? { kind: 'refused', takenFor, missing: 'its EudraCT number, in field A.2' }
    : {
        kind: 'record',
        document: { bytes, text, contentType: exported ? 'text/plain' : 'text/html' },
        record,
      };
};
