import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValueSet, ValueSetExpansionContains } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { conceptsOf } from '../../../src/fhir/terminology/concepts.ts';
import { packaged } from '../../../src/fhir/terminology/packaged.ts';
import { codeSets } from '../../../src/fhir/terminology/value-set.ts';

const EXPANSIONS = join(import.meta.dirname, '../../../node_modules/hl7.fhir.r5.expansions');

const published = readdirSync(EXPANSIONS)
  .filter((name) => name.startsWith('ValueSet-'))
  .map((name) => JSON.parse(readFileSync(join(EXPANSIONS, name), 'utf8')) as ValueSet);

const codes = (contains: readonly ValueSetExpansionContains[]): readonly string[] =>
  contains.flatMap(({ system, code, contains: nested }) => [
    ...(code === undefined ? [] : [`${system}|${code}`]),
    ...codes(nested ?? []),
  ]);

const codeSet = codeSets(packaged);

const compared = published.flatMap(({ url = '', expansion }) => {
  const valueSet = packaged.valueSet(url);
  const { members, gaps } = (valueSet && codeSet(valueSet).list()) ?? { members: [], gaps: ['unknown'] };
  const ours = new Set(members.map(({ system, code }) => `${system}|${code}`));
  const theirs = new Set(codes(expansion?.contains ?? []));
  const isExpanded = gaps.length === 0;
  return [{ url, isExpanded, added: [...ours.difference(theirs)], missing: [...theirs.difference(ours)] }];
});
const expanded = compared.filter(({ isExpanded }) => isExpanded);

describe('the expansions published with R5', () => {
  test('are had here, but for those that need code systems of others', () => {
    expect(published.length).toBe(773);
    expect(compared.length).toBeGreaterThan(740);
    expect(expanded.length).toBeGreaterThan(690);
  });

  test('have no code that ours have not, but those that HL7 Terminology has dropped since', () => {
    const missing = expanded.flatMap((one) => one.missing);
    expect(missing.length).toBeLessThan(5);
    for (const key of missing) {
      const [system = '', code = ''] = key.split('|');
      expect(system).toMatch(/^http:\/\/terminology\.hl7\.org\/CodeSystem\//);
      expect(conceptsOf(packaged.codeSystem(system)!).find(code), key).toBeUndefined();
    }
  });

  test('have all codes that ours have, but those that HL7 Terminology has got since', () => {
    const differing = expanded.filter(({ added, missing }) => added.length + missing.length > 0);
    expect(expanded.length - differing.length).toBeGreaterThan(665);
    const own = differing.flatMap(({ added }) =>
      added.filter((code) => !code.startsWith('http://terminology.hl7.org/CodeSystem/')),
    );
    expect(own).toEqual([]);
  });
});

describe('the packaged value sets', () => {
  const urls = [
    ...readFileSync(
      join(import.meta.dirname, '../../../profiles/generated/core/value-sets.json'),
      'utf8',
    ).matchAll(/^"([^"]+)": /gm),
  ].map(([, url = '']) => url);

  test('have every code that they list, and none of their systems that they do not list', () => {
    expect(urls.length).toBeGreaterThan(3300);
    const wrong = urls.flatMap((url) => {
      const set = codeSet(packaged.valueSet(url)!);
      const { members, gaps } = set.list();
      const keys = new Set(members.map(({ system, code }) => `${system}|${code}`));
      const others = [...set.systems].flatMap((system) => {
        const codeSystem = packaged.codeSystem(system);
        return (codeSystem ? conceptsOf(codeSystem).all : [])
          .filter(({ code }) => !keys.has(`${system}|${code}`))
          .map(({ code }) => ({ system, code }));
      });
      return [
        ...(keys.size === members.length ? [] : [`${url} has a code twice`]),
        ...members.flatMap(({ system, code }) =>
          set.has(system, code) === 'yes' ? [] : [`${url} has not its ${code}`],
        ),
        ...others.flatMap(({ system, code }) =>
          set.has(system, code) === 'yes' || (gaps.length === 0 && set.has(system, code) === 'unknown')
            ? [`${url} does not list its ${code}`]
            : [],
        ),
      ];
    });
    expect(wrong).toEqual([]);
  });

  test('have no filter that cannot be read, but those on units', () => {
    const unread = urls.filter((url) =>
      codeSet(packaged.valueSet(url)!)
        .list()
        .gaps.some(({ rule }) => rule === 'value-set-filter'),
    );
    expect(unread).toEqual([
      'http://hl7.org/fhir/ValueSet/all-distance-units',
      'http://hl7.org/fhir/ValueSet/all-time-units',
    ]);
  });

  test('are of one version each', () => {
    const url = 'http://hl7.org/fhir/ValueSet/administrative-gender';
    expect(packaged.valueSet(url, '5.0.0')?.url).toBe(url);
    expect(packaged.valueSet(url, '4.0.1')).toBeUndefined();
    expect(packaged.valueSet(`${url}x`)).toBeUndefined();
    expect(packaged.codeSystem('http://hl7.org/fhir/administrative-gender')?.concept?.length).toBe(4);
  });
});
