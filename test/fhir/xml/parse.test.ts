import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from '../../../src/fhir/json.ts';
import { parseXml, type XmlContent } from '../../../src/fhir/xml/parse.ts';

const patient = (inside: string): string => `<Patient xmlns="http://hl7.org/fhir">${inside}</Patient>`;

const read = (xml: string): XmlContent => {
  const content = parseXml(xml);
  if (!('value' in content)) throw new Error(JSON.stringify(content));
  return content;
};

const DIV = '<div xmlns="http://www.w3.org/1999/xhtml">';

describe('XML that is read', () => {
  test('gives the text and the value of JSON, decimals as they are written', () => {
    const xml = `<?xml version="1.0" encoding="utf-8"?>
      <!-- a comment --><?any instruction?>
      <Observation xmlns="http://hl7.org/fhir">
        <id value="a"/><!-- another -->
        <status value="final"/>
        <valueQuantity id="q"><value value="1.50"/></valueQuantity>
      </Observation>`;
    const { text, value } = read(xml);
    expect(text).toBe(
      '{"resourceType":"Observation","id":"a","status":"final","valueQuantity":{"id":"q","value":1.50}}',
    );
    expect(value).toEqual(JSON.parse(text));
  });

  test('gives each primitive as JSON writes it', () => {
    const xml = `<Parameters xmlns="http://hl7.org/fhir">
      <parameter><name value="a"/><valueBoolean value="true"/></parameter>
      <parameter><name value="b"/><valueInteger value="-3"/></parameter>
      <parameter><name value="c"/><valueInteger64 value="9007199254740993"/></parameter>
      <parameter><name value="d"/><valueDecimal value="1e-7"/></parameter>
      <parameter><name value="e"/><valueString value="true"/></parameter>
      <parameter><name value="f"/><valueUnsignedInt value="0"/></parameter>
    </Parameters>`;
    expect(read(xml).text).toBe(
      '{"resourceType":"Parameters","parameter":[{"name":"a","valueBoolean":true},{"name":"b","valueInteger":-3},' +
        '{"name":"c","valueInteger64":"9007199254740993"},{"name":"d","valueDecimal":1e-7},' +
        '{"name":"e","valueString":"true"},{"name":"f","valueUnsignedInt":0}]}',
    );
  });

  test('has lists for what repeats, null for what has no value, ids and extensions beside values', () => {
    const xml = patient(
      '<name><given value="A"/><given id="g"><extension url="http://a.b/c"><valueCode value="x"/></extension></given>' +
        '<given value="B"/></name><gender id="x"/><birthDate id="b" value="1970"/>',
    );
    expect(read(xml).value).toEqual({
      resourceType: 'Patient',
      name: [
        {
          given: ['A', null, 'B'],
          _given: [null, { id: 'g', extension: [{ url: 'http://a.b/c', valueCode: 'x' }] }, null],
        },
      ],
      _gender: { id: 'x' },
      birthDate: '1970',
      _birthDate: { id: 'b' },
    });
  });

  test('has resources where they are contained', () => {
    const xml = patient(
      '<contained><Group><id value="a"/></Group></contained><contained><Device/></contained>',
    );
    expect(read(xml).value).toEqual({
      resourceType: 'Patient',
      contained: [{ resourceType: 'Group', id: 'a' }, { resourceType: 'Device' }],
    });
  });

  test.each([
    [`${DIV}a &lt; b<br/><!-- c --></div>`, `${DIV}a &lt; b<br/><!-- c --></div>`],
    [
      '<h:div xmlns:h="http://www.w3.org/1999/xhtml" lang="en"><h:p>a</h:p><h:br/></h:div>',
      `${DIV.slice(0, -1)} lang="en"><p>a</p><br/></div>`,
    ],
  ])('keeps the narrative with its namespace: %s', (xml, div) => {
    expect(read(patient(`<text><status value="generated"/>${xml}</text>`)).value).toEqual({
      resourceType: 'Patient',
      text: { status: 'generated', div },
    });
  });

  test('may have any prefix for the namespaces', () => {
    const xml =
      '\ufeff<f:Patient xmlns:f="http://hl7.org/fhir" xmlns="http://www.w3.org/1999/xhtml"><f:id value="a"/>' +
      '<f:text><f:status value="empty"/><div><p>b</p></div></f:text></f:Patient>';
    expect(read(xml).value).toEqual({
      resourceType: 'Patient',
      id: 'a',
      text: { status: 'empty', div: `${DIV}<p>b</p></div>` },
    });
  });

  test('leaves to the validator what JSON can say too', () => {
    expect(read(patient('<active/><name/><gender value=""/>')).value).toEqual({
      resourceType: 'Patient',
      _active: {},
      name: [{}],
      gender: '',
    });
  });

  test('is no deeper than JSON may be', () => {
    const extension = (levels: number): string =>
      levels === 0 ? '' : `<extension url="a">${extension(levels - 1)}</extension>`;
    expect(parse(read(patient(extension(99))).text)).toHaveProperty('value');
    expect(parseXml(patient(extension(100)))).toMatchObject([
      { rule: 'xml-syntax', text: 'Nested deeper than 100 levels', line: 1 },
    ]);
  });
});

