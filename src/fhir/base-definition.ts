import type { ElementDefinition, StructureDefinition } from 'fhir/r5.js';
import { withoutVersion } from './canonical.ts';
import { exactValue } from './exact-tree.ts';
import { type Place, piecesOf } from './pieces.ts';

const FILE = new URL('../../profiles/generated/base-definitions.ndjson', import.meta.url);
const LINE_START = Buffer.from('{"url":"');
const NEWLINE = 0x0a;
const QUOTE = 0x22;

/** The lines of the definitions, by their URLs. */
const linesIn = (bytes: Buffer): ReadonlyMap<string, Place> => {
  const lines = new Map<string, Place>();
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start);
    const url = start + LINE_START.length;
    lines.set(bytes.toString('utf8', url, bytes.indexOf(QUOTE, url)), [start, end]);
    start = end + 1;
  }
  return lines;
};

const withId = (element: ElementDefinition): ElementDefinition => ({ id: element.path, ...element });

/** The file leaves out the ids that are paths. */
const withIds = ({ differential, snapshot, ...definition }: StructureDefinition): StructureDefinition => ({
  ...definition,
  ...(snapshot && { snapshot: { element: snapshot.element.map(withId) } }),
  ...(differential && { differential: { element: differential.element.map(withId) } }),
});

const lineOf = piecesOf(FILE, linesIn);
const parsed = new Map<string, StructureDefinition>();

/**
 * A type, profile or extension of R5 or of the extensions package by its canonical URL, with or without
 * version. Most have no snapshot; `snapshot` makes it. The file is read when the first one is asked for.
 */
export const baseDefinition = (canonical: string): StructureDefinition | undefined => {
  const url = withoutVersion(canonical);
  const known = parsed.get(url);
  if (known !== undefined) return known;
  const line = lineOf(url);
  if (line === undefined) return undefined;
  const definition = withIds(exactValue(line) as StructureDefinition);
  parsed.set(url, definition);
  return definition;
};
