import { readXhtml, type XhtmlElement } from '../fhir/xhtml/read.ts';
import { asObject, asString, type Instance } from './instance.ts';
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

/** Elements within a line, which cannot stand in themselves. */
const INLINE = words('a abbr acronym b bdo big cite code dfn em i kbd q samp small strong sub sup tt var');

/** Elements that have text in them, and the blocks that cannot stand in those, however deep. */
const TEXT_ELEMENTS = INLINE.union(words('address caption dd dt h1 h2 h3 h4 h5 h6 p pre span'));
const BLOCKS = words('div ol pre table ul');

/** Elements that have nothing in them. */
const EMPTY = words('area br hr img');

/** Elements that stand only in some others. */
const PARENTS: Readonly<Record<string, ReadonlySet<string>>> = {
  caption: words('table'),
  col: words('colgroup table'),
  colgroup: words('table'),
  dd: words('dl'),
  dt: words('dl'),
  li: words('ol ul'),
  tbody: words('table'),
  td: words('tr thead tfoot'),
  tfoot: words('table'),
  th: words('tr thead tfoot'),
  thead: words('table'),
  tr: words('table tbody tfoot thead'),
};

/** Elements that have only some others in them, and no text. */
const CHILDREN: Readonly<Record<string, ReadonlySet<string>>> = {
  dl: words('dd dt'),
  map: words('area'),
  ol: words('li'),
  table: words('caption col colgroup tbody tfoot thead tr'),
  tbody: words('tr'),
  tfoot: words('tr'),
  thead: words('tr'),
  tr: words('td th'),
  ul: words('li'),
};

/** Content that a browser would run. */
const ACTIVE = /^\s*(?:javascript|vbscript):/i;

/** What breaks the rule txt-1. */
const NOT_BASIC: ReadonlySet<string> = new Set(['xhtml-syntax', 'xhtml-element', 'xhtml-attribute']);

/** The attributes that lead elsewhere. */
const LINKS: Readonly<Record<string, string>> = { a: 'href', img: 'src' };

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

/** What is found in a narrative, from the outside inwards. */
class Findings {
  readonly #faults = new Map<string, Fault>();
  /** What links can lead to, and what they lead to. */
  readonly anchors = new Set<string>();
  readonly links = new Set<string>();
  hasContent = false;

  add(rule: Fault['rule'], text: string): void {
    this.#faults.set(text, { rule, text });
  }

  get faults(): readonly Fault[] {
    return [...this.#faults.values()];
  }
}

const checkAttribute = (element: string, name: string, value: string, found: Findings): void => {
  if (!isAllowed(element, name))
    found.add('xhtml-attribute', `The attribute ${name} of ${element} is not allowed`);
  if (name === 'id' || (element === 'a' && name === 'name')) found.anchors.add(value);
  if (ACTIVE.test(value)) found.add('xhtml-url', `The attribute ${name} of ${element} holds active content`);
  if (name !== LINKS[element]) return;
  if (/^#./.test(value)) found.links.add(value.slice(1));
  if (value === '') found.add('xhtml-url', `The URL of ${element} is empty`);
  if (element === 'a' && /^(?:urn|cid):/.test(value))
    found.add('xhtml-url', `Nobody can follow the link ${value}`);
  if (value.startsWith('data:') || ACTIVE.test(value)) return;
  const wrong = new Set(value.match(NOT_IN_URL));
  if (wrong.size > 0) found.add('xhtml-url', `The URL ${value} has what no URL has: ${[...wrong].join(' ')}`);
};

/** Checks where an element stands; `around` are the names of those it stands in, the nearest last. */
const checkPlace = ({ name, children }: XhtmlElement, around: readonly string[], found: Findings): void => {
  const nesting = (text: string): void => found.add('xhtml-nesting', text);
  const parent = around.at(-1) ?? '';
  if (around.includes('p') && NOT_IN_P.has(name)) nesting(`The element ${name} cannot stand in a p`);
  for (const outer of BLOCKS.has(name) ? around.filter((one) => TEXT_ELEMENTS.has(one)) : [])
    nesting(`The element ${name} is a block and cannot stand in ${outer}, which is of text`);
  if (INLINE.has(name) && around.includes(name)) nesting(`The element ${name} cannot stand in itself`);
  if (EMPTY.has(name) && children.length > 0) nesting(`The element ${name} cannot have anything in it`);
  if (isOther(PARENTS, name, parent)) nesting(`The element ${name} cannot stand in ${parent}`);
  if (isOther(CHILDREN, parent, name)) nesting(`The element ${parent} cannot have ${name} in it`);
};

const checkElement = (element: XhtmlElement, around: readonly string[], found: Findings): void => {
  const { name, namespace, attributes, children } = element;
  if (!ELEMENTS.has(name)) found.add('xhtml-element', `The element ${name} is not allowed`);
  if (around.length > 0) checkPlace(element, around, found);
  for (const [key, value] of attributes) checkAttribute(name, key, value, found);
  if (name === 'img') found.hasContent = true;
  for (const child of children) {
    if ('text' in child && VISIBLE.test(child.text)) {
      found.hasContent = true;
      if (Object.hasOwn(CHILDREN, name))
        found.add('xhtml-nesting', `The element ${name} cannot have text in it`);
    }
    if (!('name' in child)) continue;
    // What is inside inherits the fault.
    if (child.namespace !== namespace && child.namespace !== XHTML)
      found.add('xhtml-namespace', `The namespace of ${child.name} is "${child.namespace}", not ${XHTML}`);
    checkElement(child, [...around, name], found);
  }
};

/** The ids in a resource. */
function* idsIn(instance: Instance): Generator<string> {
  const id = asString((instance.extras ?? asObject(instance.value))?.id);
  if (id !== undefined) yield id;
  for (const child of instance.all()) yield* idsIn(child);
}

/** Checks a narrative's XHTML (rules txt-1 and txt-2): https://hl7.org/fhir/R5/narrative.html */
export const checkNarrative = ({ run, instance, definition }: Check): void => {
  if (instance.type !== 'xhtml' || typeof instance.value !== 'string') return;
  const issue = (rule: string, text: string, severity: 'error' | 'warning' = 'error'): void =>
    run.report({ severity, code: 'invalid', rule, text }, instance, definition);
  const reading = readXhtml(instance.value);
  const found = new Findings();
  if (typeof reading === 'string') found.add('xhtml-syntax', `This is no XHTML: ${reading}`);
  else {
    const { root, lapses } = reading;
    for (const lapse of lapses)
      issue('xhtml-syntax', `The narrative is no well-formed XML: ${lapse}`, 'warning');
    if (root.namespace !== XHTML)
      found.add('xhtml-namespace', `The namespace of ${root.name} is "${root.namespace}", not ${XHTML}`);
    if (root.name !== 'div') found.add('xhtml-element', `The narrative is a div, not ${root.name}`);
    checkElement(root, [], found);
  }
  let missing = found.links.difference(found.anchors);
  if (missing.size > 0) missing = missing.difference(new Set(idsIn(instance.resource)));
  for (const link of missing) found.add('xhtml-url', `The link #${link} leads to nothing`);
  for (const { rule, text } of found.faults) issue(rule, text);
  if (found.faults.some(({ rule }) => NOT_BASIC.has(rule)))
    issue('txt-1', 'The narrative has only basic markup (txt-1)');
  if (!found.hasContent) issue('txt-2', 'The narrative has some text or an image (txt-2)');
};