describe('XML that is refused', () => {
  const FHIR = 'xmlns="http://hl7.org/fhir"';

  test.each([
    ['nothing', '', 'xml-syntax', undefined],
    ['JSON', '{"resourceType":"Patient"}', 'xml-syntax', undefined],
    ['an unclosed element', `<Patient ${FHIR}><active value="true"/>`, 'xml-syntax', undefined],
    ['an element closed by another', `<Patient ${FHIR}><active></Patient>`, 'xml-syntax', undefined],
    ['two roots', `<Patient ${FHIR}/><Patient ${FHIR}/>`, 'xml-syntax', undefined],
    ['an attribute twice', patient('<id value="a" value="b"/>'), 'xml-syntax', undefined],
    ['a prefix that is not declared', '<f:Patient/>', 'xml-syntax', undefined],
    ['an entity of HTML', patient(`<text>${DIV}&nbsp;</div></text>`), 'xml-syntax', undefined],
    ['a control character', patient('<id value="&#1;"/>'), 'xml-syntax', undefined],
    ['a document type', `<!DOCTYPE Patient>${patient('')}`, 'xml-doctype', undefined],
    [
      'a file of the machine',
      `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]>${patient('<id value="&e;"/>')}`,
      'xml-doctype',
      undefined,
    ],
    ['another encoding', `<?xml version="1.0" encoding="latin1"?>${patient('')}`, 'xml-encoding', undefined],
    ['no namespace', '<Patient/>', 'xml-namespace', 'Patient'],
    ['another namespace', '<Patient xmlns="urn:hl7-org:v3"/>', 'xml-namespace', 'Patient'],
    [
      'an element of another namespace',
      patient('<id xmlns="urn:a" value="b"/>'),
      'xml-namespace',
      'Patient.id',
    ],
    ['markup elsewhere', patient(`${DIV}a</div>`), 'xml-namespace', 'Patient.div'],
    ['no resource', `<Period ${FHIR}/>`, 'xml-resource-type', 'Period'],
    ['an abstract resource', `<DomainResource ${FHIR}/>`, 'xml-resource-type', 'DomainResource'],
    [
      'an unknown element',
      patient('<name><first value="a"/></name>'),
      'xml-unknown-element',
      'Patient.name[0].first',
    ],
    [
      'an unknown choice',
      patient('<deceasedString value="a"/>'),
      'xml-unknown-element',
      'Patient.deceasedString',
    ],
    [
      'an attribute as element',
      patient('<name><id value="a"/></name>'),
      'xml-unknown-element',
      'Patient.name[0].id',
    ],
    ['an unknown attribute', patient('<active values="true"/>'), 'xml-unknown-attribute', 'Patient.active'],
    ['a value of what has none', patient('<name value="a"/>'), 'xml-unknown-attribute', 'Patient.name[0]'],
    ['an id of a resource', `<Patient ${FHIR} id="a"/>`, 'xml-unknown-attribute', 'Patient'],
    [
      'a schema named',
      `<Patient ${FHIR} xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:schemaLocation="a b"/>`,
      'xml-unknown-attribute',
      'Patient',
    ],
    ['another order', patient('<name/><active value="true"/>'), 'xml-order', 'Patient.active'],
    ['a list in two parts', patient('<name/><gender value="male"/><name/>'), 'xml-order', 'Patient.name'],
    [
      'one thing twice',
      patient('<active value="true"/><active value="true"/>'),
      'xml-repeated',
      'Patient.active',
    ],
    [
      'two values of a choice',
      patient('<deceasedBoolean value="true"/><deceasedDateTime value="2020"/>'),
      'xml-choice',
      'Patient.deceased.ofType(dateTime)',
    ],
    ['text for an element', patient('<name>Chalmers</name>'), 'xml-text', 'Patient.name[0]'],
    ['text for a value', patient('<active>true</active>'), 'xml-text', 'Patient.active'],
    ['text in a CDATA section', patient('<active><![CDATA[true]]></active>'), 'xml-text', 'Patient.active'],
    ['no resource contained', patient('<contained/>'), 'xml-resource', 'Patient.contained[0]'],
    [
      'two resources contained',
      patient('<contained><Group/><Group/></contained>'),
      'xml-resource',
      'Patient.contained[0]',
    ],
    [
      'an unknown one contained',
      patient('<contained><X/></contained>'),
      'xml-resource-type',
      'Patient.contained[0]',
    ],
    ['no boolean', patient('<active value="1"/>'), 'primitive', 'Patient.active'],
    [
      'no integer',
      patient('<multipleBirthInteger value="two"/>'),
      'primitive',
      'Patient.multipleBirth.ofType(integer)',
    ],
  ])('%s', (_, xml, rule, expression) => {
    expect(parseXml(xml)).toEqual([
      expect.objectContaining({
        rule,
        ...(expression !== undefined && { expression }),
        line: expect.any(Number),
        column: expect.any(Number),
      }),
    ]);
  });

  test.each(['+1', '01', '.5', '1.', '1,5', '0x1', 'NaN', 'INF', ' 1', '1 ', '1e', ''])(
    'the decimal "%s"',
    (written) => {
      const xml = `<Observation xmlns="http://hl7.org/fhir"><valueQuantity><value value="${written}"/></valueQuantity></Observation>`;
      expect(parseXml(xml)).toEqual([
        {
          severity: 'error',
          code: 'value',
          rule: 'primitive',
          text: `"${written}" is not a valid decimal`,
          expression: 'Observation.value.ofType(Quantity).value',
          line: 1,
          column: 57,
        },
      ]);
    },
  );

  test('entities that grow', () => {
    const laughs = Array.from({ length: 10 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join(
      '',
    );
    const xml = `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs}]>${patient('<id value="&l10;"/>')}`;
    const start = performance.now();
    expect(parseXml(xml)).toMatchObject([{ rule: 'xml-doctype', severity: 'fatal' }]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('with every fault in its place', () => {
    const xml = patient(
      '\n  <first/>\n  <name>\n    <given value="a"/> <middle/>\n  </name>\n  <birthDay value="1"/>',
    );
    expect(parseXml(xml)).toMatchObject([
      { rule: 'xml-unknown-element', expression: 'Patient.first', line: 2, column: 3 },
      { rule: 'xml-unknown-element', expression: 'Patient.name[0].middle', line: 4, column: 24 },
      { rule: 'xml-unknown-element', expression: 'Patient.birthDay', line: 6, column: 3 },
    ]);
  });

  test('with no more faults than anyone reads', () => {
    expect(parseXml(patient('<x/>'.repeat(100_000)))).toHaveLength(100);
  });

  test('and never thrown at', () => {
    const valid = patient(
      `<id value="a&amp;"/><text><status value="empty"/>${DIV}<p>a</p></div></text><active value="true"/>`,
    );
    const damaged = fc
      .tuple(
        fc.nat(valid.length),
        fc.nat(20),
        fc.constantFrom('', '<', '>', '"', '&', '</', ' xmlns="', 'value', '\0'),
      )
      .map(([at, length, put]) => valid.slice(0, at) + put + valid.slice(at + length));
    fc.assert(
      fc.property(fc.oneof(damaged, fc.string()), (xml) => {
        const result = parseXml(xml);
        expect('value' in result || result.length > 0).toBe(true);
      }),
    );
  });
});

describe('the places of elements in XML', () => {
  const { positions } = read(`<Evidence xmlns="http://hl7.org/fhir">
  <contained><Group><name value="a"/></Group></contained>
  <title value="b">
    <extension url="a"/> <extension url="b"><valueQuantity><value value="1"/></valueQuantity></extension>
  </title>
  <statistic/> <statistic>
    <numberAffected value="3"/>
  </statistic>
</Evidence>`);

  test.each([
    ['Evidence', 1, 1],
    ['Evidence.contained[0].name', 2, 21],
    ['Evidence.title', 3, 3],
    ['Evidence.title.extension[1]', 4, 26],
    ['Evidence.title.extension[1].url', 4, 26],
    ['Evidence.title.extension[1].value.ofType(Quantity).value', 4, 60],
    ['Evidence.statistic[1].numberAffected', 7, 5],
    ['Evidence.statistic[1].quantity', 6, 16],
    ['Evidence.description', 1, 1],
  ])('%s', (expression, line, column) => {
    expect(positions([expression])).toEqual(new Map([[expression, { line, column }]]));
  });
});
