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

/** What there is to be said of an element of a name. */
interface ElementRules {
  readonly name: string;
  readonly isAllowed: boolean;
  readonly isBlock: boolean;
  readonly isEmpty: boolean;
  readonly isInline: boolean;
  readonly isOfText: boolean;
  readonly isNotInP: boolean;
  readonly attributes: ReadonlySet<string> | undefined;
  readonly parents: ReadonlySet<string> | undefined;
  readonly children: ReadonlySet<string> | undefined;
  readonly link: string | undefined;
}

const ofOwn = <T>(all: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(all, name) ? all[name] : undefined;

const makeRules = (name: string): ElementRules => ({
  name,
  isAllowed: ELEMENTS.has(name),
  isBlock: BLOCKS.has(name),
  isEmpty: EMPTY.has(name),
  isInline: INLINE.has(name),
  isOfText: TEXT_ELEMENTS.has(name),
  isNotInP: NOT_IN_P.has(name),
  attributes: ofOwn(OWN_ATTRIBUTES, name),
  parents: ofOwn(PARENTS, name),
  children: ofOwn(CHILDREN, name),
  link: ofOwn(LINKS, name),
});

const RULES: ReadonlyMap<string, ElementRules> = new Map(
  [...ELEMENTS].map((name) => [name, makeRules(name)]),
);

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

const checkAttribute = (rules: ElementRules, name: string, value: string, found: Findings): void => {
  const element = rules.name;
  if (!ATTRIBUTES.has(name) && !rules.attributes?.has(name))
    found.add('xhtml-attribute', `The attribute ${name} of ${element} is not allowed`);
  if (name === 'id' || (element === 'a' && name === 'name')) found.anchors.add(value);
  if (ACTIVE.test(value)) found.add('xhtml-url', `The attribute ${name} of ${element} holds active content`);
  if (name !== rules.link) return;
  if (/^#./.test(value)) found.links.add(value.slice(1));
  if (value === '') found.add('xhtml-url', `The URL of ${element} is empty`);
  if (element === 'a' && /^(?:urn|cid):/.test(value))
    found.add('xhtml-url', `Nobody can follow the link ${value}`);
  if (value.startsWith('data:') || ACTIVE.test(value)) return;
  const wrong = new Set(value.match(NOT_IN_URL));
  if (wrong.size > 0) found.add('xhtml-url', `The URL ${value} has what no URL has: ${[...wrong].join(' ')}`);
};

/** Checks where an element stands; `around` are those it stands in, the nearest last. */
const checkPlace = (
  { name, isBlock, isEmpty, isInline, isNotInP, parents }: ElementRules,
  around: readonly ElementRules[],
  hasChildren: boolean,
  found: Findings,
): void => {
  const nesting = (text: string): void => found.add('xhtml-nesting', text);
  const parent = around.at(-1)!;
  if (isNotInP && around.some((outer) => outer.name === 'p'))
    nesting(`The element ${name} cannot stand in a p`);
  for (const outer of isBlock ? around.filter(({ isOfText }) => isOfText) : [])
    nesting(`The element ${name} is a block and cannot stand in ${outer.name}, which is of text`);
  if (isInline && around.some((outer) => outer.name === name))
    nesting(`The element ${name} cannot stand in itself`);
  if (isEmpty && hasChildren) nesting(`The element ${name} cannot have anything in it`);
  if (parents && !parents.has(parent.name)) nesting(`The element ${name} cannot stand in ${parent.name}`);
  if (parent.children && !parent.children.has(name))
    nesting(`The element ${parent.name} cannot have ${name} in it`);
};

const checkElement = (element: XhtmlElement, around: ElementRules[], found: Findings): void => {
  const { name, namespace, attributes, children } = element;
  const rules = RULES.get(name) ?? makeRules(name);
  if (!rules.isAllowed) found.add('xhtml-element', `The element ${name} is not allowed`);
  if (around.length > 0) checkPlace(rules, around, children.length > 0, found);
  if (attributes.size > 0) for (const [key, value] of attributes) checkAttribute(rules, key, value, found);
  if (name === 'img') found.hasContent = true;
  around.push(rules);
  for (const child of children) {
    if ('text' in child && VISIBLE.test(child.text)) {
      found.hasContent = true;
      if (rules.children) found.add('xhtml-nesting', `The element ${name} cannot have text in it`);
    }
    if (!('name' in child)) continue;
    // What is inside inherits the fault.
    if (child.namespace !== namespace && child.namespace !== XHTML)
      found.add('xhtml-namespace', `The namespace of ${child.name} is "${child.namespace}", not ${XHTML}`);
    checkElement(child, around, found);
  }
  around.pop();
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
