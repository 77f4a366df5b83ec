import { type Operator, type Operators, onSite } from '../operator.ts';
import { isPrimitive, listed, replace, type Site, values } from '../sites.ts';

const REASON = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const absent = { extension: [{ url: REASON, valueCode: 'unknown' }] };

const ofType =
  (...types: readonly string[]) =>
  (site: Site): boolean =>
    types.includes(site.type);

/** Puts one of several texts or numbers in place of a value of these types. */
const instead = (types: readonly string[], wrong: readonly unknown[]): Operator =>
  onSite(ofType(...types), (site, random) => replace(site, random.pick(wrong)));

const text = (site: Site): boolean => typeof values(site)[0] === 'string' && site.type !== 'xhtml';

const append =
  (before: string, after: string) =>
  (site: Site): void =>
    replace(site, before + String(values(site)[0]) + after);

const single = (site: Site): boolean =>
  isPrimitive(site) && !site.element.repeats && site.key !== 'id' && site.type !== 'xhtml';

const repeated = (site: Site): boolean => isPrimitive(site) && site.element.repeats;

const STRINGS = ['string', 'markdown'];
const NUMBERS = ['decimal', 'integer', 'positiveInt', 'unsignedInt'];

/** Adds an extension with one of these values, of a type that few elements have. */
const inExtension =
  (name: string, wrong: readonly unknown[]): Operator =>
  (resource, random) => {
    if (resource.extension !== undefined || resource.resourceType === 'Bundle') return false;
    resource.extension = [{ url: 'http://trials.test/fhir/note', [name]: random.pick(wrong) }];
    return true;
  };

