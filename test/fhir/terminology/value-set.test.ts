import fc from 'fast-check';
import type { CodeSystem, CodeSystemConcept, ValueSet, ValueSetComposeInclude } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { hasCode } from '../../../src/fhir/terminology/code-set.ts';
import { codeSets } from '../../../src/fhir/terminology/value-set.ts';
import { ANIMALS, codeSystem, resourcesOf, valueSet } from './resources.ts';

const URL = 'https://example.com/set';
const system = ANIMALS.url ?? '';
const SNOMED = 'http://snomed.info/sct';
const UCUM = 'http://unitsofmeasure.org';

type Others = readonly (CodeSystem | ValueSet)[];

const set = (included: ValueSet, ...others: Others) => codeSets(resourcesOf(ANIMALS, ...others))(included);

const codes = (included: ValueSet, ...others: Others): readonly string[] =>
  set(included, ...others)
    .list()
    .members.map(({ code }) => code);

const rules = (included: ValueSet, ...others: Others): readonly unknown[] =>
  set(included, ...others)
    .list()
    .gaps.map(({ rule, code }) => `${rule} ${code}`);

type Filter = NonNullable<ValueSetComposeInclude['filter']>[number];
const filter = (property: string, op: Filter['op'], value: string): ValueSetComposeInclude => ({
  system,
  filter: [{ property, op, value }],
});

const ALL = ['bird', 'penguin', 'emperor', 'dodo', 'swimmer', 'spider'];

describe('filters', () => {
  test.each<[property: string, op: Filter['op'], value: string, expected: readonly string[]]>([
    ['concept', 'is-a', 'bird', ['bird', 'penguin', 'emperor', 'dodo']],
    ['concept', 'is-a', 'swimmer', ['penguin', 'emperor', 'swimmer']],
    ['concept', 'descendent-of', 'bird', ['penguin', 'emperor', 'dodo']],
    ['concept', 'is-not-a', 'bird', ['swimmer', 'spider']],
    ['concept', 'child-of', 'bird', ['penguin', 'dodo']],
    ['concept', 'descendent-leaf', 'bird', ['emperor', 'dodo']],
    ['concept', 'generalizes', 'emperor', ['bird', 'penguin', 'emperor', 'swimmer']],
    ['parent', '=', 'swimmer', ['penguin']],
    ['child', '=', 'emperor', ['penguin']],
    ['legs', '=', '8', ['spider']],
    ['https://example.com/legs', '=', '8', ['spider']],
    ['legs', '=', '80', []],
    ['legs', 'in', '8, 9', ['spider']],
    ['legs', 'not-in', '8,9', ['bird', 'penguin', 'emperor', 'dodo', 'swimmer']],
    ['legs', 'exists', 'true', ['penguin', 'emperor', 'spider']],
    ['legs', 'exists', 'false', ['bird', 'dodo', 'swimmer']],
    ['notSelectable', '=', 'true', ['bird']],
    ['code', 'regex', 's[a-z]+', ['swimmer', 'spider']],
    ['code', 'regex', 's', []],
    ['display', 'regex', '.*penguin', ['emperor']],
    ['designation', '=', 'Manchot', ['penguin']],
  ])('%s %s %s', (property, op, value, expected) => {
    const filtered = valueSet(URL, [filter(property, op, value)]);
    expect(rules(filtered)).toEqual([]);
    expect(codes(filtered)).toEqual(expected);
    for (const code of ALL)
      expect(set(filtered).has(system, code)).toBe(expected.includes(code) ? 'yes' : 'no');
    expect(set(filtered).has(system, 'unicorn')).toBe('no');
  });

  test('have all to hold', () => {
    const both = [...filter('concept', 'is-a', 'bird').filter!, ...filter('legs', '=', '2').filter!];
    expect(codes(valueSet(URL, [{ system, filter: both }]))).toEqual(['penguin', 'emperor']);
  });

  test.each<[what: string, included: ValueSetComposeInclude, rule: string]>([
    ['a code that the system has not', filter('concept', 'is-a', 'unicorn'), 'value-set-filter code-invalid'],
    ['an operator that is none', filter('concept', 'like' as 'in', 'x'), 'value-set-filter not-supported'],
    [
      'an operator named like an own property of all objects',
      filter('legs', 'toString' as 'in', '2'),
      'value-set-filter not-supported',
    ],
    ['no regular expression', filter('code', 'regex', '('), 'value-set-filter invalid'],
    [
      'a filter on units',
      { system: UCUM, filter: [{ property: 'canonical', op: '=', value: 'm' }] },
      'value-set-filter not-supported',
    ],
  ])('say so if they cannot be evaluated: %s', (_, included, rule) => {
    expect(rules(valueSet(URL, [included]))).toEqual([rule]);
    expect(codes(valueSet(URL, [included]))).toEqual([]);
    const [of, code] = included.system === UCUM ? [UCUM, 'cm'] : [system, 'bird'];
    expect(set(valueSet(URL, [included])).has(of, code)).toBe('unknown');
  });

  test('give up an expression that takes for ever', () => {
    const long = codeSystem('https://example.com/long', { concept: [{ code: `${'a'.repeat(40)}b` }] });
    const slow = { ...filter('code', 'regex', '(a+)+'), system: long.url ?? '' };
    expect(rules(valueSet(URL, [slow]), long)).toEqual(['value-set-filter too-costly']);
  });

  test('see no hierarchy in nesting that has another meaning', () => {
    const parts = codeSystem('https://example.com/parts', {
      hierarchyMeaning: 'part-of',
      concept: [{ code: 'hand', concept: [{ code: 'finger' }] }],
    });
    const below = { ...filter('concept', 'is-a', 'hand'), system: parts.url ?? '' };
    expect(codes(valueSet(URL, [below]), parts)).toEqual(['hand']);
  });
});

