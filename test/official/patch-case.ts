import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { SaxesParser } from 'saxes';
import type { Issue } from '../../src/fhir/issue.ts';
import { parseXml } from '../../src/fhir/xml/parse.ts';

/** A case of HL7's; resources and patches are JSON text. Without `expected` the patch has to be refused. */
export interface PatchCase {
  readonly name: string;
  readonly format: 'json-patch' | 'fhirpath-patch';
  readonly resource: string;
  readonly patch: string;
  readonly expected?: string;
  /** Whether the patch is also what a comparison of the two resources should give. */
  readonly isDifference?: boolean;
}

/** Applies the patch of a case to its resource: the JSON text of what comes of it, or why it is refused. */
export type Patcher = (one: PatchCase) => Promise<string | readonly Issue[]>;

const ARTIFACT = 'org.hl7.fhir.testcases:fhir-test-cases:1.7.69';
const MAVEN_GOAL = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack';
const FOLDER = 'org/hl7/fhir/testcases/r5/patch';

/** What is no FHIR XML in HL7's file, and how it must be written. */
const CORRECTIONS = [['<reference reference="Device/1" />', '<reference value="Device/1" />']] as const;

/** Reads a file of HL7's cases, which Maven fetches; throws if it cannot. */
const fetchFiles = <T>(read: (file: (name: string) => string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'patch-cases-'));
  try {
    const maven = spawnSync(
      'mvn',
      [
        ...[
          '-q',
          '-B',
          '-Dstyle.color=never',
          MAVEN_GOAL,
          `-Dartifact=${ARTIFACT}`,
          `-DoutputDirectory=${folder}`,
        ],
        `-Dmdep.unpack.includes=${FOLDER}/*`,
      ],
      { cwd: folder, encoding: 'utf8' },
    );
    if (maven.status !== 0)
      throw new Error(`Maven could not fetch the cases of HL7: ${maven.error?.message ?? maven.stdout}`);
    return read((name) => readFileSync(join(folder, FOLDER, name), 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
};

interface JsonCase {
  readonly comment: string;
  readonly doc: object;
  readonly patch: readonly object[];
  readonly expected?: object;
}

/** The cases are of any JSON; here it stands in a resource. */
const jsonCases = (text: string): readonly PatchCase[] =>
  (JSON.parse(text) as readonly JsonCase[]).map(({ comment, doc, patch, expected }) => ({
    name: comment,
    format: 'json-patch',
    resource: JSON.stringify({ resourceType: 'Basic', ...doc }),
    patch: JSON.stringify(patch),
    ...(expected && { expected: JSON.stringify({ resourceType: 'Basic', ...expected }) }),
  }));

const jsonOf = (xml: string): string => {
  const parsed = parseXml(CORRECTIONS.reduce((text, [wrong, right]) => text.replace(wrong, right), xml));
  if (!('text' in parsed)) throw new Error(`${parsed[0]?.text} in ${xml}`);
  return parsed.text;
};

const xmlCases = (text: string): readonly PatchCase[] => {
  const cases: PatchCase[] = [];
  let attributes: Readonly<Record<string, string>> = {};
  let found: Record<string, string> = {};
  let start = 0;
  let depth = 0;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth === 2) {
      attributes = tag.attributes;
      found = {};
    }
    if (depth === 3) start = parser.position;
  });
  parser.on('closetag', (tag) => {
    if (depth === 3) found[tag.name] = text.slice(start, text.lastIndexOf('<', parser.position - 1));
    if (depth === 2) {
      const { input = '', diff = '', output } = found;
      cases.push({
        name: attributes.name ?? '',
        format: 'fhirpath-patch',
        resource: jsonOf(input),
        patch: jsonOf(diff),
        ...(output !== undefined && { expected: jsonOf(output) }),
        isDifference: attributes.mode === 'both',
      });
    }
    depth -= 1;
  });
  parser.write(text).close();
  return cases;
};

/** HL7's cases for R5: https://hl7.org/fhir/R5/fhirpatch.html */
export const patchCases = (): readonly PatchCase[] =>
  fetchFiles((file) => [
    ...jsonCases(file('json-patch-tests.json')),
    ...xmlCases(file('fhir-patch-tests.xml')),
  ]);

/** White space says nothing in XHTML, and a quotation mark may be written in two ways. */
const sameXhtml = (text: string): string =>
  text.startsWith('<div') ? text.replace(/\s+/g, '').replaceAll('&quot;', '"') : text;

const comparable = (text: string): unknown =>
  JSON.parse(text, (_, value) => (typeof value === 'string' ? sameXhtml(value) : value));

/** Whether two resources say the same. */
export const sameResource = (a: string, b: string): boolean =>
  isDeepStrictEqual(comparable(a), comparable(b));

/** Whether two patches say the same, in whatever order parts stand; an operation's type may be a code or a string. */
export const samePatch = (a: string, b: string): boolean => {
  const [first, second] = [a, b].map((patch) =>
    JSON.parse(JSON.stringify(comparable(patch)), (name, value) =>
      name === 'part'
        ? value.map((part: unknown) => JSON.stringify(part).replace('valueCode', 'valueString')).sort()
        : value,
    ),
  );
  return isDeepStrictEqual(first, second);
};

/** What is wrong with what came of a case, if anything. */
export const judge = ({ expected }: PatchCase, result: string | readonly Issue[]): string | undefined => {
  if (typeof result !== 'string')
    return expected === undefined ? undefined : `refused: ${result[0]?.expression} ${result[0]?.text}`;
  if (expected === undefined) return `not refused: ${result}`;
  return sameResource(result, expected) ? undefined : `came out as ${result}`;
};
