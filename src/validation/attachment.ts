import { createHash } from 'node:crypto';
import { asObject, asString } from './instance.ts';
import type { Check } from './run.ts';

/** Checks that an Attachment's size and hash are those of its data: https://hl7.org/fhir/R5/datatypes.html#Attachment */
export const checkAttachment = ({ run, instance, definition }: Check): void => {
  if (instance.type !== 'Attachment') return;
  const value = asObject(instance.value);
  const [data, size, hash] = [asString(value?.data), asString(value?.size), asString(value?.hash)];
  if (data === undefined) return;
  const issue = (rule: string, text: string): void =>
    run.report({ severity: 'error', code: 'invalid', rule, text }, instance, definition);
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(data))
    issue('attachment-data', 'The data has characters that are none of base64');
  if (size === undefined && hash === undefined) return;
  const bytes = Buffer.from(data, 'base64');
  if (size !== undefined && size !== String(bytes.length)) {
    issue('attachment-size', `The size is ${size}, but there are ${bytes.length} bytes of data`);
  }
  const actual = createHash('sha1').update(bytes).digest('base64');
  if (hash !== undefined && hash !== actual) {
    issue('attachment-hash', `The hash is ${hash}, but that of the data is ${actual}`);
  }
};
