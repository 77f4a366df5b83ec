import type { FhirResource } from 'fhir/r5.js';
import { type Content, content } from '../content.ts';
import type { ElementTable } from '../element-table.ts';
import { R5 } from '../elements.ts';
import type { Issue } from '../issue.ts';
import { lineStarts, type Position, placeExpressions, positionAt, writtenPath } from '../position.ts';
import { Reader } from './reader.ts';
import { readTree, type XmlElement, XmlSyntaxError } from './tree.ts';

/** A resource that came as XML; its text and value are those of JSON. */
export interface XmlContent extends Content {
  /** Where elements stand in the XML, by their FHIRPath; of what is not there, the nearest parent's place. */
  readonly positions: (expressions: Iterable<string>) => Map<string, Position>;
}

/** What could be read of a resource in XML, and what could not. */
interface XmlReading {
  readonly content?: XmlContent;
  readonly issues: readonly Issue[];
}

/** Reads as much of a resource as can be read from XML; values that are none of their types stay as they are written; `elements` are those of its version: https://hl7.org/fhir/R5/xml.html */
export const readXml = (text: string, elements: ElementTable = R5): XmlReading => {
  const starts = lineStarts(text);
  const at = (offset: number): Position => positionAt(starts, Math.max(0, Math.min(offset, text.length - 1)));
  let root: XmlElement;
  try {
    root = readTree(text);
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    const { rule, message, offset } = error;
    return { issues: [{ severity: 'fatal', code: 'structure', rule, text: message, ...at(offset) }] };
  }
  const reader = new Reader(text, elements);
  const value = reader.resource(root, root.name);
  const issues = reader.findings.map(
    ({ offset, ...finding }): Issue => ({
      severity: 'error',
      code: finding.rule === 'primitive' ? 'value' : 'structure',
      ...finding,
      ...at(offset),
    }),
  );
  if (value === undefined) return { issues };
  const positions: XmlContent['positions'] = (expressions) =>
    placeExpressions(
      text,
      expressions,
      () => new Map(reader.places.map(([expression, offset]) => [writtenPath(expression), offset])),
    );
  return { content: { ...content(value as FhirResource), positions }, issues };
};

/** Reads a resource from XML; what is no FHIR XML is issues with their places. */
export const parseXml = (text: string, elements: ElementTable = R5): XmlContent | readonly Issue[] => {
  const { content: read, issues } = readXml(text, elements);
  return read === undefined || issues.length > 0 ? issues : read;
};
