import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readXhtml } from '../../../src/fhir/xhtml/read.ts';
import { writeXhtml } from '../../../src/fhir/xhtml/write.ts';
import { parseXml } from '../../../src/fhir/xml/parse.ts';
import { toXml } from '../../../src/fhir/xml/write.ts';

const XMLNS = 'xmlns="http://www.w3.org/1999/xhtml"';
const written = (text: string): string => {
  const reading = readXhtml(text);
  return typeof reading === 'string' ? reading : writeXhtml(reading.root);
};

describe('reading XHTML', () => {
  test.each([
    [`<div ${XMLNS}><p class=x>a`, `<div ${XMLNS}><p class="x">a</p></div>`],
    [`<!DOCTYPE div><div ${XMLNS}>a &amp; b&#233;</div>`, `<div ${XMLNS}>a &amp; bé</div>`],
    [`<h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:br/></h:div>`, `<div ${XMLNS}><br/></div>`],
    [`<div ${XMLNS}><!-- a --><![CDATA[a < b]]></div> x`, `<div ${XMLNS}>a &lt; b</div>`],
    [`<div ${XMLNS} title='a "b"'>a</div>`, `<div ${XMLNS} title="a &quot;b&quot;">a</div>`],
  ])('%s is %s', (text, xml) => {
    expect(written(text)).toBe(xml);
  });

  test.each([
    ['', 'it does not begin with a tag'],
    ['<div><p></div>', '</div> stands where </p> should'],
    ['<div>&nbsp;</div>', '&nbsp; is no reference to a character'],
    ['<div <p>', 'an attribute of div has no name'],
    ['<div a="b"', ''],
  ])('%s: %s', (text, fault) => {
    expect(typeof readXhtml(text) === 'string' ? readXhtml(text) : '').toBe(fault);
  });

  test('is bounded in depth', () => {
    expect(readXhtml('<p>'.repeat(100_000))).toMatch(/500 deep/);
  });

  test('never throws, and what it writes is read again as the same', () => {
    const markup = fc
      .array(
        fc.constantFrom(
          '<',
          '</',
          '>',
          '/>',
          '<div',
          'p',
          ' a=',
          '"',
          "'",
          '&',
          ';',
          'x',
          ' ',
          '<!--',
          '-->',
          '<?',
        ),
      )
      .map((parts) => `<div ${XMLNS}>${parts.join('')}`);
    fc.assert(
      fc.property(markup, (text) => {
        const reading = readXhtml(text);
        if (typeof reading === 'string') return;
        const xml = writeXhtml(reading.root);
        const again = readXhtml(xml);
        expect(typeof again === 'string' ? again : again.lapses).toEqual([]);
        expect(typeof again === 'string' ? again : writeXhtml(again.root)).toBe(xml);
      }),
    );
  });

  test('is written as well-formed XML in a resource', () => {
    const div = `<div ${XMLNS}><p class=x>a`;
    const xml = toXml(JSON.stringify({ resourceType: 'Basic', text: { status: 'generated', div } }));
    const parsed = parseXml(xml);
    expect('value' in parsed && parsed.value).toMatchObject({
      text: { div: `<div ${XMLNS}><p class="x">a</p></div>` },
    });
  });
});
