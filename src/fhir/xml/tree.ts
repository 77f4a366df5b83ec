import { SaxesParser } from 'saxes';

interface XmlAttribute {
  /** With its prefix; so is the name of a declaration of a namespace. */
  readonly name: string;
  readonly value: string;
}

/** An element of a document. */
export interface XmlElement {
  readonly name: string;
  readonly prefix: string;
  readonly namespace: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Whether there is text other than white space between its children. */
  readonly hasText: boolean;
  /** Where it begins and, exclusive, ends in the text. */
  readonly start: number;
  readonly end: number;
}

/** Where and why a text is no XML that FHIR reads: https://hl7.org/fhir/R5/xml.html */
export class XmlSyntaxError extends Error {
  readonly rule: 'xml-syntax' | 'xml-doctype' | 'xml-encoding';
  readonly offset: number;
  constructor(rule: XmlSyntaxError['rule'], message: string, offset: number) {
    super(message);
    this.rule = rule;
    this.offset = offset;
  }
}

/** Deeper than any resource goes, and no deeper than JSON may be, where a list is a level of its own. */
const MAX_DEPTH = 100;

/** Reads XML to its root element; comments and processing instructions are passed over. Throws XmlSyntaxError. */
export const readTree = (text: string): XmlElement => {
  type Open = { -readonly [K in keyof XmlElement]: XmlElement[K] } & { readonly children: XmlElement[] };
  const open: Open[] = [];
  let start = 0;
  let root: XmlElement | undefined;
  const parser = new SaxesParser({ xmlns: true });
  const fail = (rule: XmlSyntaxError['rule'], message: string): never => {
    throw new XmlSyntaxError(rule, message, parser.position - 1);
  };
  const onText = (found: string): void => {
    const around = open.at(-1);
    if (around !== undefined && /\S/.test(found)) around.hasText = true;
  };
  parser.on('error', ({ message }) => fail('xml-syntax', `Not XML: ${message.replace(/^\d+:\d+: /, '')}`));
  parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
    if (encoding.toUpperCase() !== 'UTF-8') fail('xml-encoding', `FHIR is written in UTF-8, not ${encoding}`);
  });
  // Without a document type there are no entities but XML's own five.
  parser.on('doctype', () => fail('xml-doctype', 'A document type declaration is not allowed'));
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1);
  });
  parser.on('opentag', ({ local, prefix, uri, attributes }) => {
    if (open.length === MAX_DEPTH) fail('xml-syntax', `Nested deeper than ${MAX_DEPTH} levels`);
    const element: Open = {
      name: local,
      prefix,
      namespace: uri,
      attributes: Object.values(attributes).map(({ name, value }) => ({ name, value })),
      children: [],
      hasText: false,
      start,
      end: start,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop()!.end = parser.position;
  });
  parser.write(text).close();
  // What has no root element is a fault to the parser.
  return root!;
};
