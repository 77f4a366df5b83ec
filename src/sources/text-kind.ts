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

/** What a text that no reader knows looks like, for the message that refuses it. */
export const textKind = (text: string): string => {
  const start = text.trimStart();
  if (start === '') return 'an empty document';
  if (/^[{[]/.test(start)) return isJson(text) ? 'JSON that is no registry record' : 'broken JSON';
  if (/^<(?:!doctype html|html)\b/i.test(start)) return 'an HTML page without a trial’s abstract';
  if (start.startsWith('<')) return isWellFormed(text) ? 'XML of no known kind' : 'broken XML';
  if (/\b(?:cookies?|consent)\b/i.test(text) && text.length < 5000)
    return 'a notice about cookies or consent';
  return 'a text of no known kind';
};
