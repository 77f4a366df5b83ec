import { SaxesParser } from 'saxes';

const isWellFormed = (text: string): boolean => {
  const parser = new SaxesParser();
  let sound = true;
  parser.on('error', () => {
    sound = false;
  });
  parser.write(text).close();
  return sound;
};

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const HTML =
  /^(?:\s|<!--[\s\S]*?-->|<\?xml[^<>]*\?>)*<(?:!doctype html|html|head|title|meta|body|div|p|article|section|main|span|table|ul|ol|h[1-6]|header|nav|a|b|i|em|strong|br|hr|img)\b/i;
const XML = /^(?:<\?xml\b|<!--|<!doctype\b|<[A-Za-z][\w.:-]*(?:\s[^<>]*)?\/?>)/i;

/** What a text of data is, JSON or XML, which is never read as a page that has an abstract in it. */
export const dataKind = (text: string): string | undefined => {
  const start = text.trimStart();
  if (/^(?:\{\s*["}]|\[\s*[{"])/.test(start))
    return isJson(text) ? 'JSON that is no registry record' : 'broken JSON';
  if (!XML.test(start) || HTML.test(start)) return undefined;
  return isWellFormed(text) ? 'XML of no known kind' : 'broken XML';
};

/** What a text that no reader knows looks like, for the message that refuses it. */
export const textKind = (text: string): string => {
  const start = text.trimStart();
  if (start === '') return 'an empty document';
  if (HTML.test(start)) return 'an HTML page without a trial’s abstract';
  if (/\b(?:cookies?|consent)\b/i.test(text) && text.length < 5000)
    return 'a notice about cookies or consent';
  return 'a text of no known kind';
};
