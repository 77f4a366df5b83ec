import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pair } from '../../../src/fhir/search/pair.ts';
import { type ParsedSearch, parseSearch } from '../../../src/fhir/search/parse-search.ts';
import { CONTEXT, search } from './context.ts';
import { show } from './show.ts';

const strict = (types: readonly string[], pairs: readonly Pair[]) => parseSearch(types, pairs, CONTEXT);

const lenient = async (url: string): Promise<ParsedSearch> => {
  const parsed = await search(url, { lenient: true });
  if (!('request' in parsed)) throw new Error(parsed.map(({ text }) => text).join('; '));
  return parsed;
};

describe('strictly', () => {
  test('every parameter that is not understood is an issue of its own', async () => {
    const issues = await search('Patient?nonsense=1&name=x&birthdate=y&_sort=z&gender:nope=a');
    expect(issues).toMatchObject([
      { severity: 'error', code: 'not-supported', expression: 'http.nonsense' },
      { severity: 'error', code: 'value', expression: 'http.birthdate' },
      { severity: 'error', code: 'not-supported', expression: 'http.gender:nope' },
      { severity: 'error', code: 'not-supported', expression: 'http._sort' },
    ]);
  });

  test('an unknown parameter names those there are', async () => {
    const [issue] = (await search('Group?nonsense=1')) as readonly { text: string }[];
    for (const choice of ['code', 'member', '_lastUpdated', '_filter', '_sort', '_revinclude'])
      expect(issue?.text).toMatch(new RegExp(`[ ,]${choice}(,|$)`));
  });

  test('in several types, the choices are what they have in common', async () => {
    const [issue] = (await search('?_type=Observation,Condition&x=1')) as readonly { text: string }[];
    expect(issue?.text).toContain(' subject,');
    expect(issue?.text).not.toContain('onset-date');
    const [ofAll] = (await search('?x=1')) as readonly { text: string }[];
    expect(ofAll?.text).toContain(' _tag,');
    expect(ofAll?.text).not.toContain(' subject,');
  });

  test('nothing is ignored', async () => {
    expect(await search('Patient?name=x')).toMatchObject({ ignored: [] });
  });
});

describe('leniently', () => {
  test('what is not understood is left out of the search and its self link, with a warning', async () => {
    const url =
      'Patient?nonsense=1&name=x&name:nope=1&birthdate=x&gender=&_sort=nope&_include=Nope:x&_count=y&_filter=(';
    const { request, applied, ignored } = await lenient(url);
    expect(show(request.where)).toBe('Patient.name(start "x")');
    expect(request).toMatchObject({ sort: [], include: [], count: 50 });
    expect(applied).toEqual([
      ['name', 'x'],
      ['_count', '50'],
    ]);
    expect(ignored.map(({ severity, expression }) => `${severity} ${expression}`)).toEqual([
      'warning http.nonsense',
      'warning http.name:nope',
      'warning http.birthdate',
      'warning http._filter',
      'warning http._sort',
      'warning http._include',
      'warning http._count',
    ]);
  });

  test('an unknown type is left out', async () => {
    expect(await lenient('?_type=Nope&_id=1')).toMatchObject({ request: { types: [] }, ignored: [{}] });
  });

  test('the first of two counts is the one', async () => {
    const { request, applied } = await lenient('Patient?_count=1&_count=2');
    expect(request.count).toBe(1);
    expect(applied).toEqual([['_count', '1']]);
  });

  test.each([
    ['Patient?_query=x', 'not-supported'],
    ['Observation?focus.focus.focus.focus.name=x', 'too-costly'],
    ['Patient?_summary=true&_elements=name', 'value'],
  ])('%s is refused all the same', async (url, code) => {
    expect(await search(url, { lenient: true })).toMatchObject([{ severity: 'error', code }]);
  });
});

describe('what costs too much', () => {
  const costly = [{ severity: 'error', code: 'too-costly' }];

  test('values', async () => {
    const ids = Array.from({ length: 2000 }, (_, at) => String(at));
    expect(await strict(['Patient'], [['_id', ids.join(',')]])).toHaveProperty('request');
    expect(await strict(['Patient'], [['_id', [...ids, 'x'].join(',')]])).toMatchObject(costly);
    const two: readonly Pair[] = [
      ['_id', ids.join(',')],
      ['name', 'x'],
    ];
    expect(await strict(['Patient'], two)).toMatchObject([{ ...costly[0], expression: 'http.name' }]);
  });

  test.each([
    ['steps of a chain', 'patient.link.link.link.link.link.link.link.link.link.link.name'],
    ['nested _has', `${'_has:Observation:patient:'.repeat(10)}code`],
  ])('%s', async (_, name) => {
    expect(await strict(['Patient'], [[name, 'x']])).toMatchObject(costly);
  });

  test('chains that lead to any type', async () => {
    expect(await search('Observation?focus.name=x')).toHaveProperty('request');
    expect(await search('Observation?focus.focus.name=x')).toHaveProperty('request');
    expect(await search('Observation?focus.focus.focus.focus.focus.focus.name=x')).toMatchObject(costly);
    expect(await search('Observation?focus:Patient.link:Patient.link:Patient.name=x')).toHaveProperty(
      'request',
    );
  });

  test.each([
    ['brackets of a filter', '_filter', '('.repeat(5000)],
    ['negations of a filter', '_filter', 'not('.repeat(5000)],
    ['chains of a filter', '_filter', `${'a.'.repeat(5000)}a eq 1`],
    ['tests of a filter', '_filter', `${'name eq a or '.repeat(3000)} name eq b`],
    ['brackets of a text', '_content', '('.repeat(5000)],
    ['negations of a text', '_content', `${'NOT '.repeat(150)}word`],
    ['words of a text', '_content', 'word '.repeat(201)],
    ['keys of an order', '_sort', 'name,'.repeat(11)],
  ])('%s', async (_, name, value) => {
    expect(await strict(['Patient'], [[name, value]])).toMatchObject(costly);
  });

  test('parameters and includes', async () => {
    expect(await strict(['Patient'], Array(501).fill(['name', 'x']))).toMatchObject(costly);
    expect(await strict(['Patient'], Array(51).fill(['_include', 'Patient:link']))).toMatchObject(costly);
  });

  test('a message does not repeat much of what was sent', async () => {
    const issues = await strict(['Patient'], [['birthdate', 'x'.repeat(100_000)]]);
    expect(JSON.stringify(issues).length).toBeLessThan(5000);
  });
});

