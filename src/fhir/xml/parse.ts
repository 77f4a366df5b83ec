import type { FhirResource } from 'fhir/r5.js';
import { type Content, content } from '../content.ts';
import type { Issue } from '../issue.ts';
import { lineStarts, type Position, placeExpressions, positionAt, writtenPath } from '../position.ts';
import { Reader } from './reader.ts';
import { readTree, type XmlElement, XmlSyntaxError } from './tree.ts';

/** A resource that came as XML; its text and value are those of JSON. */
export interface XmlContent extends Content {
  /** Where elements stand in the XML, by their FHIRPath; of what is not there, the nearest parent's place. */
  readonly positions: (expressions: Iterable<string>) => Map<string, Position>;
}

/** Reads a resource from XML; what is no FHIR XML is issues with their places: https://hl7.org/fhir/R5/xml.html */
export const parseXml = (text: string): XmlContent | readonly Issue[] => {
  const starts = lineStarts(text);
  const at = (offset: number): Position => positionAt(starts, Math.max(0, Math.min(offset, text.length - 1)));
  let root: XmlElement;
  try {
    root = readTree(text);
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    const { rule, message, offset } = error;
    return [{ severity: 'fatal', code: 'structure', rule, text: message, ...at(offset) }];
  }
  const reader = new Reader(text);
  const value = reader.resource(root, root.name);
  if (reader.findings.length > 0) {
    return reader.findings.map(({ offset, ...finding }) => ({
      severity: 'error',
      code: finding.rule === 'primitive' ? 'value' : 'structure',
      ...finding,
      ...at(offset),
    }));
  }
  return {
    ...content(value as FhirResource),
    positions: (expressions) =>
      placeExpressions(
        text,
        expressions,
        () => new Map(reader.places.map(([expression, offset]) => [writtenPath(expression), offset])),
      ),
  };
};
