import { SaxesParser } from 'saxes';
import { asObject } from './instance.ts';
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
    'title valign width xml:lang xml:space xmlns',
);

/** Attributes only these elements may have. */
const OWN_ATTRIBUTES: Readonly<Record<string, ReadonlySet<string>>> = {
  a: words('charset coords href hreflang name rel rev shape type'),
  area: words('alt coords href nohref shape'),
  blockquote: words('cite'),
  img: words('alt border height ismap longdesc src usemap'),
  map: words('name'),
  pre: words('space'),
  q: words('cite'),
  table: words('border cellpadding cellspacing frame rules summary'),
  td: words('nowrap'),
};

/** Elements that cannot stand in a paragraph, however deep. */
const NOT_IN_P = words('blockquote div dl ol p table ul');

/** Elements of running text, and the blocks that cannot stand in them. */
const TEXT_ELEMENTS = words('b em i p span strong');
const BLOCKS = words('div ol pre table ul');

/** Elements that stand only in some others: of tables and lists. */
const PARENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  li: words('ol ul'),
  td: words('tr thead tfoot'),
  th: words('tr thead tfoot'),
  tr: words('table tbody tfoot thead'),
};

/** Elements that have only some others in them, and no text. */
const CHILDREN: Readonly<Record<string, ReadonlySet<string>>> = {
  ol: words('li'),
  table: words('caption col colgroup tbody tfoot thead tr'),
  tr: words('td th'),
  ul: words('li'),
};

/** Content that a browser would run. */
const ACTIVE = /^\s*(?:javascript|vbscript):/i;

const isAllowed = (element: string, attribute: string): boolean =>
  ATTRIBUTES.has(attribute) ||
  (Object.hasOwn(OWN_ATTRIBUTES, element) && OWN_ATTRIBUTES[element]!.has(attribute));

const isOther = (
  allowed: Readonly<Record<string, ReadonlySet<string>>>,
  name: string,
  other: string,
): boolean => Object.hasOwn(allowed, name) && !allowed[name]!.has(other);

/** A character that is more than white space in XML; a no-break space is. */
const VISIBLE = /[^ \t\n\r]/;

