import { element } from '../../../fhir/elements.ts';
import { exactTree, isTree, type Tree } from '../../../fhir/exact-tree.ts';
import type { EntryRequest } from './entry.ts';

/** A string to FHIR, and the one that names a resource. */
const REFERENCE = 'Reference.reference';

/** Types whose values may name another entry of a transaction: https://hl7.org/fhir/R5/http.html#trules */
const NAMING = new Set(['uri', 'url', 'oid', 'uuid', 'canonical', REFERENCE]);

/** What a text becomes, or undefined where it stays. */
type Replace = (text: string, type: string) => string | undefined;

const withoutFragment = (text: string): readonly [string, string] => {
  const at = text.indexOf('#');
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at)];
};

const inNarrative = (div: string, replace: Replace): string =>
  div.replace(
    /(\b(?:href|src)\s*=\s*)(["'])(.*?)\2/g,
    (whole, before: string, quote: string, url: string) => {
      const [address, fragment] = withoutFragment(url);
      const found = replace(address, 'xhtml');
      return found === undefined ? whole : `${before}${quote}${found}${fragment}${quote}`;
    },
  );

/** What of a list or a tree is replaced; itself where nothing is. */
const replacedIn = (value: unknown, type: string, replace: Replace): unknown => {
  if (Array.isArray(value)) {
    const items = value.map((item) => replacedIn(item, type, replace));
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  if (isTree(value))
    return replacedTree(value, typeof value.resourceType === 'string' ? value.resourceType : type, replace);
  if (typeof value !== 'string') return value;
  if (type === 'xhtml') return inNarrative(value, replace);
  if (!NAMING.has(type)) return value;
  const [address, fragment] = withoutFragment(value);
  const found = replace(address, type);
  return found === undefined ? value : `${found}${fragment}`;
};

const replacedTree = (tree: Tree, type: string, replace: Replace): Tree => {
  // What a Bundle that is stored holds refers to its own entries.
  if (type === 'Bundle.entry') return tree;
  const changed = Object.entries(tree).flatMap(([name, value]) => {
    const isReference = `${type}.${name}` === REFERENCE;
    const valueType = isReference ? REFERENCE : (element(type, name.replace(/^_/, ''))?.type ?? '');
    const replaced = replacedIn(value, valueType, replace);
    return replaced === value ? [] : [[name, replaced] as const];
  });
  return changed.length === 0 ? tree : { ...tree, ...Object.fromEntries(changed) };
};

/** A resource as it was sent, and its JSON text; both are absent where none was. */
type Sent = Pick<EntryRequest, 'resource' | 'text'>;

/** A resource's JSON text with what names other resources replaced. */
export const withReferences = ({ resource, text }: Sent, replace: Replace): string | undefined => {
  if (text === undefined || replacedIn(resource, '', replace) === resource) return text;
  return JSON.stringify(replacedIn(exactTree(text), '', replace));
};

/** What the references of a resource name. */
export const literalReferences = (resource: Sent['resource']): readonly string[] => {
  const found: string[] = [];
  replacedIn(resource, '', (reference, type) => {
    if (type === REFERENCE) found.push(reference);
    return undefined;
  });
  return found;
};
