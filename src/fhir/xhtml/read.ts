// Narratives are XHTML that people and old programs write: what can be read without doubt is read, though it be no
// well-formed XML, and what is lax in it is told.

/** An element of a narrative. */
export interface XhtmlElement {
  /** Name without its prefix. */
  readonly name: string;
  /** Undefined where no namespace is declared. */
  readonly namespace: string | undefined;
  /** Those that declare namespaces are left out; the value is empty of one without a value. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XhtmlNode[];
}

/** A text has its characters, not their references; a CDATA section is no text for HTML. */
export type XhtmlNode =
  | XhtmlElement
  | { readonly text: string }
  | { readonly cdata: string }
  | { readonly comment: string };

/** A narrative's markup as it was read. */
export interface XhtmlReading {
  readonly root: XhtmlElement;
  /** In what it is no well-formed XML. */
  readonly lapses: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Deeper markup is nobody's. */
const DEEPEST = 500;

const NAME = /[\p{L}\p{Nd}_:.-]+/uy;
const SPACE = /\s*/y;

const SLASH = 0x2f;
const GREATER = 0x3e;

const isLetter = (code: number): boolean => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** Whether a plain character may stand in a name: a letter, a digit or one of `:.-_`. */
const isNamePart = (code: number): boolean =>
  isLetter(code) || (code >= 0x30 && code <= 0x3a) || code === 0x2d || code === 0x2e || code === 0x5f;

class XhtmlFault extends Error {}

const NO_ATTRIBUTES = new Map<string, string>();

type Namespaces = Readonly<Record<string, string>>;

/** One reading of a text, from its beginning to its end. */
class Reader {
  readonly #text: string;
  readonly lapses = new Set<string>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #is(start: string): boolean {
    return this.#text.startsWith(start, this.#at);
  }

  get #next(): number {
    return this.#text.charCodeAt(this.#at);
  }

  /** A name, most of which are of plain letters; empty if there is none. */
  #name(): string {
    let end = this.#at;
    while (isNamePart(this.#text.charCodeAt(end))) end += 1;
    if (this.#text.charCodeAt(end) > 0x7f) return this.#take(NAME);
    const name = this.#text.slice(this.#at, end);
    this.#at = end;
    return name;
  }

  #skipSpace(): void {
    const code = this.#next;
    if (code <= 0x20 || code > 0x7f) this.#take(SPACE);
  }

  get #isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** What stands before an ending, which is passed over. */
  #until(end: string, what: string): string {
    const place = this.#text.indexOf(end, this.#at);
    if (place < 0) throw new XhtmlFault(`${what} does not end`);
    const found = this.#text.slice(this.#at, place);
    this.#at = place + end.length;
    return found;
  }

