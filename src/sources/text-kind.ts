import { afterProlog } from './prolog.ts';

/** Beginnings of HTML; an `article` with front matter is one of a journal: https://jats.nlm.nih.gov/archiving/tag-library/1.3/element/article.html */
const HTML =
  /<(?:!doctype html|html|head|title|meta|body|div|p|article(?![^>]*>\s*(?:<[?!][^>]*>\s*)*<(?:front|processing-meta)\b)|section|main|span|table|ul|ol|h[1-6]|header|nav|a|b|i|em|strong|br|hr|img)\b/iy;

/** Whether a text is an HTML page, or a part of one. */
export const isHtml = (text: string): boolean => {
  HTML.lastIndex = afterProlog(text);
  return HTML.test(text);
};

const XML = /^(?:<\?xml\b|<!--|<!doctype\b|<[A-Za-z][\w.:-]*(?:\s[^<>]*)?\/?>)/i;

/** What a text of data is written in, which is never read as a page that has an abstract in it. */
export const dataFormat = (text: string): 'json' | 'xml' | undefined => {
  const start = text.trimStart();
  if (/^(?:\{\s*["}]|\[\s*[{"])/.test(start)) return 'json';
  return XML.test(start) && !isHtml(start) ? 'xml' : undefined;
};

/** What a text that no reader knows looks like, for the message that refuses it. */
export const textKind = (text: string): string => {
  const start = text.trimStart();
  if (start === '') return 'an empty document';
  if (isHtml(start)) return 'an HTML page without a trial’s abstract';
  if (/\b(?:cookies?|consent)\b/i.test(text) && text.length < 5000)
    return 'a notice about cookies or consent';
  return 'a text of no known kind';
};
