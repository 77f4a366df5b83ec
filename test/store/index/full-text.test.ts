import type { FhirResource } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import { fullText } from '../../../src/store/index/full-text.ts';

const text = (resource: object) => fullText(resource as FhirResource);

describe('the words of a resource', () => {
  test('are those of its narrative, without markup', () => {
    const div =
      '<div xmlns="http://www.w3.org/1999/xhtml"><h2>Aims</h2><p class="big">Pain<br/>relief &amp; caf&#233;</p><!-- no --></div>';
    expect(text({ resourceType: 'Patient', text: { status: 'generated', div } })).toEqual({
      narrative: 'aims pain relief cafe',
      content: 'generated aims pain relief cafe',
    });
  });

  test('are those of all its strings: extensions, contained resources and primitives with extensions', () => {
    const { narrative, content } = text({
      resourceType: 'Patient',
      name: [{ family: 'Chalmers', _family: { extension: [{ url: 'urn:own', valueString: 'van' }] } }],
      contained: [{ resourceType: 'Organization', name: 'Acme' }],
      active: true,
      photo: [{ contentType: 'image/png', data: 'Q0FUUw==', title: 'Portrait' }],
    });
    expect(narrative).toBe('');
    for (const word of ['chalmers', 'van', 'acme', 'portrait']) expect(content.split(' ')).toContain(word);
  });

  test('leave out encoded data', () => {
    const { content } = text({ resourceType: 'Binary', contentType: 'text/plain', data: 'Q0FUUw==' });
    expect(content).toBe('text plain');
  });

  test('are at most as many as PostgreSQL takes', () => {
    const { content } = text({ resourceType: 'Basic', author: { display: 'long '.repeat(200_000) } });
    expect(content.length).toBeLessThanOrEqual(250_000);
    expect(content).toMatch(/long long$/);
  });
});
