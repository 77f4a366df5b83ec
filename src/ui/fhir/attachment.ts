import type { Attachment } from 'fhir/r5.js';

/** The bytes of an attachment, if it has them: https://hl7.org/fhir/R5/datatypes.html#Attachment */
export const bytesOf = ({ data }: Attachment): Uint8Array<ArrayBuffer> | undefined => {
  if (data === undefined) return undefined;
  const characters = atob(data);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < characters.length; at += 1) bytes[at] = characters.charCodeAt(at);
  return bytes;
};

/** The text of an attachment's bytes, in the character set that its media type names, without a byte-order mark. */
export const textOf = ({ contentType = '' }: Attachment, bytes: Uint8Array<ArrayBuffer>): string => {
  const charset = /;\s*charset=([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  return new TextDecoder(charset).decode(bytes);
};
