import type { Content } from '../fhir/content.ts';
import type { Issue } from '../fhir/issue.ts';
import { parse } from '../fhir/json.ts';
import { parseMap } from '../fhir/mapping-language/parse.ts';
import type { Position } from '../fhir/position.ts';
import { readXml } from '../fhir/xml/parse.ts';

/** A resource as far as it could be read, and where its elements stand in the file. */
export interface Reading {
  readonly content?: Content;
  readonly issues: readonly Issue[];
  /** Of what is not JSON; the places of JSON are those that validation gives. */
  readonly positions?: (expressions: Iterable<string>) => ReadonlyMap<string, Position>;
}

/** Reads a resource as the file's name says: XML, a map in the FHIR Mapping Language, or else JSON. */
export const readResource = (path: string, text: string): Reading => {
  if (path.endsWith('.xml')) {
    const { content, issues } = readXml(text);
    // Validation tells again of values that are none of their types.
    const others = content ? issues.filter(({ rule }) => rule !== 'primitive') : issues;
    return { ...(content && { content, positions: content.positions }), issues: others };
  }
  if (/\.(?:fml|map)$/.test(path)) {
    const map = parseMap(text);
    if (!('group' in map)) return { issues: map };
    return { content: { text: JSON.stringify(map), value: map }, issues: [], positions: () => new Map() };
  }
  const parsed = parse(text);
  return 'text' in parsed ? { content: parsed, issues: [] } : { issues: parsed };
};
