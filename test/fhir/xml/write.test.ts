import { describe, expect, test } from 'vitest';
import { toXml } from '../../../src/fhir/xml/write.ts';

const START = '<?xml version="1.0" encoding="UTF-8"?>';

/** What stands inside the root element. */
const inside = (resource: string): string =>
  /^<\?xml[^>]*><(\w+) xmlns="http:\/\/hl7\.org\/fhir">(.*)<\/\1>$/s.exec(toXml(resource))![2]!;

describe('a resource in XML', () => {
  test('has the elements in the order of the definition, whatever the order in JSON', () => {
    const json =
      '{"birthDate":"1970","name":[{"given":["A","B"],"family":"C"}],"id":"a","resourceType":"Patient","active":true}';
    expect(toXml(json)).toBe(
      `${START}<Patient xmlns="http://hl7.org/fhir"><id value="a"/><active value="true"/><name><family value="C"/>` +
        '<given value="A"/><given value="B"/></name><birthDate value="1970"/></Patient>',
    );
  });

  test('is indented if asked for', () => {
    expect(
      toXml(
        '{"resourceType":"Patient","name":[{"family":"C"}],"contained":[{"resourceType":"Group"}]}',
        true,
      ),
    ).toBe(
      [
        START,
        '<Patient xmlns="http://hl7.org/fhir">',
        '  <contained>',
        '    <Group/>',
        '  </contained>',
        '  <name>',
        '    <family value="C"/>',
        '  </name>',
        '</Patient>',
      ].join('\n'),
    );
  });

  test.each([
    '1.50',
    '-0.0',
    '1e-7',
    '1.00E+3',
    '0.10000000000000000000000000000000001',
    '12345678901234567890',
  ])('has the decimal %s as it is written', (decimal) => {
    expect(inside(`{"resourceType":"Observation","valueQuantity":{"value":${decimal}}}`)).toBe(
      `<valueQuantity><value value="${decimal}"/></valueQuantity>`,
    );
  });

  test('has ids and extensions of primitives with their values', () => {
    const json = `{"resourceType":"Patient",
      "birthDate":"1970", "_birthDate":{"id":"b","extension":[{"id":"x","url":"http://a.b/c","valueInteger":0}]},
      "_gender":{"extension":[{"url":"http://a.b/c","valueBoolean":false}]},
      "name":[{"given":["A",null,"B"],"_given":[null,{"id":"g"}]}]}`;
    expect(inside(json)).toBe(
      '<name><given value="A"/><given id="g"/><given value="B"/></name>' +
        '<gender><extension url="http://a.b/c"><valueBoolean value="false"/></extension></gender>' +
        '<birthDate id="b" value="1970"><extension id="x" url="http://a.b/c"><valueInteger value="0"/></extension>' +
        '</birthDate>',
    );
  });

  test('has resources inside entries and parameters', () => {
    expect(
      inside(
        '{"resourceType":"Bundle","type":"batch","entry":[{"resource":{"id":"a","resourceType":"Group"}}]}',
      ),
    ).toBe('<type value="batch"/><entry><resource><Group><id value="a"/></Group></resource></entry>');
  });

  test('has what XML reads otherwise escaped, and what it cannot say replaced', () => {
    const text = JSON.stringify('<&>"\'\t\n\r\u0001\ud800 😀');
    expect(inside(`{"resourceType":"Group","description":${text}}`)).toBe(
      '<description value="&lt;&amp;&gt;&quot;\'&#9;&#10;&#13;\ufffd\ufffd 😀"/>',
    );
  });

  test('has the narrative as markup, without the names of characters that only HTML knows', () => {
    const div = '<div xmlns="http://www.w3.org/1999/xhtml">a&nbsp;&lt;b&gt;<br/>&eacute;&apos;&#160;</div>';
    expect(inside(JSON.stringify({ resourceType: 'Group', text: { status: 'generated', div } }))).toBe(
      '<text><status value="generated"/><div xmlns="http://www.w3.org/1999/xhtml">a\u00a0&lt;b&gt;<br/>é&apos;&#160;</div></text>',
    );
  });

  test('leaves out what R5 does not define', () => {
    expect(inside('{"resourceType":"Group","nonsense":{"a":1},"constructor":1,"name":"a"}')).toBe(
      '<name value="a"/>',
    );
  });
});
