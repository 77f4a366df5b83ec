import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/fhir/json.ts';
import { Definitions } from '../../../src/validation/definitions.ts';
import { compileExpression, type Evaluator } from '../../../src/validation/fhirpath/compile.ts';
import { UNSURE } from '../../../src/validation/fhirpath/items.ts';
import { select } from '../../../src/validation/fhirpath.ts';
import { Instance } from '../../../src/validation/instance.ts';
import type { Run } from '../../../src/validation/run.ts';
import { StructureReader } from '../../../src/validation/structure.ts';
import type { ElementDefinition, StructureDefinition } from '../../../src/validation/structure-definition.ts';
import { Terminology } from '../../../src/validation/terminology.ts';

const CORE = new URL('../../../profiles/generated/core/', import.meta.url);
const EXAMPLES = join(import.meta.dirname, '../../../node_modules/hl7.fhir.r5.examples');

const find = (): undefined => undefined;
const definitions = new Definitions(CORE, find);
const terminology = new Terminology(find);

const all = readdirSync(new URL('structure-definition/', CORE)).map(
  (name) =>
    JSON.parse(readFileSync(new URL(`structure-definition/${name}`, CORE), 'utf8')) as StructureDefinition,
);

const expressionsIn = (element: ElementDefinition): readonly string[] => [
  ...(element.constraints ?? []).map(({ expression }) => expression),
  ...[...(element.children ?? []), ...Object.values(element.slices ?? {})].flatMap(expressionsIn),
];

/** R5's patterns of element paths are no regular expressions to the whole engine. */
const NO_PATTERN = /Invalid regular expression/;

const compiled = new Map<string, Evaluator | undefined>();
for (const { root } of all) for (const one of expressionsIn(root)) compiled.set(one, compileExpression(one));

/** What the truth of an invariant depends on. */
const shown = (items: readonly unknown[]): string => {
  if (items.length !== 1) return items.length === 0 ? 'nothing' : 'several';
  const [item] = items;
  const value =
    item instanceof Instance
      ? item.value
      : typeof item === 'object' && item !== null && 'data' in item
        ? item.data
        : item;
  return typeof value === 'boolean' ? String(value) : 'one';
};

interface Tally {
  compared: number;
  unsure: number;
  refused: number;
  readonly differences: string[];
}

const compare = (expression: string, instance: Instance, run: Run, tally: Tally): void => {
  const evaluator = compiled.get(expression) ?? compileExpression(expression);
  if (evaluator === undefined) return;
  let own: string;
  try {
    own = shown(evaluator(instance, { run, context: instance }));
  } catch (error) {
    if (error !== UNSURE) throw error;
    tally.unsure += 1;
    return;
  }
  let whole: string;
  try {
    whole = shown(select(expression, instance, run));
  } catch (error) {
    // What the whole engine refuses in a part that does not matter, the function need not look at.
    const message = error instanceof Error ? error.message : String(error);
    if (NO_PATTERN.test(message)) expect(own).toBe('true');
    else tally.refused += 1;
    return;
  }
  tally.compared += 1;
  if (own !== whole) tally.differences.push(`${instance.expression}: ${expression}: ${own}, not ${whole}`);
};

const walk = (instance: Instance, run: Run, tally: Tally): void => {
  const elements = new Set([
    instance.element,
    definitions.referenced(instance.element),
    definitions.type(instance.type)?.root,
  ]);
  for (const element of elements)
    for (const { expression } of element?.constraints ?? []) compare(expression, instance, run, tally);
  for (const child of instance.all()) walk(child, run, tally);
};

const compareAll = (text: string, tally: Tally): void => {
  const content = parse(text);
  if (!('value' in content)) return;
  let isReadable = true;
  const root = new StructureReader(definitions, ({ rule }) => {
    if (rule.startsWith('structure-')) isReadable = false;
  }).root(content.value, content.value.resourceType);
  if (!isReadable) return;
  const run: Run = {
    definitions,
    terminology,
    find,
    root,
    isSound: true,
    isReadable: true,
    hasElementIds: false,
    elsewhere: undefined,
    ownsReferences: false,
    refusesUnknownExtensions: false,
    usageContexts: [],
    checked: new Map(),
    report: () => {},
  };
  walk(root, run, tally);
};

const examples = (ofEach: number): readonly string[] => {
  const count = new Map<string, number>();
  return readdirSync(EXAMPLES)
    .sort()
    .flatMap((name) => {
      const type = /^([A-Z]\w+)-.*\.json$/.exec(name)?.[1];
      const text = type && readFileSync(join(EXAMPLES, name), 'utf8');
      if (!type || !text || text.length > 40_000 || (count.get(type) ?? 0) >= ofEach) return [];
      count.set(type, (count.get(type) ?? 0) + 1);
      return [text];
    });
};

/** The resource with each part left out that is at a step of the way through it. */
const mutants = function* (text: string, step: number): Generator<string> {
  const whole = JSON.parse(text) as object;
  const places: [object, string][] = [];
  const collect = (value: object): void => {
    for (const [key, child] of Object.entries(value)) {
      if (key !== 'resourceType') places.push([value, key]);
      if (typeof child === 'object' && child !== null) collect(child);
    }
  };
  collect(whole);
  for (let at = step; at < places.length; at += Math.ceil(places.length / 3)) {
    const [holder, key] = places[at] as [Record<string, unknown>, string];
    if (Array.isArray(holder)) continue;
    const was = holder[key];
    delete holder[key];
    yield JSON.stringify(whole);
    holder[key] = was;
  }
};

describe('invariants as functions', { timeout: 300_000 }, () => {
  test('are made of every invariant of R5, its extensions and our profiles', () => {
    const left = [...compiled].filter(([, evaluator]) => evaluator === undefined).map(([text]) => text);
    expect(compiled.size).toBeGreaterThan(300);
    expect(left).toEqual([]);
  });

  test('give what the whole engine gives, on official examples and on examples without a part', () => {
    const tally: Tally = { compared: 0, unsure: 0, refused: 0, differences: [] };
    for (const [index, text] of examples(3).entries()) {
      compareAll(text, tally);
      for (const mutant of mutants(text, index % 7)) compareAll(mutant, tally);
    }
    expect(tally.differences).toEqual([]);
    expect(tally.compared).toBeGreaterThan(10_000);
    expect(tally.unsure + tally.refused).toBeLessThan(tally.compared / 1000);
  });
});