describe('a value set', () => {
  test('has all of a system, once, in its order', () => {
    expect(codes(valueSet(URL, [{ system, concept: [{ code: 'dodo' }] }, { system }]))).toEqual([
      'dodo',
      ...ALL.filter((code) => code !== 'dodo'),
    ]);
  });

  test('has the codes it lists, but none that their system has not', () => {
    const listed = valueSet(URL, [{ system, concept: [{ code: 'spider' }, { code: 'unicorn' }] }]);
    expect(codes(listed)).toEqual(['spider']);
    expect(set(listed).has(system, 'unicorn')).toBe('no');
    const elsewhere = valueSet(URL, [{ system: SNOMED, concept: [{ code: '1' }] }]);
    expect(codes(elsewhere)).toEqual(['1']);
    expect(rules(elsewhere)).toEqual([]);
    expect(set(elsewhere).has(SNOMED, '2')).toBe('no');
  });

  test('leaves out what it excludes', () => {
    const without = valueSet(URL, [{ system }], { exclude: [filter('concept', 'is-a', 'bird')] });
    expect(codes(without)).toEqual(['swimmer', 'spider']);
    expect(set(without).has(system, 'dodo')).toBe('no');
  });

  test('does not say that it is whole if what it excludes is not known', () => {
    const without = valueSet(URL, [{ system }], { exclude: [{ valueSet: ['https://example.com/other'] }] });
    expect(codes(without)).toEqual([]);
    expect(rules(without)).toEqual(['value-set-unknown not-found']);
    expect(set(without).has(system, 'dodo')).toBe('unknown');
    const elsewhere = valueSet(URL, [{ system }], { exclude: [{ system: SNOMED }] });
    expect(codes(elsewhere)).toEqual(ALL);
    expect(rules(elsewhere)).toEqual([]);
  });

  test('leaves out retired codes if it says so', () => {
    expect(codes(valueSet(URL, [{ system }], { inactive: false }))).not.toContain('dodo');
    expect(codes(valueSet(URL, [{ system }], { inactive: true }))).toContain('dodo');
    expect(set(valueSet(URL, [{ system }], { inactive: false })).has(system, 'dodo')).toBe('no');
  });

  test('imports others: those of one include restrict each other, those of several add up', () => {
    const birds = valueSet('https://example.com/birds', [filter('concept', 'is-a', 'bird')]);
    const twoLegs = valueSet('https://example.com/two', [filter('legs', '=', '2')]);
    const both = [birds.url ?? '', twoLegs.url ?? ''];
    expect(codes(valueSet(URL, [{ valueSet: both }]), birds, twoLegs)).toEqual(['penguin', 'emperor']);
    expect(
      codes(valueSet(URL, [{ valueSet: [both[0]!] }, filter('legs', '=', '8')]), birds, twoLegs),
    ).toEqual(['bird', 'penguin', 'emperor', 'dodo', 'spider']);
    expect(codes(valueSet(URL, [{ system, valueSet: [both[1]!] }]), twoLegs)).toEqual(['penguin', 'emperor']);
  });

  test('can be listed if one of what restrict each other can', () => {
    const units = valueSet('https://example.com/units', [
      { system: UCUM, concept: [{ code: 'mg' }, { code: 'no unit' }] },
    ]);
    const valid = valueSet(URL, [{ system: UCUM, valueSet: [units.url ?? ''] }]);
    expect(codes(valid, units)).toEqual(['mg']);
    expect(rules(valid, units)).toEqual([]);
  });

  test('names the version of a system that is not at hand', () => {
    expect(codes(valueSet(URL, [{ system, version: '2' }]))).toEqual(ALL);
    const [gap] = set(valueSet(URL, [{ system, version: '1' }])).list().gaps;
    expect(gap).toMatchObject({ code: 'not-found', text: expect.stringContaining(`${system}, version 1,`) });
  });

  test.each([['fragment'], ['example']] as const)('knows only a part of a system that is a %s', (content) => {
    const part = codeSystem('https://example.com/part', { content, concept: [{ code: 'a' }] });
    const whole = valueSet(URL, [{ system: part.url ?? '' }]);
    expect(codes(whole, part)).toEqual(['a']);
    expect(rules(whole, part)).toEqual(['code-system-incomplete not-supported']);
    expect(set(whole, part).has(part.url ?? '', 'a')).toBe('yes');
    expect(set(whole, part).has(part.url ?? '', 'b')).toBe('unknown');
  });

  test.each([['not-present'], ['supplement']] as const)(
    'knows nothing of a system that is a %s',
    (content) => {
      const part = codeSystem('https://example.com/part', { content, concept: [{ code: 'a' }] });
      expect(rules(valueSet(URL, [{ system: part.url ?? '' }]), part)).toEqual([
        'code-system-unknown not-found',
      ]);
    },
  );

  test('knows the codes of a grammar, but cannot list them', () => {
    const units = valueSet(URL, [{ system: UCUM }]);
    expect(set(units).has(UCUM, 'mg/dL')).toBe('yes');
    expect(set(units).has(UCUM, 'furlongs per fortnight')).toBe('no');
    for (const code of ['constructor', '__proto__', 'mgg', '']) expect(set(units).has(UCUM, code)).toBe('no');
    for (const code of ['1', '%', '{cells}', '10*6{cells}/kg', '[iU]'])
      expect(set(units).has(UCUM, code)).toBe('yes');
    expect(rules(units)).toEqual(['code-system-grammar too-costly']);
  });

  test('does not mind the case of codes where their system does not', () => {
    const loud = codeSystem('https://example.com/loud', { caseSensitive: false, concept: [{ code: 'Yes' }] });
    const listed = valueSet(URL, [{ system: loud.url ?? '', concept: [{ code: 'YES' }] }]);
    expect(codes(listed, loud)).toEqual(['Yes']);
    expect(set(listed, loud).has(loud.url ?? '', 'yes')).toBe('yes');
    expect(set(valueSet(URL, [{ system }])).has(system, 'BIRD')).toBe('no');
  });

  test('takes a code without a system for that of any of its systems', () => {
    const mixed = set(valueSet(URL, [filter('legs', '=', '8'), { system: UCUM }]));
    expect(hasCode(mixed, undefined, 'spider')).toBe('yes');
    expect(hasCode(mixed, undefined, 'mg')).toBe('yes');
    expect(hasCode(mixed, undefined, 'dodo')).toBe('no');
    const open = set(valueSet(URL, [{ valueSet: ['https://example.com/other'] }]));
    expect(hasCode(open, undefined, 'dodo')).toBe('unknown');
  });

  test('that imports itself is refused, directly or by way of others', () => {
    const first = valueSet('https://example.com/1', [{ valueSet: ['https://example.com/2'] }]);
    const second = valueSet('https://example.com/2', [{ system }, { valueSet: ['https://example.com/1'] }]);
    expect(rules(first, first, second)).toEqual(['value-set-cycle business-rule']);
    const own = valueSet(URL, [{ valueSet: [URL] }]);
    expect(rules(own, own)).toEqual(['value-set-cycle business-rule']);
  });

  test('is read in time though many import the same', () => {
    const chain = Array.from({ length: 40 }, (_, index) =>
      valueSet(`https://example.com/${index}`, [
        { valueSet: [`https://example.com/${index + 1}`] },
        { valueSet: [`https://example.com/${index + 1}`] },
      ]),
    );
    const last = valueSet('https://example.com/40', [{ system }]);
    expect(codes(chain[0]!, ...chain, last)).toEqual(ALL);
  });
});