/** Characters that a link cannot have. */
const NOT_IN_URL = /[^\p{L}\p{N};?:@&=+$.,/%\-_~#[\]!'()*|]/gu;

interface Fault {
  readonly rule:
    | 'xhtml-syntax'
    | 'xhtml-namespace'
    | 'xhtml-element'
    | 'xhtml-attribute'
    | 'xhtml-nesting'
    | 'xhtml-url';
  readonly text: string;
}

interface Reading {
  readonly faults: readonly Fault[];
  readonly isBasic: boolean;
  readonly hasContent: boolean;
}

/** Reads a narrative's XHTML: what is wrong with it, whether it has basic markup only (txt-1) and any content (txt-2). */
const read = (xhtml: string, contained: ReadonlySet<string>): Reading => {
  // What such a declaration would do is not looked at.
  if (/<!DOCTYPE/i.test(xhtml)) {
    const text = 'A document type declaration is not allowed';
    return { faults: [{ rule: 'xhtml-syntax', text }], isBasic: false, hasContent: true };
  }
  const found = new Map<string, Fault>();
  const add = (rule: Fault['rule'], text: string): void => {
    found.set(text, { rule, text });
  };
  const open: string[] = [];
  let namespace = XHTML;
  let hasContent = false;
  const anchors = new Set<string>();
  const links = new Set<string>();
  const parser = new SaxesParser({ xmlns: true, fragment: false });
  // The first fault of the XML ends the reading: what follows would only repeat it.
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('xmldecl', () => add('xhtml-syntax', 'An XML declaration is not allowed'));
  parser.on('text', (text) => {
    if (!VISIBLE.test(text)) return;
    hasContent = true;
    const around = open.at(-1) ?? '';
    if (Object.hasOwn(CHILDREN, around)) add('xhtml-nesting', `The element ${around} cannot have text in it`);
  });
  parser.on('cdata', (text) => {
    hasContent ||= VISIBLE.test(text);
  });
  parser.on('opentag', ({ local: name, uri, attributes }) => {
    // What is inside inherits the fault.
    if (uri !== XHTML && uri !== namespace)
      add('xhtml-namespace', `The namespace of ${name} is "${uri}", not ${XHTML}`);
    namespace = uri;
    if (open.length === 0 && name !== 'div') add('xhtml-element', `The narrative is a div, not ${name}`);
    if (!ELEMENTS.has(name)) add('xhtml-element', `The element ${name} is not allowed`);
    const around = open.at(-1) ?? '';
    if (open.includes('p') && NOT_IN_P.has(name))
      add('xhtml-nesting', `The element ${name} cannot stand in a p`);
    for (const outer of BLOCKS.has(name) ? open.filter((one) => TEXT_ELEMENTS.has(one)) : [])
      add('xhtml-nesting', `The element ${name} is a block and cannot stand in ${outer}, which is of text`);
    if (isOther(PARENTS, name, around)) add('xhtml-nesting', `The element ${name} cannot stand in ${around}`);
    if (isOther(CHILDREN, around, name))
      add('xhtml-nesting', `The element ${around} cannot have ${name} in it`);
    for (const { name: attribute, prefix, value } of Object.values(attributes)) {
      if (prefix === 'xmlns') continue;
      if (attribute === 'id' || (name === 'a' && attribute === 'name')) anchors.add(value);
      if (/^#./.test(value) && (attribute === 'href' || attribute === 'src')) links.add(value.slice(1));
      if (!isAllowed(name, attribute))
        add('xhtml-attribute', `The attribute ${attribute} of ${name} is not allowed`);
      if (ACTIVE.test(value)) add('xhtml-url', `The attribute ${attribute} of ${name} holds active content`);
      else if ((attribute === 'href' || attribute === 'src') && !value.startsWith('data:')) {
        if (value === '') add('xhtml-url', `The URL of ${name} is empty`);
        const wrong = new Set(value.match(NOT_IN_URL));
        if (wrong.size > 0) add('xhtml-url', `The URL ${value} has what no URL has: ${[...wrong].join(' ')}`);
      }
    }
    hasContent ||= name === 'img';
    open.push(name);
  });
  parser.on('closetag', () => open.pop());
  let isRead = true;
  try {
    parser.write(xhtml).close();
  } catch (error) {
    isRead = false;
    add('xhtml-syntax', `Not well-formed: ${error instanceof Error ? error.message : String(error)}`);
  }
  for (const link of isRead ? links.difference(anchors).difference(contained) : [])
    add('xhtml-url', `The link #${link} leads to nothing`);
  const faults = [...found.values()];
  return {
    faults,
    isBasic: isRead && !faults.some(({ rule }) => rule === 'xhtml-element' || rule === 'xhtml-attribute'),
    hasContent: hasContent && isRead,
  };
};

/** Checks a narrative's XHTML (rules txt-1 and txt-2): https://hl7.org/fhir/R5/narrative.html */
export const checkNarrative = ({ run, instance, definition }: Check): void => {
  if (instance.type !== 'xhtml' || typeof instance.value !== 'string') return;
  const issue = (rule: string, text: string): void =>
    run.report({ severity: 'error', code: 'invalid', rule, text }, instance, definition);
  const contained = new Set(
    instance.resource.children('contained').map(({ value }) => String(asObject(value)?.id)),
  );
  const { faults, isBasic, hasContent } = read(instance.value, contained);
  for (const { rule, text } of faults) issue(rule, text);
  if (!isBasic) issue('txt-1', 'The narrative has only basic markup (txt-1)');
  if (!hasContent) issue('txt-2', 'The narrative has some text or an image (txt-2)');
};