  document(): XhtmlElement {
    for (;;) {
      this.#take(/[\s\ufeff]*/y);
      if (this.#is('<!--')) this.#comment();
      else if (this.#is('<!')) {
        this.lapses.add('there is a document type declaration');
        this.#until('>', 'The document type declaration');
      } else if (this.#is('<?')) {
        this.lapses.add('there is a processing instruction');
        this.#until('>', 'The processing instruction');
      } else break;
    }
    if (!this.#is('<')) throw new XhtmlFault('it does not begin with a tag');
    this.#at += 1;
    const root = this.#element({}, 0);
    if (this.#text.slice(this.#at).trim() !== '') this.lapses.add('something follows the element');
    return root;
  }

  #comment(): string {
    this.#at += '<!--'.length;
    return this.#until('-->', 'A comment');
  }

  /** An element whose `<` has been read. */
  #element(around: Namespaces, depth: number): XhtmlElement {
    if (depth > DEEPEST) throw new XhtmlFault(`elements stand in one another more than ${DEEPEST} deep`);
    const tag = this.#name();
    if (tag === '') throw new XhtmlFault('a tag has no name');
    const attributes = this.#next === GREATER ? NO_ATTRIBUTES : this.#attributes(tag);
    let declared = around;
    for (const [name, value] of attributes.size > 0 ? attributes : []) {
      if (!name.startsWith('xmlns')) continue;
      const prefix = /^xmlns(?::(.*))?$/.exec(name);
      if (prefix === null) continue;
      attributes.delete(name);
      declared = { ...declared, [prefix[1] ?? '']: value };
    }
    const colon = tag.indexOf(':');
    const prefix = colon < 0 ? '' : tag.slice(0, colon);
    const name = tag.slice(colon + 1);
    if (prefix !== '' && declared[prefix] === undefined)
      throw new XhtmlFault(`the prefix ${prefix} is not declared`);
    const children = this.#isClosed(tag) ? [] : this.#content(tag, declared, depth);
    return { name, namespace: declared[prefix], attributes, children };
  }

  /** Reads the end of a start tag: whether it is an end tag, too. */
  #isClosed(tag: string): boolean {
    if (this.#next === SLASH) {
      if (!this.#is('/>')) throw new XhtmlFault(`the tag of ${tag} does not end`);
      this.#at += 2;
      return true;
    }
    this.#at += 1;
    return false;
  }

  #attributes(tag: string): Map<string, string> {
    const attributes = new Map<string, string>();
    for (this.#skipSpace(); !this.#isAtEnd && !this.#is('>') && !this.#is('/'); this.#skipSpace()) {
      const name = this.#name();
      if (name === '') throw new XhtmlFault(`an attribute of ${tag} has no name`);
      if (attributes.has(name)) this.lapses.add(`the attribute ${name} stands twice`);
      this.#skipSpace();
      if (this.#is('=')) {
        this.#at += 1;
        this.#skipSpace();
        attributes.set(name, this.#value(name));
      } else if (/[\p{L}\p{Nd}_:.>/-]/u.test(this.#text.charAt(this.#at))) {
        this.lapses.add(`the attribute ${name} has no value`);
        attributes.set(name, '');
      } else throw new XhtmlFault(`the attribute ${name} has no value`);
    }
    return attributes;
  }

  #value(name: string): string {
    const quote = this.#take(/["']?/y);
    const value = this.#take(quote === '"' ? /[^">]*/y : quote === "'" ? /[^'>]*/y : /[^/>]*/y);
    if (quote !== '' && this.#is(quote)) this.#at += 1;
    else this.lapses.add(`the attribute ${name} is not in quotes`);
    return this.#decoded(value);
  }

  /** The text that is written with references to characters; HTML's names for them are none of XML's. */
  #decoded(text: string): string {
    if (!text.includes('&')) return text;
    return text.replace(/&([^;&'"<>]*)(;?)/g, (reference, name: string, end: string) => {
      const [, decimal, hexadecimal] = /^#(?:(\d+)|x([\da-f]+))$/i.exec(name) ?? [];
      const code = decimal ? Number(decimal) : hexadecimal ? Number.parseInt(hexadecimal, 16) : undefined;
      const character =
        code === undefined ? ENTITIES[name] : code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
      if (character === undefined) throw new XhtmlFault(`${reference} is no reference to a character`);
      if (end === '') this.lapses.add(`the reference ${reference} does not end`);
      return character;
    });
  }

  /** What stands in an element, and its end tag. */
  #content(tag: string, namespaces: Namespaces, depth: number): readonly XhtmlNode[] {
    const children: XhtmlNode[] = [];
    while (!this.#isAtEnd) {
      const next = this.#text.indexOf('<', this.#at);
      const end = next < 0 ? this.#text.length : next;
      if (end > this.#at) children.push({ text: this.#decoded(this.#text.slice(this.#at, end)) });
      this.#at = end;
      if (this.#isAtEnd) break;
      const first = this.#text.charCodeAt(this.#at + 1);
      if (first === SLASH) {
        this.#at += 2;
        const name = this.#until('>', 'An end tag');
        if (name !== tag && name.replace(/\s+$/, '') !== tag)
          throw new XhtmlFault(`</${name}> stands where </${tag}> should`);
        return children;
      }
      if (isLetter(first) || /^[\p{L}\p{Nd}]/u.test(this.#text.slice(this.#at + 1, this.#at + 3))) {
        this.#at += 1;
        children.push(this.#element(namespaces, depth + 1));
      } else if (this.#is('<!--')) children.push({ comment: this.#comment() });
      else if (this.#is('<![CDATA[')) {
        this.#at += '<![CDATA['.length;
        children.push({ cdata: this.#until(']]>', 'A CDATA section') });
      } else if (this.#is('<?')) {
        this.#until('>', 'A processing instruction');
      } else throw new XhtmlFault(`"${this.#text.slice(this.#at, this.#at + 10)}" is no tag`);
    }
    this.lapses.add(`the element ${tag} is not closed`);
    return children;
  }
}

/** Reads a narrative's markup; a text says why it cannot be read: https://hl7.org/fhir/R5/narrative.html */
export const readXhtml = (text: string): XhtmlReading | string => {
  const reader = new Reader(text);
  try {
    return { root: reader.document(), lapses: [...reader.lapses] };
  } catch (error) {
    if (error instanceof XhtmlFault) return error.message;
    throw error;
  }
};