describe('a value set that comes expanded', () => {
  const expanded = (rest: Partial<NonNullable<ValueSet['expansion']>>): ValueSet => ({
    resourceType: 'ValueSet',
    status: 'active',
    url: URL,
    expansion: { timestamp: '2026-01-01', ...rest },
  });
  const contains = [
    { system: SNOMED, display: 'group', abstract: true, contains: [{ system: SNOMED, code: '2' }] },
    { system: SNOMED, code: '1', display: 'One' },
  ];

  test('has these codes, nested ones too, and no others', () => {
    expect(codes(expanded({ contains }))).toEqual(['2', '1']);
    expect(rules(expanded({ contains }))).toEqual([]);
    expect(set(expanded({ contains })).has(SNOMED, '3')).toBe('no');
  });

  test.each<[string, object]>([
    ['is one page', { total: 10 }],
    ['is a later page', { offset: 1 }],
    ['was filtered', { parameter: [{ name: 'filter', valueString: 'x' }] }],
    [
      'is marked so',
      {
        extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/valueset-unclosed', valueBoolean: true }],
      },
    ],
  ])('may have others if the expansion %s', (_, rest) => {
    const part = expanded({ contains, ...rest });
    expect(rules(part)).toEqual(['value-set-expansion incomplete']);
    expect(set(part).has(SNOMED, '1')).toBe('yes');
    expect(set(part).has(SNOMED, '3')).toBe('unknown');
  });

  test('is as it is defined where that is known, and as expanded where not', () => {
    const include = [{ system: SNOMED }, filter('legs', '=', '8')];
    const entries = [...contains, { system, code: 'dodo' }];
    const both = { ...expanded({ contains: entries }), compose: { include } };
    expect(codes(both)).toEqual(['spider', '2', '1']);
    expect(rules(both)).toEqual([]);
    expect(set(both).has(system, 'dodo')).toBe('no');
    expect(set(both).has(SNOMED, '1')).toBe('yes');
    expect(set(both).has(SNOMED, '3')).toBe('no');
  });
});