/** Writes a number into the text as no JavaScript number can be written. */
const written = (types: readonly string[], form: (number: string) => string): Operator => {
  const mark = 987654321.125;
  const place = onSite(ofType(...types), (site) => {
    const was = String(values(site)[0]);
    replace(site, mark);
    site.holder[`${site.key}\u0000`] = was;
  });
  return (resource, random) => {
    if (!place(resource, random)) return false;
    const marked = JSON.stringify(resource);
    const was = /,"[^"]*\\u0000":"([^"]*)"/.exec(marked);
    return marked.replace(was![0], '').replace(String(mark), form(was![1]!));
  };
};

/** Faults in primitive values: https://hl7.org/fhir/R5/datatypes.html#primitive */
export const PRIMITIVES: Operators = {
  'empty string': onSite(text, (site) => replace(site, '')),
  'string of white space': onSite(ofType('string'), (site) => replace(site, '  ')),
  'markdown of white space': onSite(ofType('markdown'), (site) => replace(site, ' \t ')),
  'space before a string': onSite(ofType(...STRINGS), append(' ', '')),
  'space after a string': onSite(ofType(...STRINGS), append('', ' ')),
  'control character in a string': onSite(ofType(...STRINGS), append('', '\u0001')),
  'markup in a string': onSite(ofType(...STRINGS), append('<b>', '</b>')),
  'script in a string': onSite(ofType(...STRINGS), append('<script>alert(1)</script>', '')),
  'line break in a string': onSite(ofType(...STRINGS), append('', '\nnext line')),
  'lone surrogate in a string': onSite(ofType(...STRINGS), append('', '\ud800')),
  'long string': onSite(ofType('string'), (site) => replace(site, 'x'.repeat(70_000))),
  'space before a code': onSite(ofType('code'), append(' ', '')),
  'space after a code': onSite(ofType('code'), append('', ' ')),
  'two spaces in a code': onSite(ofType('code'), append('a  ', '')),
  'one space in a code': onSite(ofType('code'), append('a ', '')),
  'tab in a code': onSite(ofType('code'), append('a\t', '')),
  'bad id': instead(['id'], ['a b', 'a_b', 'x'.repeat(65), 'ü', 'a/b', '']),
  'id at its limit': instead(['id'], ['x'.repeat(64), 'A-1.b', '-', '.']),
  'bad id of the resource': (resource, random) => {
    resource.id = random.pick(['a b', 'a_b', 'x'.repeat(65), 'ü', 'a/b', '', ' a', 1]);
    return true;
  },
  'bad date': instead(
    ['date'],
    [
      '2020-13-01',
      '2020-02-30',
      '2021-02-29',
      '2020-1-2',
      '20200102',
      '2020-01-01T00:00:00Z',
      '01/02/2020',
      '0000',
      'today',
      '20',
    ],
  ),
  'bad dateTime': instead(
    ['dateTime'],
    [
      '2020-01-01T10:00:00',
      '2020-01-01T10:00Z',
      '2020-01-01T24:00:00Z',
      '2020-01-01T10:61:00Z',
      '2020-02-30T10:00:00Z',
      '2020-01-01 10:00:00Z',
      '2020-01-01T10:00:00+15:00',
      '2020-01-01T10:00:00+0200',
      '2020-01-01T10:00:00z',
      '2020-01-01Z',
      '2020-01T10:00:00Z',
      '2020-00-10',
    ],
  ),
  'dateTime at its limits': instead(
    ['dateTime'],
    [
      '1583',
      '0001-01-01',
      '9999-12-31',
      '1850-01-01',
      '2150-01-01',
      '2020-02-29T23:59:60Z',
      '2020-01-01T10:00:00.123456789Z',
      '2020-01-01T10:00:00.1234567891Z',
      '2020-01-01T10:00:00-00:00',
      '2020-01-01T10:00:00+14:00',
    ],
  ),
  'bad instant': instead(
    ['instant'],
    [
      '2020-01-01',
      '2020-01-01T10:00:00',
      '2020-01-01T10:00Z',
      '2020-13-01T10:00:00Z',
      '2020-01-01T10:00:00+99:00',
      'now',
    ],
  ),
  'bad time': instead(['time'], ['10:00', '24:00:00', '10:60:00', '10:00:00Z', '1:00:00', 'noon']),
  'bad uri': instead(
    ['uri', 'url', 'canonical'],
    [
      'http://trials.test/a b',
      ' http://trials.test',
      'urn:uuid:123',
      'urn:oid:3.1.2',
      'urn:oid:1.02.3',
      'urn:uuid:C757873D-EC9A-4326-A141-556F43239520',
      'http://trials.test/\t',
    ],
  ),
  'odd uri': instead(
    ['uri', 'url', 'canonical'],
    [
      'relative/path',
      'urn:',
      'http://',
      'uuid:c757873d-ec9a-4326-a141-556f43239520',
      'oid:1.2.3',
      'mailto:a@b',
      'http://trials.test/ü',
      'http://trials.test/a|b|c',
      'http://trials.test/<x>',
      '#',
      'ftp://x/y',
      'ldap://[2001:db8::7]/c',
      'http:/trials.test',
      'htp://trials.test',
    ],
  ),
  'odd canonical': instead(
    ['canonical'],
    [
      '|1.0',
      'http://trials.test/x|',
      'http://trials.test/x#y|1',
      '#x',
      'Library/x',
      'http://trials.test/x|1 0',
      'urn:uuid:c757873d-ec9a-4326-a141-556f43239520|1',
    ],
  ),
  'relative url': instead(['url'], ['page.html', '/page', '#x', 'trials.test']),
  'bad uuid': inExtension('valueUuid', [
    'urn:uuid:1',
    'c757873d-ec9a-4326-a141-556f43239520',
    'urn:uuid:C757873D-EC9A-4326-A141-556F43239520',
  ]),
  'bad oid': inExtension('valueOid', ['1.2.3', 'urn:oid:1', 'urn:oid:3.4', 'urn:oid:1.02', 'urn:oid:1.2.']),
  'bad base64': instead(['base64Binary'], ['a', 'ab=c', '####', 'YWJj=', 'YWJ', 'YW Jj', 'YWJj====', '']),
  'positiveInt of 0': instead(['positiveInt'], [0, -1]),
  'unsignedInt below 0': instead(['unsignedInt'], [-1, -2_147_483_648]),
  'integer too large': instead(['integer', 'positiveInt', 'unsignedInt'], [2_147_483_648, 1e12]),
  'integer at its limit': instead(['integer', 'positiveInt', 'unsignedInt'], [2_147_483_647]),
  'integer with a fraction': instead(['integer', 'positiveInt', 'unsignedInt'], [1.5, 0.1]),
  'integer written as decimal': written(['integer', 'positiveInt', 'unsignedInt'], (number) => `${number}.0`),
  'integer with exponent': written(['integer', 'positiveInt', 'unsignedInt'], () => '1e2'),
  'number with leading zero': written(NUMBERS, (number) => `0${number}`),
  'number with plus': written(NUMBERS, (number) => `+${number}`),
  'decimal without digits after the point': written(['decimal'], () => '1.'),
  'decimal without digits before the point': written(['decimal'], () => '.5'),
  'decimal with exponent': written(['decimal'], () => '1.5E+3'),
  'decimal with many digits': written(['decimal'], () => '3.14159265358979323846264338327950288'),
  'decimal far out of range': written(['decimal'], () => '1e400'),
  'decimal that is no number': written(['decimal'], () => 'NaN'),
  'minus nought': written(NUMBERS, () => '-0'),
  'integer64 as a number': onSite(ofType('integer64'), (site) => replace(site, 5)),
  'bad integer64': instead(['integer64'], ['9223372036854775808', '1.5', 'x', '', '01']),
  'number as a string': onSite(ofType(...NUMBERS), (site) => replace(site, String(values(site)[0]))),
  'boolean as a string': onSite(ofType('boolean'), (site) => replace(site, String(values(site)[0]))),
  'boolean as a number': onSite(ofType('boolean'), (site) => replace(site, 1)),
  'string as a number': onSite(text, (site) => replace(site, 12)),
  'string as a boolean': onSite(text, (site) => replace(site, true)),
  'extras that are empty': onSite(single, ({ holder, key }) => {
    holder[`_${key}`] = {};
  }),
  'extras that are null': onSite(single, ({ holder, key }) => {
    holder[`_${key}`] = null;
  }),
  'extras that are a list beside a single value': onSite(single, ({ holder, key }) => {
    holder[`_${key}`] = [absent];
  }),
  'extras that are an object beside a list': onSite(repeated, ({ holder, key }) => {
    holder[`_${key}`] = absent;
  }),
  'extras that are a string': onSite(single, ({ holder, key }) => {
    holder[`_${key}`] = 'x';
  }),
  'extras with an unknown property': onSite(single, ({ holder, key }) => {
    holder[`_${key}`] = { value: 'x' };
  }),
  'extras of an unknown element': (resource) => {
    resource._unknownProperty = absent;
    return true;
  },
  'extras only': onSite(single, ({ holder, key }) => {
    delete holder[key];
    holder[`_${key}`] = absent;
  }),
  'extras with an id only, without a value': onSite(single, ({ holder, key }) => {
    delete holder[key];
    holder[`_${key}`] = { id: 'x' };
  }),
  'extras beside a value': onSite(single, ({ holder, key }) => {
    holder[`_${key}`] = { id: 'x', extension: [{ url: 'http://trials.test/fhir/note', valueString: 'x' }] };
  }),
  'value and a reason for its absence': onSite(single, ({ holder, key }) => {
    holder[`_${key}`] = absent;
  }),
  'null paired with extras': onSite(repeated, ({ holder, key }) => {
    const list = listed(holder[key]);
    holder[key] = [...list, null];
    holder[`_${key}`] = [...list.map(() => null), absent];
  }),
  'null paired with null': onSite(repeated, ({ holder, key }) => {
    const list = listed(holder[key]);
    holder[key] = [...list, null];
    holder[`_${key}`] = [...list.map(() => absent), null];
  }),
  'more extras than values': onSite(repeated, ({ holder, key }) => {
    holder[`_${key}`] = [...listed(holder[key]).map(() => null), absent];
  }),
  'extras all null': onSite(repeated, ({ holder, key }) => {
    holder[`_${key}`] = listed(holder[key]).map(() => null);
  }),
};
