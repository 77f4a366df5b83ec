import { decodeHTML } from 'entities';

/** The words of markup, without it. */
export const plainText = (markup: string): string =>
  decodeHTML(markup.replace(/<!--[\s\S]*?-->/g, ' ').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