// A second, plain reading of value sets, to compare with.

const CODES = ['a', 'b', 'c', 'd', 'e', 'f'];
const code = fc.constantFrom(...CODES);

const tree: fc.Arbitrary<CodeSystemConcept[]> = fc
  .array(fc.nat(), { minLength: 6, maxLength: 6 })
  .map((picks) => {
    const concepts: CodeSystemConcept[] = CODES.map((one) => ({ code: one }));
    // Each stands below an earlier one, or at the top.
    const top: CodeSystemConcept[] = [];
    for (const [index, concept] of concepts.entries()) {
      const pick = picks[index]! % (index + 1);
      if (pick === index) top.push(concept);
      else concepts[pick]!.concept = [...(concepts[pick]!.concept ?? []), concept];
    }
    return top;
  });

const include = fc.oneof(
  fc.constant<ValueSetComposeInclude>({ system: 'urn:s' }),
  fc.array(code, { minLength: 1 }).map(
    (listed): ValueSetComposeInclude => ({
      system: 'urn:s',
      concept: listed.map((one) => ({ code: one })),
    }),
  ),
  fc.tuple(fc.constantFrom('is-a', 'descendent-of', 'is-not-a', 'generalizes', 'child-of'), code).map(
    ([op, value]): ValueSetComposeInclude => ({
      system: 'urn:s',
      filter: [{ property: 'concept', op: op as Filter['op'], value }],
    }),
  ),
  fc
    .subarray(['urn:v1', 'urn:v2'], { minLength: 1 })
    .map((imported): ValueSetComposeInclude => ({ valueSet: imported })),
  fc.constant<ValueSetComposeInclude>({ system: 'urn:s', valueSet: ['urn:v2'] }),
);
const leaf = include.filter((one) => one.valueSet === undefined);

