import type { XmlElement } from './tree.ts';

/** A narrative's div as it is written in `text`, made to stand for itself: without a prefix, its namespace declared, right or wrong. */
export const markupOf = ({ prefix, namespace, attributes, start, end }: XmlElement, text: string): string => {
  const written = text.slice(start, end);
  if (prefix === '' && attributes.some(({ name }) => name === 'xmlns')) return written;
  const plain =
    prefix === '' ? written : written.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
  return attributes.some(({ name }) => name === `xmlns:${prefix}`)
    ? plain.replace(`xmlns:${prefix}`, 'xmlns')
    : plain.replace(/^<[^\s/>]+/, (name) => `${name} xmlns="${namespace}"`);
};
