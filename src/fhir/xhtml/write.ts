import { escaped } from '../narrative.ts';
import type { XhtmlElement, XhtmlNode } from './read.ts';

const node = (one: XhtmlNode, namespace: string | undefined): string => {
  if ('name' in one) return element(one, namespace);
  if ('comment' in one) return '';
  return escaped('text' in one ? one.text : one.cdata);
};

const element = (
  { name, namespace, attributes, children }: XhtmlElement,
  around: string | undefined,
): string => {
  const declared = namespace === around ? '' : ` xmlns="${escaped(namespace ?? '')}"`;
  const others = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
  const inside = children.map((child) => node(child, namespace)).join('');
  return `<${name}${declared}${others}${inside === '' ? '/>' : `>${inside}</${name}>`}`;
};

/** Writes what was read as well-formed XML, without comments. */
export const writeXhtml = (root: XhtmlElement): string => element(root, undefined);