const parentsOf = (
  concepts: readonly CodeSystemConcept[],
  parent?: string,
): Map<string, string | undefined> =>
  new Map(
    concepts.flatMap((one) => [[one.code, parent] as const, ...parentsOf(one.concept ?? [], one.code)]),
  );

const isBelow = (parents: Map<string, string | undefined>, one: string, top: string): boolean => {
  for (let at = parents.get(one); at !== undefined; at = parents.get(at)) if (at === top) return true;
  return false;
};

const plainly = (
  concepts: readonly CodeSystemConcept[],
  sets: Readonly<Record<string, ValueSet>>,
  { compose }: ValueSet,
  one: string,
): boolean => {
  const parents = parentsOf(concepts);
  const isIn = (included: ValueSetComposeInclude): boolean =>
    (included.concept === undefined || included.concept.some((listed) => listed.code === one)) &&
    (included.filter ?? []).every(({ op, value }) => {
      if (op === 'is-a') return one === value || isBelow(parents, one, value);
      if (op === 'descendent-of') return isBelow(parents, one, value);
      if (op === 'is-not-a') return one !== value && !isBelow(parents, one, value);
      if (op === 'child-of') return parents.get(one) === value;
      return one === value || isBelow(parents, value, one);
    }) &&
    (included.valueSet ?? []).every((url) => plainly(concepts, sets, sets[url]!, one));
  return compose!.include.some(isIn) && !(compose!.exclude ?? []).some(isIn);
};

test('any value set lists the codes it has, and has those that a plain reading finds', () => {
  fc.assert(
    fc.property(
      tree,
      fc.array(include, { minLength: 1, maxLength: 3 }),
      fc.array(include, { maxLength: 2 }),
      fc.array(leaf, { minLength: 1, maxLength: 2 }),
      fc.array(leaf, { minLength: 1, maxLength: 2 }),
      (concept, included, exclude, first, second) => {
        const one = valueSet('urn:v', included, { exclude });
        const sets = { 'urn:v1': valueSet('urn:v1', first), 'urn:v2': valueSet('urn:v2', second) };
        const found = codeSets(resourcesOf(codeSystem('urn:s', { concept }), sets['urn:v1'], sets['urn:v2']))(
          one,
        );
        const expected = CODES.filter((member) => plainly(concept, sets, one, member));
        const { members, gaps } = found.list();
        expect(gaps).toEqual([]);
        expect(members.map((member) => member.code).sort()).toEqual(expected);
        for (const member of [...CODES, 'g'])
          expect(found.has('urn:s', member)).toBe(expected.includes(member) ? 'yes' : 'no');
        expect(found.has('urn:other', 'a')).toBe('no');
      },
    ),
    { numRuns: 500 },
  );
});