describe('in a compartment', () => {
  const inPatient = async (url: string) => search(url, { compartment: { type: 'Patient', id: '1' } });
  const where = async (url: string) => {
    const parsed = await inPatient(url);
    return 'request' in parsed ? show(parsed.request.where) : parsed;
  };
  const patient = '(Patient/1, http://localhost/fhir/Patient/1)';

  test('by any of the parameters that lead to its owner', async () => {
    expect(await where('Observation?code=x')).toBe(
      `and(or(Observation.subject${patient}, Observation.performer${patient}), Observation.code(x))`,
    );
  });

  test('its owner is in it', async () => {
    expect(await where('Patient')).toBe(`or(id(1), Patient.link${patient})`);
  });

  test('of several types, each by its own', async () => {
    expect(await where('?_type=Group,Account')).toBe(
      `or(and(type(Group), Group.member${patient}), and(type(Account), Account.subject${patient}))`,
    );
  });

  test('of all types, those that can be in it', async () => {
    const all = await where('');
    expect(all).toContain(`and(type(Encounter), Encounter.patient${patient})`);
    expect(all).not.toContain('type(Evidence)');
  });

  test('does not change the self link', async () => {
    expect(await inPatient('Observation?code=x')).toMatchObject({
      applied: [
        ['code', 'x'],
        ['_count', '50'],
      ],
    });
  });

  test('a type that cannot be in it, or no compartment, is refused with the choices', async () => {
    expect(await inPatient('Location')).toMatchObject([
      { text: expect.stringContaining('choose one of: Account,') },
    ]);
    expect(await search('Observation', { compartment: { type: 'Group', id: '1' } })).toMatchObject([
      { text: expect.stringContaining('Device, Encounter, Patient') },
    ]);
  });
});

describe('whatever is sent', () => {
  const codes = fc.constantFrom(
    'name',
    'gender',
    'birthdate',
    'identifier',
    'general-practitioner',
    'link',
    '_id',
    '_lastUpdated',
    '_tag',
    '_profile',
    '_text',
    '_content',
    '_filter',
    '_list',
    '_in',
    '_has',
    '_type',
    '_sort',
    '_count',
    '_include',
    '_revinclude',
    '_elements',
    '_summary',
    '_total',
    '_page',
    'nonsense',
  );
  const names = fc
    .array(
      fc.oneof(codes, fc.constantFrom(':', '.', ':not', ':missing', ':Patient', ':text', ':in'), fc.string()),
      {
        minLength: 1,
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(''));
  const values = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          ',',
          '|',
          '$',
          '\\',
          '(',
          ')',
          '[',
          ']',
          '"',
          '.',
          ' eq ',
          ' and ',
          ' or ',
          'not (',
          'name',
          'gender',
          'true',
          '2020-01-01',
          'T10:00',
          'ge',
          '1e5',
          '-',
          'Patient/1',
          'http://localhost/fhir/',
          '_history/',
          ':',
          '*',
          'AND',
        ),
      ),
      { maxLength: 10 },
    )
    .map((parts) => parts.join(''));

  test('it is understood or refused, never more', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom([], ['Patient'], ['Location', 'Observation']),
        fc.array(fc.tuple(names, values), { maxLength: 4 }),
        fc.boolean(),
        async (types, pairs, isLenient) => {
          const parsed = await parseSearch(types, pairs, { ...CONTEXT, lenient: isLenient });
          if ('request' in parsed) {
            expect(parsed.applied.length + parsed.ignored.length).toBeGreaterThanOrEqual(
              pairs.filter(([name, value]) => value !== '' && !/^_(page|count)/.test(name)).length,
            );
            if (!isLenient) expect(parsed.ignored).toEqual([]);
          } else {
            expect(parsed.length).toBeGreaterThan(0);
            expect(parsed.some(({ severity }) => severity === 'error')).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('a self link is understood as the same search', async () => {
    const sent = fc.tuple(
      fc.constantFrom(
        'name',
        'gender:not',
        'birthdate',
        '_id',
        '_content',
        'name:exact',
        'link.name',
        '_filter',
        '_sort',
      ),
      values,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(sent, { maxLength: 3 }), async (pairs) => {
        const first = await parseSearch(['Patient'], pairs, { ...CONTEXT, lenient: true });
        if (!('request' in first)) return;
        const second = await strict(['Patient'], first.applied);
        expect(second).toMatchObject({ request: first.request, applied: first.applied });
      }),
      { numRuns: 500 },
    );
  });
});
