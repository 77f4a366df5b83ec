import { describe, expect, test } from 'vitest';
import { parseXml } from '../../src/fhir/xml/parse.ts';
import { evidence } from './evidence.ts';
import { changed, errors, shownErrors, validate } from './found.ts';

const div = (inner: string): string => `<div xmlns="http://www.w3.org/1999/xhtml">${inner}</div>`;
const of = (xhtml: string): readonly string[] => errors(changed(evidence, 'text.div', xhtml));

describe('narrative', () => {
  test.each([
    div('<table><tbody><tr><th scope="col">n</th><td>11</td></tr></tbody></table>'),
    div('5 &lt; 6 &#160; &amp;'),
    div('<a name="x">a</a><a href="#x">b</a>'),
    div('<ul><li>a</li></ul><p><b>a</b></p>'),
    div('<img src="a.png" alt="x"/>'),
    div('<a href="https://example.com">x</a><br/>'),
    '<n:div xmlns:n="http://www.w3.org/1999/xhtml"><n:p>a</n:p></n:div>',
  ])('accepts %s', (xhtml) => {
    expect(of(xhtml)).toEqual([]);
  });

  test.each([
    [div('<script>x</script>'), ['xhtml-element', 'txt-1']],
    [div('<p onclick="x()">a</p>'), ['xhtml-attribute', 'txt-1']],
    [div('<a href="javascript:x()">a</a>'), ['xhtml-url']],
    [div('<a href="https://example.com/{id}">a</a>'), ['xhtml-url']],
    [div('<iframe src="https://example.com"/>x'), ['xhtml-element', 'xhtml-attribute', 'txt-1']],
    [div('<p>not closed'), ['xhtml-syntax', 'txt-1', 'txt-2']],
    [div('<p><table><tr><td>a</td></tr></table></p>'), ['xhtml-nesting', 'xhtml-nesting']],
    [div('<p><p>a</p></p>'), ['xhtml-nesting']],
    [div('<ul>a</ul>'), ['xhtml-nesting']],
    [div('<table><tr><p>a</p></tr></table>'), ['xhtml-nesting']],
    [div('<li>a</li>'), ['xhtml-nesting']],
    [div('<a href="#x">a</a>'), ['xhtml-url']],
    [div('<a href="">a</a>'), ['xhtml-url']],
    [div('a &nbsp; b'), ['xhtml-syntax', 'txt-1', 'txt-2']],
    [div('&unheardof;'), ['xhtml-syntax', 'txt-1', 'txt-2']],
    ['<div>no namespace</div>', ['xhtml-namespace']],
    ['<p xmlns="http://www.w3.org/1999/xhtml">no div</p>', ['xhtml-element', 'txt-1']],
    ['just words', ['xhtml-syntax', 'txt-1', 'txt-2']],
    [`<!DOCTYPE div [<!ENTITY x "y">]>${div('a')}`, ['xhtml-syntax', 'txt-1', 'txt-2']],
    [div('<![CDATA[a]]>'), ['txt-2']],
    [div('a <!DOCTYPE div>'), ['xhtml-syntax', 'txt-1', 'txt-2']],
    [div('a & b'), ['xhtml-syntax', 'txt-1', 'txt-2']],
    [div('a < b'), ['xhtml-syntax', 'txt-1', 'txt-2']],
    [div('<x:p>a</x:p>'), ['xhtml-syntax', 'txt-1', 'txt-2']],
    [div('<b>a<b>b</b></b>'), ['xhtml-nesting']],
    [div('<dl><p>a</p></dl>'), ['xhtml-nesting']],
    [div('<tbody><tr><td>a</td></tr></tbody>'), ['xhtml-nesting']],
    [div('a<br>b</br>'), ['xhtml-nesting']],
    [div('<a href="urn:oid:2.999">a</a>'), ['xhtml-url']],
    [div('<p> </p>'), ['txt-2']],
  ])('refuses %s', (xhtml, rules) => {
    expect(of(xhtml)).toEqual(rules.map((rule) => `${rule} Evidence.text.div`));
  });

  test.each([
    `<?xml version="1.0"?>${div('a')}`,
    `<!DOCTYPE div>${div('a')}`,
    div('<p class=x>a</p>'),
    div('<p class="x" class="y">a</p>'),
    div('<table><tr><td nowrap>a</td></tr></table>'),
    '<div xmlns="http://www.w3.org/1999/xhtml"><p>a',
    `${div('a')}${div('b')}`,
  ])('accepts %s with a warning where it is no well-formed XML', (xhtml) => {
    expect(of(xhtml)).toEqual([]);
  });

  test('leads to what has an id in the resource', () => {
    const linked = changed(evidence, 'text.div', div('<a href="#here">a</a>'));
    expect(errors(linked)).toEqual(['xhtml-url Evidence.text.div']);
    expect(errors(changed(linked, 'variableDefinition.0.id', 'here'))).toEqual([]);
  });

  test('has its own namespace in XML, too', () => {
    const parsed = parseXml(
      '<Patient xmlns="http://hl7.org/fhir"><text><status value="generated"/><div>a</div></text></Patient>',
    );
    expect('value' in parsed && shownErrors(validate(parsed))).toEqual(['xhtml-namespace Patient.text.div']);
  });

  test('refers to contained resources', () => {
    const picture = { resourceType: 'Binary', id: 'b', contentType: 'image/png', data: 'AAAA' };
    const shown = changed(evidence, 'text.div', div('<img src="#b" alt="x"/>'));
    expect(errors({ ...shown, contained: [picture] })).toEqual([]);
    expect(errors(shown)).toEqual(['xhtml-url Evidence.text.div']);
  });
});
