import type {
  StructureMap,
  StructureMapGroup,
  StructureMapGroupInput,
  StructureMapGroupRule,
  StructureMapGroupRuleSource,
  StructureMapGroupRuleTarget,
  StructureMapGroupRuleTargetParameter,
  StructureMapStructure,
} from 'fhir/r5.js';
import type { Issue } from '../issue.ts';
import { type Token, tokensOf } from './tokens.ts';

/** That a text is not in the mapping language, from a token on. */
class Unexpected extends Error {
  readonly token: Token;
  constructor(wanted: string, token: Token) {
    super(`expected ${wanted}, found ${token.kind === 'end' ? 'the end' : `"${token.text}"`}`);
    this.token = token;
  }
}

const MODES = /^(?:source|queried|target|produced)$/;
const SOURCE_LISTS = /^(?:first|not_first|last|not_last|only_one)$/;
const TARGET_LISTS = /^(?:first|share|last|single|collate)$/;

/** As deep as JSON may be nested. */
const MAX_DEPTH = 50;

/** What a rule that only copies calls its value. */
const COPIED = 'copied';

class MapReader {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  #peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)]!;
  }

  #next(): Token {
    const token = this.#peek();
    this.#at += 1;
    return token;
  }

  #is(text: string, ahead = 0): boolean {
    const { kind, text: found } = this.#peek(ahead);
    return found === text && (kind === 'symbol' || kind === 'name');
  }

  #take(text: string): boolean {
    const isThere = this.#is(text);
    if (isThere) this.#at += 1;
    return isThere;
  }

  #expect(text: string): void {
    if (!this.#take(text)) throw new Unexpected(`"${text}"`, this.#peek());
  }

  #kind(kind: Token['kind']): string {
    if (this.#peek().kind !== kind) throw new Unexpected(`a ${kind}`, this.#peek());
    return this.#next().text;
  }

  #list<T>(item: () => T, separator = ','): T[] {
    const items = [item()];
    while (this.#take(separator)) items.push(item());
    return items;
  }

  /** An expression in parentheses, as it is written. */
  #expression(): string {
    this.#expect('(');
    const { start } = this.#peek();
    for (let depth = 1; ; ) {
      const token = this.#next();
      if (token.kind === 'end') throw new Unexpected('")"', token);
      if (token.kind !== 'symbol') continue;
      if (token.text === '(') depth += 1;
      else if (token.text === ')') depth -= 1;
      if (depth === 0) return this.#text.slice(start, token.start).trim();
    }
  }

  map(): StructureMap {
    this.#expect('map');
    const url = this.#kind('string');
    this.#expect('=');
    const name = this.#peek().kind === 'string' ? this.#kind('string') : this.#kind('name');
    const structure: StructureMapStructure[] = [];
    const imports: string[] = [];
    const group: StructureMapGroup[] = [];
    while (this.#take('uses')) structure.push(this.#structure());
    while (this.#take('imports')) imports.push(this.#kind('string'));
    while (this.#take('group')) group.push(this.#group());
    if (this.#peek().kind !== 'end') throw new Unexpected('a group', this.#peek());
    return {
      resourceType: 'StructureMap',
      url,
      name,
      status: 'draft',
      ...(structure.length > 0 && { structure }),
      ...(imports.length > 0 && { import: imports }),
      group,
    };
  }

  #structure(): StructureMapStructure {
    const url = this.#kind('string');
    const alias = this.#take('alias') ? this.#kind('name') : undefined;
    this.#expect('as');
    const mode = this.#kind('name');
    if (!MODES.test(mode)) throw new Unexpected('a mode', this.#peek(-1));
    return { url, mode: mode as StructureMapStructure['mode'], ...(alias && { alias }) };
  }

  #group(): StructureMapGroup {
    const name = this.#kind('name');
    this.#expect('(');
    const input = this.#list(() => this.#input());
    this.#expect(')');
    const base = this.#take('extends') ? this.#kind('name') : undefined;
    let typeMode: StructureMapGroup['typeMode'];
    if (this.#take('<<')) {
      this.#take('types') || this.#expect('type');
      typeMode = this.#take('+') ? 'type-and-types' : 'types';
      this.#expect('>>');
    }
    const rule = this.#rules();
    return {
      name,
      ...(base && { extends: base }),
      ...(typeMode && { typeMode }),
      input,
      ...(rule.length > 0 && { rule }),
    };
  }

  #input(): StructureMapGroupInput {
    const mode = this.#kind('name') as StructureMapGroupInput['mode'];
    const name = this.#kind('name');
    const type = this.#take(':') ? this.#kind('name') : undefined;
    return { name, ...(type && { type }), mode };
  }

  #rules(): StructureMapGroupRule[] {
    if (this.#depth === MAX_DEPTH) throw new Unexpected('fewer rules in rules', this.#peek());
    this.#expect('{');
    this.#depth += 1;
    const rules: StructureMapGroupRule[] = [];
    while (!this.#take('}')) rules.push(this.#rule());
    this.#depth -= 1;
    return rules;
  }

  #rule(): StructureMapGroupRule {
    const source = this.#list(() => this.#source());
    const target = this.#take('->') ? this.#list(() => this.#target()) : [];
    const [from, to] = [source[0]!, target[0]];
    if (source.length === 1 && target.length === 1 && to?.element && !to.transform && from.element) {
      from.variable ??= COPIED;
      Object.assign(to, { transform: 'copy', parameter: [{ valueId: from.variable }] });
    }
    const rule: StructureMapGroupRule = { source, ...(target.length > 0 && { target }) };
    if (this.#take('then')) {
      if (this.#is('{')) rule.rule = this.#rules();
      else rule.dependent = this.#list(() => this.#dependent());
      if (this.#is('{')) rule.rule = this.#rules();
    }
    if (this.#peek().kind === 'string') rule.name = this.#kind('string');
    this.#expect(';');
    return rule;
  }

  #dependent(): NonNullable<StructureMapGroupRule['dependent']>[number] {
    const name = this.#kind('name');
    return { name, parameter: this.#parameters() };
  }

  #source(): StructureMapGroupRuleSource {
    const source: StructureMapGroupRuleSource = { context: this.#kind('name') };
    if (this.#take('.')) source.element = this.#kind('name');
    if (this.#take(':')) source.type = this.#kind('name');
    if (this.#peek().kind === 'number') {
      source.min = Number(this.#kind('number').replace('.', ''));
      this.#take('..');
      this.#take('.');
      source.max = this.#next().text;
    }
    if (this.#take('default')) source.defaultValue = this.#expression();
    if (SOURCE_LISTS.test(this.#peek().text))
      source.listMode = this.#next().text.replace('_', '-') as NonNullable<
        StructureMapGroupRuleSource['listMode']
      >;
    if (this.#take('as')) source.variable = this.#kind('name');
    if (this.#take('where')) source.condition = this.#expression();
    if (this.#take('check')) source.check = this.#expression();
    if (this.#take('log')) source.logMessage = this.#expression();
    return source;
  }

  #target(): StructureMapGroupRuleTarget {
    const target: StructureMapGroupRuleTarget = {};
    if (this.#is('(')) {
      Object.assign(target, this.#evaluated());
    } else {
      target.context = this.#kind('name');
      if (this.#take('.')) target.element = this.#kind('name');
      if (this.#take('=')) Object.assign(target, this.#transform());
    }
    if (this.#take('as')) target.variable = this.#kind('name');
    const listMode: string[] = [];
    while (TARGET_LISTS.test(this.#peek().text)) listMode.push(this.#next().text);
    if (listMode.length > 0)
      target.listMode = listMode as NonNullable<StructureMapGroupRuleTarget['listMode']>;
    return target;
  }

  #evaluated(): Pick<StructureMapGroupRuleTarget, 'transform' | 'parameter'> {
    return { transform: 'evaluate', parameter: [{ valueString: this.#expression() }] };
  }

  #transform(): Pick<StructureMapGroupRuleTarget, 'transform' | 'parameter'> {
    if (this.#is('(')) return this.#evaluated();
    if (this.#peek().kind === 'name' && this.#is('(', 1)) {
      const transform = this.#kind('name') as NonNullable<StructureMapGroupRuleTarget['transform']>;
      const parameter = this.#parameters();
      return { transform, ...(parameter.length > 0 && { parameter }) };
    }
    return { transform: 'copy', parameter: [this.#parameter()] };
  }

  #parameters(): StructureMapGroupRuleTargetParameter[] {
    this.#expect('(');
    if (this.#take(')')) return [];
    const parameters = this.#list(() => this.#parameter());
    this.#expect(')');
    return parameters;
  }

  #parameter(): StructureMapGroupRuleTargetParameter {
    const { kind, text } = this.#next();
    switch (kind) {
      case 'string':
        return { valueString: text };
      case 'number':
        return text.includes('.') ? { valueDecimal: Number(text) } : { valueInteger: Number(text) };
      case 'name':
        return text === 'true' || text === 'false' ? { valueBoolean: text === 'true' } : { valueId: text };
      default:
        throw new Unexpected('a parameter', this.#peek(-1));
    }
  }
}

/** The map that a text in the FHIR Mapping Language is, or why it is none: https://hl7.org/fhir/R5/mapping-language.html */
export const parseMap = (text: string): StructureMap | readonly Issue[] => {
  try {
    return new MapReader(text).map();
  } catch (error) {
    if (!(error instanceof Unexpected)) throw error;
    const before = text.slice(0, error.token.start).split('\n');
    return [
      {
        severity: 'fatal',
        code: 'structure',
        rule: 'map-syntax',
        text: `Not in the FHIR Mapping Language: ${error.message}`,
        line: before.length,
        column: (before.at(-1)?.length ?? 0) + 1,
      },
    ];
  }
};
