import { decodeHTML } from 'entities';
import type { ElementTable } from '../element-table.ts';
import { R5 } from '../elements.ts';
import { escaped } from '../narrative.ts';
import { readXhtml } from '../xhtml/read.ts';
import { writeXhtml } from '../xhtml/write.ts';
import { FHIR } from './namespace.ts';

type JsonObject = Readonly<Record<string, unknown>>;

// A reviver's third argument is not in TypeScript's library yet.
type Reviver = (name: string, value: unknown, context: { readonly source: string }) => unknown;
const { parse } = JSON as unknown as { parse: (text: string, reviver: Reviver) => unknown };

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];

/** An attribute; a reader would take tabs and line ends in it for spaces. */
const attribute = (name: string, value: unknown): string =>
  ` ${name}="${escaped(String(value)).replace(/[\t\n]/g, (space) => `&#${space.charCodeAt(0)};`)}"`;

/** A name of a character that HTML has and XML has not. */
const HTML_ENTITY = /&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z]\w*;/g;

/** An element; `lead` stands before its tags: a line end and the indentation, or nothing. */
const tag = (name: string, attributes: string, children: string, lead: string): string =>
  children === ''
    ? `${lead}<${name}${attributes}/>`
    : `${lead}<${name}${attributes}>${children}${lead}</${name}>`;

/** A narrative's div is XML already, or nearly so. */
const markup = (div: string): string => {
  const named = div.trim().replace(HTML_ENTITY, (entity) => escaped(decodeHTML(entity)));
  const reading = readXhtml(named);
  return typeof reading === 'string' || reading.lapses.length === 0 ? named : writeXhtml(reading.root);
};

const inside = (lead: string): string => lead && `${lead}  `;

const resource = (from: ElementTable, value: JsonObject, lead: string, namespace = ''): string => {
  const type = String(value.resourceType);
  const { attributes, children } = content(from, type, value, inside(lead));
  return tag(type, namespace + attributes, children, lead);
};

/** A primitive's value and its `_name`, which has the id and the extensions. */
const primitive = (
  from: ElementTable,
  name: string,
  type: string,
  value: unknown,
  companion: unknown,
  lead: string,
): string => {
  const { attributes, children } = content(from, type, isObject(companion) ? companion : {}, inside(lead));
  return tag(name, attributes + (value == null ? '' : attribute('value', value)), children, lead);
};

const element = (
  from: ElementTable,
  name: string,
  type: string,
  value: unknown,
  companion: unknown,
  lead: string,
): string => {
  if (type === 'xhtml') return typeof value === 'string' ? lead + markup(value) : '';
  const kind = from.kindOf(type);
  if (kind === 'primitive') return primitive(from, name, type, value, companion, lead);
  if (!isObject(value)) return '';
  if (kind === 'resource') return tag(name, '', resource(from, value, inside(lead)), lead);
  const { attributes, children } = content(from, type, value, inside(lead));
  return tag(name, attributes, children, lead);
};

/** The attributes and the child elements of a value, in the order of its type's definition. */
const content = (
  from: ElementTable,
  type: string,
  value: JsonObject,
  lead: string,
): { readonly attributes: string; readonly children: string } => {
  let attributes = '';
  let children = '';
  for (const [name, named] of from.namedElements(type)) {
    const values = list(value[name]);
    const companions = list(value[`_${name}`]);
    if (named.element.isAttribute) {
      if (values.length > 0) attributes += attribute(name, values[0]);
      continue;
    }
    for (let index = 0; index < Math.max(values.length, companions.length); index += 1) {
      children += element(from, name, named.type, values[index], companions[index], lead);
    }
  }
  return { attributes, children };
};

/**
 * Writes a resource's JSON text as XML; decimals keep their written form. Properties that the version of `elements` does
 * not define have no place in XML and are left out: https://hl7.org/fhir/R5/xml.html
 */
export const toXml = (jsonText: string, pretty = false, elements: ElementTable = R5): string => {
  const value = parse(jsonText, (_, one, { source }) =>
    typeof one === 'number' ? source : one,
  ) as JsonObject;
  return `<?xml version="1.0" encoding="UTF-8"?>${resource(elements, value, pretty ? '\n' : '', ` xmlns="${FHIR}"`)}`;
};
