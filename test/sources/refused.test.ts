import { describe, expect, it } from 'vitest';
import { read } from '../../src/sources/read.ts';
import { catalogued, mirrored } from './pages.ts';

const refused = (document: string | Uint8Array): { takenFor: string; missing: string } => {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  const found = read(bytes);
  if (found.kind !== 'refused') throw new Error(`read as a ${found.kind}`);
  return { takenFor: found.takenFor, missing: found.missing };
};

const NO_ABSTRACT = 'an abstract, or the labelled lines of a catalogue entry';
const NO_RECORD = 'a record of a registry that is known here';

describe('a document that reports no trial is refused with what it was taken for and what it lacks:', () => {
  it.each([
    ['nothing', '', 'an empty document', NO_ABSTRACT],
    ['white space', ' \r\n\t\u00a0\n', 'an empty document', NO_ABSTRACT],
    ['a byte-order mark alone', '\u{feff}', 'an empty document', NO_ABSTRACT],
    ['a word', 'Trial', 'a text of no known kind', NO_ABSTRACT],
    [
      'a cookie notice',
      'We value your privacy\n\nWe and our 834 partners store or access information on a device, such as cookies, and process personal data.\n\nAccept all\n\nReject all\n',
      'a notice about cookies or consent',
      NO_ABSTRACT,
    ],
    [
      'a page that was not found',
      '404\n\nThe page you asked for is not here.\n',
      'a text of no known kind',
      NO_ABSTRACT,
    ],
    [
      'JSON of something else',
      '{"name": "trial", "patients": 12}',
      'JSON that is no registry record',
      NO_RECORD,
    ],
    [
      'JSON that was cut',
      '{"name": "trial", "pat',
      'broken JSON',
      'a record without faults: at line 1, column 23, the text ends where a string’s closing quote is expected',
    ],
    [
      'XML that was cut',
      '<study><title>A trial</title><arm',
      'broken XML',
      'a record without faults: at line 1, column 34, not well-formed XML: unclosed tag: study',
    ],
    [
      'a form with numbered fields',
      'Summary\nTrial status: ongoing\n\nA.3 Full title of the trial: A phase 2 randomised open-label trial of velmorin in 12 patients with hillside fever.\nE.1.1 Medical condition being investigated: hillside fever in adults who were admitted to a hospital ward.\n',
      'a text of no known kind',
      NO_ABSTRACT,
    ],
    ['a table', 'arm,n\nsalt,12\ncontrol,12\n', 'a text of no known kind', NO_ABSTRACT],
  ])('%s', (_, text, takenFor, missing) => expect(refused(text)).toEqual({ takenFor, missing }));

  it.each([
    ['invalid UTF-8', [0x54, 0x72, 0xff, 0xfe, 0x61]],
    ['a cut character', [0x41, 0xe2, 0x82]],
    ['an overlong form', [0xc0, 0xaf]],
    ['a lone surrogate', [0xed, 0xa0, 0x80]],
    ['UTF-16 with half a character', [...Buffer.from('\u{feff}Abstract', 'utf16le'), 0x41]],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ])('%s', (_, bytes) => {
    expect(refused(Uint8Array.from(bytes))).toEqual({
      takenFor: 'bytes that are not UTF-8 text',
      missing: 'a text',
    });
  });

  it('a cookbook in the catalogue', () => {
    expect(
      refused(
        catalogued({
          title: 'Bread for two hundred people',
          description:
            'Forty recipes for bakers. Each was tried in a group of 12 adults, and eight recipes were found to be better than in the first edition.',
        }),
      ),
    ).toEqual({
      takenFor: 'a library catalogue entry',
      missing: 'a registry number, or a sentence that calls the study a trial',
    });
  });

  it.each([
    'Patients were assigned to low-risk (n = 40) and high-risk (n = 35) groups by their score.',
    'Patients were assigned to a surgeon and seen twice.',
  ])('people who were put into groups for another reason than to be treated: %s', (methods) => {
    expect(
      refused(
        mirrored({
          title: 'Pain after fractures of the wrist',
          abstract: `METHODS: We looked at 75 patients with a fracture. ${methods} RESULTS: Pain was higher in those who smoked.`,
        }),
      ).missing,
    ).toBe('a registry number, or a sentence that calls the study a trial');
  });

  it('a review that counts no participants', () => {
    expect(
      refused(
        mirrored({
          title: 'Randomised trials of salt: a review of methods',
          abstract:
            'BACKGROUND: Randomised trials of salt are many. METHODS: We read what has been published about how they were done. CONCLUSIONS: Most say too little about how they were done.',
        }),
      ),
    ).toEqual({
      takenFor: 'a page with an abstract',
      missing: 'a group of participants, or their number',
    });
  });

  it.each([
    'Eleven adults with a chronic lung condition were treated at our clinic.',
    'Forty adults were treated under controlled conditions at home.',
    'Forty patients were treated under quality control conditions.',
    'Forty patients were treated on a ward with infection control conditions.',
    'Forty women underwent tests in cold conditions and hot conditions.',
    'Forty patients were treated in turn at three sessions.',
  ])('one that speaks of conditions and turns, but of none to compare with: %s', (sentence) =>
    expect(
      refused(
        mirrored({ title: 'A clinic’s year', abstract: `METHODS: ${sentence} RESULTS: Pain was less.` }),
      ).missing,
    ).toBe('a registry number, or a sentence that calls the study a trial'),
  );

  it.each([
    ['treated for several conditions', 'refused'],
    ['treated for two conditions of the skin', 'refused'],
    ['treated under both conditions', 'trial'],
    ['given caffeine and water on separate occasions', 'trial'],
  ])('what people are, no condition that they are put in: 48 patients were %s', (said, kind) => {
    const page = mirrored({
      title: 'Ossil in glass bone: an open-label trial',
      abstract: `METHODS: In this trial ossil was given to patients with glass bone. 48 patients were ${said}. RESULTS: Bone pain decreased.`,
    });
    expect(read(new TextEncoder().encode(page)).kind).toBe(kind);
  });

  it('but not one of people who went through a control condition', () =>
    expect(
      read(
        new TextEncoder().encode(
          mirrored({
            title: 'Chewing and satiety',
            abstract:
              'METHODS: Eleven adults underwent a control condition and a slow condition on two study days. RESULTS: Hunger was less with slow chewing.',
          }),
        ),
      ).kind,
    ).toBe('trial'));

  it('a page about mice and machines', () => {
    expect(
      refused(
        mirrored({
          title: 'A faster engine for small boats',
          abstract:
            'We built an engine that turns faster than the one before. It was tested on a lake for three weeks and broke down twice in all that time.',
        }),
      ).takenFor,
    ).toBe('a page with an abstract');
  });

  it('says nothing of the document’s own text, which may be anybody’s', () => {
    expect(JSON.stringify(refused('Dear Dr Secret, your result is 17.'))).not.toMatch(/Secret|17/);
  });
});
