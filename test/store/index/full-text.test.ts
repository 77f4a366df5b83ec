import type { FhirResource } from 'fhir/r5.js';
import { describe, expect, test } from 'vitest';
import {
  DERIVATION,
  DERIVATION_REFERENCE,
  ORIGINAL_TEXT,
  RECORD_PATH,
} from '../../../src/fhir/source-mark.ts';
import { fullText } from '../../../src/store/index/full-text.ts';
import { gather } from '../../../src/store/index/gather.ts';

const text = (resource: object) => fullText(gather(resource as FhirResource));

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

  test('leave out where values stand in their source, but not what stands there', () => {
    const document = { url: 'reference', valueReference: { reference: 'DocumentReference/seven' } };
    const _family = {
      extension: [
        { url: DERIVATION_REFERENCE, extension: [document, { url: 'offset', valueInteger: 3 }] },
        { url: RECORD_PATH, valueString: 'people[0].surname' },
        { url: DERIVATION, valueCode: 'normalised' },
        { url: ORIGINAL_TEXT, valueString: 'CHALMERS, P.' },
      ],
    };
    const { content } = text({ resourceType: 'Patient', name: [{ family: 'Chalmers', _family }] });
    expect(content).toContain('chalmers p');
    for (const word of ['seven', 'surname', 'normalised']) expect(content).not.toContain(word);
  });

  test('are at most as many as PostgreSQL takes', () => {
    const { content } = text({ resourceType: 'Basic', author: { display: 'long '.repeat(200_000) } });
    expect(content.length).toBeLessThanOrEqual(250_000);
    expect(content).toMatch(/long long$/);
  });
});
