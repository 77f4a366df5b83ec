import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FhirResource } from 'fhir/r5.js';
import fhirpath, { type Model } from 'fhirpath';
import r5 from 'fhirpath/fhir-context/r5/index.js';
import { describe, expect, test } from 'vitest';
import { parsePath } from '../../../src/fhir/search/path.ts';
import { builtInSearchParameters } from '../../../src/fhir/search/search-parameters.ts';
import { finder } from '../../../src/store/index/find.ts';
import { fullText } from '../../../src/store/index/full-text.ts';
import { gather } from '../../../src/store/index/gather.ts';
import { indexEntries } from '../../../src/store/index/index-entries.ts';
import { begins } from '../../../src/store/index/walk.ts';

const FOLDER = join(import.meta.dirname, '../../../node_modules/hl7.fhir.r5.examples');

/** A spread of R5's examples: every tenth of each type, but at least one. */
const examples = [
  ...Map.groupBy(
    readdirSync(FOLDER).filter((name) => /^[A-Z]\w+-.*\.json$/.test(name)),
    (name) => name.replace(/-.*/, ''),
  ).values(),
].flatMap((names) => names.filter((_, index) => index % 10 === 0));

const read = (name: string): FhirResource => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));

type Node = { readonly data?: unknown } | string | number | boolean;

const compiled = new Map<string, (resource: unknown) => unknown>();

/** What fhirpath.js itself finds; what a reference leads to is a resource of the type it names. */
const reference = (expression: string, resource: FhirResource): readonly Node[] => {
  const self = (value: object): unknown =>
    fhirpath.evaluate(value, '$this', {}, r5 as unknown as Model, { resolveInternalTypes: false });
  const resolve = (inputs: readonly Node[]): readonly unknown[] =>
    inputs.flatMap((input) => {
      const { reference: text = '', type } = (input as { data: { reference?: string; type?: string } }).data;
      const resourceType = type ?? /([A-Za-z]+)\/[^/]+(?:\/_history\/.*)?$/.exec(text)?.[1];
      return resourceType ? (self({ resourceType }) as unknown[]) : [];
    });
  const run =
    compiled.get(expression) ??
    fhirpath.compile(expression, r5 as unknown as Model, {
      resolveInternalTypes: false,
      userInvocationTable: { resolve: { fn: resolve, arity: { 0: [] }, internalStructures: true } },
    });
  compiled.set(expression, run as (resource: unknown) => unknown);
  return run(resource) as Node[];
};

const asText = (values: readonly (readonly [type: string, value: unknown])[]): readonly string[] =>
  [...new Set(values.map((one) => JSON.stringify(one)))].toSorted();

const referenceText = (expression: string, resource: FhirResource): readonly string[] =>
  asText(
    reference(expression, resource)
      .map(
        (node) =>
          [
            fhirpath.types([node])[0]?.replace('FHIR.', '') ?? '',
            typeof node === 'object' ? node.data : node,
          ] as const,
      )
      .filter(([, value]) => value !== undefined && value !== null),
  );

/** fhirpath.js cannot unite quantities with comparators, and unites those that are equal but for their precision. */
const BEYOND_THE_LIBRARY = ['Observation-f205.json', 'Observation-decimal.json'];

/** Of types of values fhirpath.js takes those that specialise them, too: HL7's cases testFHIRPathAsFunction11 and 16. */
const OF_EXACT_TYPES = ['source-scope-uri', 'target-scope-uri', 'format-uri'];

describe('an index of R5’s examples', () => {
  const parameters = builtInSearchParameters();

  test('finds with paths what the FHIRPath library finds', () => {
    const different: string[] = [];
    let compared = 0;
    for (const name of examples.filter((one) => !BEYOND_THE_LIBRARY.includes(one))) {
      const resource = read(name);
      const type = resource.resourceType;
      for (const { code, expression } of parameters.of(type)) {
        if (expression === undefined || parsePath(expression) === undefined) continue;
        if (OF_EXACT_TYPES.includes(code)) continue;
        const found = asText(
          finder(expression)({ type, value: resource }).map(
            (one) => [one.type.replace(/^.*\..*$/, 'BackboneElement'), one.value] as const,
          ),
        );
        if (JSON.stringify(found) !== JSON.stringify(referenceText(expression, resource)))
          different.push(`${name} ${code}`);
        compared += found.length;
      }
    }
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThan(2000);
  });

  test('passes over no parameter that finds something', () => {
    let passedOver = 0;
    for (const name of examples) {
      const resource = read(name);
      const type = resource.resourceType;
      for (const { code, expression } of parameters.of(type)) {
        const path = expression === undefined ? undefined : parsePath(expression);
        const names = path && begins(path, type);
        if (expression === undefined || names === undefined || names.some((one) => one in resource)) continue;
        expect(finder(expression)({ type, value: resource }), `${name} ${code}`).toEqual([]);
        passedOver += 1;
      }
    }
    expect(passedOver).toBeGreaterThan(2000);
  });

  test('has only values that both databases can keep', () => {
    for (const name of examples) {
      const resource = read(name);
      for (const entry of indexEntries(resource, parameters)) {
        for (const value of Object.values(entry)) {
          if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
          else expect(value === null || ['string', 'boolean'].includes(typeof value)).toBe(true);
        }
        if ('low' in entry) expect(entry.low).toBeLessThanOrEqual(entry.high);
      }
      expect(fullText(gather(resource)).content.length).toBeGreaterThan(0);
      for (const { id } of gather(resource).links) expect(id).toMatch(/^[A-Za-z0-9.-]+$/);
    }
  });
});
