import { readFileSync } from 'node:fs';
import type { ElementDefinition, StructureDefinition } from 'fhir/r5.js';
import { withoutVersion } from './canonical.ts';
import { exactValue } from './exact-tree.ts';

const FILE = new URL('../../profiles/generated/base-definitions.ndjson', import.meta.url);
const LINE_START = Buffer.from('{"url":"');
const NEWLINE = 0x0a;
const QUOTE = 0x22;

interface BaseDefinitions {
  readonly bytes: Buffer;
  /** Where the line of a definition begins and ends, by its URL. */
  readonly lines: ReadonlyMap<string, readonly [number, number]>;
}

const read = (): BaseDefinitions => {
  const bytes = readFileSync(FILE);
  const lines = new Map<string, readonly [number, number]>();
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start);
    const url = start + LINE_START.length;
    lines.set(bytes.toString('utf8', url, bytes.indexOf(QUOTE, url)), [start, end]);
    start = end + 1;
  }
  return { bytes, lines };
};

const withId = (element: ElementDefinition): ElementDefinition => ({ id: element.path, ...element });

/** The file leaves out the ids that are paths. */
const withIds = ({ differential, snapshot, ...definition }: StructureDefinition): StructureDefinition => ({
  ...definition,
  ...(snapshot && { snapshot: { element: snapshot.element.map(withId) } }),
  ...(differential && { differential: { element: differential.element.map(withId) } }),
});

let definitions: BaseDefinitions | undefined;
const parsed = new Map<string, StructureDefinition>();

/**
 * A type, profile or extension of R5 or of the extensions package by its canonical URL, with or without
 * version. Most have no snapshot; `snapshot` makes it. The file is read when the first one is asked for.
 */
export const baseDefinition = (canonical: string): StructureDefinition | undefined => {
  const url = withoutVersion(canonical);
  const known = parsed.get(url);
  if (known !== undefined) return known;
  definitions ??= read();
  const line = definitions.lines.get(url);
  if (line === undefined) return undefined;
  const definition = withIds(exactValue(definitions.bytes.toString('utf8', ...line)) as StructureDefinition);
  parsed.set(url, definition);
  return definition;
};
