import { SaxesParser } from 'saxes';
import { ENTITIES } from './html-entities.ts';
import type { Check } from './run.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements a narrative may have: https://hl7.org/fhir/R5/narrative.html#xhtml */
const ELEMENTS = words(
  'a abbr acronym address area b bdo big blockquote br caption cite code col colgroup dd dfn div dl dt em ' +
    'h1 h2 h3 h4 h5 h6 hr i img kbd li map ol p pre q samp small span strong sub sup table tbody td tfoot th ' +
    'thead tr tt ul var',
);

/** Attributes any element may have. */
const ATTRIBUTES = words(
  'abbr accesskey align axis char charoff class colspan dir headers id lang rowspan scope span style tabindex ' +
    'title valign width xml:lang xmlns',
);

/** Attributes only these elements may have. */
const OWN_ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = {
  a: words('charset coords href hreflang name rel rev shape type'),
  area: words('alt coords href nohref shape'),
  blockquote: words('cite'),
  img: words('alt border height ismap longdesc src usemap'),
  map: words('name'),
  pre: words('space xml:space'),
  q: words('cite'),
  table: words('border cellpadding cellspacing frame rules summary'),
  td: words('nowrap'),
};

/** Elements that cannot stand in a paragraph. */
const BLOCKS = words('blockquote div dl h1 h2 h3 h4 h5 h6 hr ol p pre table ul');

/** Content that a browser would run. */
const ACTIVE = /^\s*(?:javascript|vbscript):/i;

const isAllowed = (element: string, attribute: string): boolean =>
  ATTRIBUTES.has(attribute) ||
  (Object.hasOwn(OWN_ATTRIBUTES, element) && OWN_ATTRIBUTES[element]!.has(attribute));

/** What is wrong with a narrative's XHTML, in words. */
const faults = (xhtml: string): { readonly faults: readonly string[]; readonly hasContent: boolean } => {
  const found = new Set<string>();
  const open: string[] = [];
  let hasContent = false;
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  Object.assign(parser.ENTITIES, ENTITIES);
  // The first fault of the XML ends the reading: what follows would only repeat it.
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => found.add('A document type declaration is not allowed'));
  parser.on('xmldecl', () => found.add('An XML declaration is not allowed'));
  parser.on('processinginstruction', () => found.add('A processing instruction is not allowed'));
  parser.on('text', (text) => {
    hasContent ||= /\S/.test(text);
  });
  parser.on('cdata', (text) => {
    hasContent ||= /\S/.test(text);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length === 0) {
      if (name !== 'div') found.add(`The narrative is a div, not ${name}`);
      if (attributes.xmlns !== XHTML) found.add(`The div has the namespace ${XHTML}`);
    } else if (attributes.xmlns !== undefined && attributes.xmlns !== XHTML) {
      found.add(`The namespace of ${name} is not ${XHTML}`);
    }
    const isElement = ELEMENTS.has(name);
    if (!isElement) found.add(`The element ${name} is not allowed`);
    if (open.includes('p') && BLOCKS.has(name)) found.add(`The element ${name} cannot stand in a p`);
    for (const [attribute, value] of Object.entries(attributes)) {
      if (isElement && !isAllowed(name, attribute))
        found.add(`The attribute ${attribute} of ${name} is not allowed`);
      if (ACTIVE.test(value)) found.add(`The attribute ${attribute} of ${name} holds active content`);
    }
    hasContent ||= name === 'img';
    open.push(name);
  });
  parser.on('closetag', () => open.pop());
  try {
    parser.write(xhtml).close();
  } catch (error) {
    found.add(`Not well-formed: ${error instanceof Error ? error.message : String(error)}`);
    hasContent = true;
  }
  return { faults: [...found], hasContent };
};

/** Checks a narrative's XHTML (rules txt-1 and txt-2): https://hl7.org/fhir/R5/narrative.html */
export const checkNarrative = ({ run, instance, definition }: Check): void => {
  if (instance.type !== 'xhtml' || typeof instance.value !== 'string') return;
  const result = faults(instance.value);
  for (const text of result.faults) {
    run.report({ severity: 'error', code: 'invalid', rule: 'txt-1', text }, instance, definition);
  }
  if (!result.hasContent) {
    const text = 'The narrative has no text and no image';
    run.report({ severity: 'error', code: 'invalid', rule: 'txt-2', text }, instance, definition);
  }
};
