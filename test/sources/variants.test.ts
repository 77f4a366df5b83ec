import { describe, expect, it } from 'vitest';
import { catalogued, escaped, jats, mirrored, running, stacked } from './pages.ts';
import { toldBy } from './told.ts';
import { KNEE, MIGRAINE } from './trials.ts';

const MIGRAINE_TOLD = {
  registrations: ['NCT99999901, 2030-03-03, https://registry.invalid/NCT99999901'],
  design: 'phase-3, randomised, double-blind, placebo, multicentre',
  conditions: ['chronic migraine'],
  objectives: [],
  period: '',
  numbers: 'enrolled 240',
  arms: [
    'velortan “velortan group”; experimental; enrolled 121; velortan, dose 50 mg, route oral, times 12, every 1 wk',
    'placebo “placebo group”; placebo-comparator; enrolled 119',
  ],
  care: ['rescue paracetamol'],
  eligibility: ['adults with chronic migraine'],
  assessments: [
    'at baseline: Headache days, quality of life',
    'at 12 wk after the last dose: Headache days, quality of life',
  ],
  results: [
    'relapse | velortan of 121 | count 18',
    'relapse | placebo of 119 | count 32',
    'relapse | velortan against placebo | relative-risk 0.55 | confidence-interval 0.95 0.33 to 0.92 | P = 0.021 | lower',
    'monthly-headache-days | velortan of 121 | median 5.0 days (interquartile-range 3.0 to 8.5)',
    'monthly-headache-days | placebo of 119 | median 9.50 days (interquartile-range 6.0 to 13.0)',
    'monthly-headache-days | velortan against placebo | P < 0.001 | lower',
    'adverse-event-serious-adverse-events | velortan of 121 | count 0',
    'adverse-event-serious-adverse-events | placebo of 119 | count 0',
    'adverse-event-serious-adverse-events | all | “No serious adverse events were reported”',
  ],
  conclusions: ['Velortan reduced relapse in chronic migraine.'],
};

const KNEE_TOLD = {
  registrations: ['2027-999999-11'],
  design: 'phase-1-phase-2, non-randomised, matched-controls',
  conditions: ['knee arthrosis'],
  period: '2028-01 to 2029-05',
  arms: [
    'control “matched control patients”; control; external; analysed 36',
    'orthocyte “orthocyte group”; experimental; treated 12; orthocytes, from cartilage, dose 30000000 cells, route intra-articular, form injection, times 2, every 4 wk',
  ],
  care: [],
  eligibility: ['adults with knee arthrosis'],
  assessments: [],
  results: [
    'adverse-event-well-tolerated | those on Orthocyte injections | “Orthocyte injections were well tolerated”',
    'pain-relief at 6 mo | orthocyte of 12 | proportion 75.0 %',
    'pain-relief at 6 mo | control of 36 | proportion 41.7 %',
    'pain-relief at 6 mo | orthocyte against control | P = 0.048 | higher',
  ],
  conclusions: ['Orthocytes are feasible.', 'Larger randomised trials are warranted.'],
};

const page = (changes: Partial<Parameters<typeof mirrored>[0]> = {}): string =>
  mirrored({ title: MIGRAINE.title, abstract: running(MIGRAINE.sections), ...changes });

const entry = (changes: Partial<Parameters<typeof catalogued>[0]> = {}): string =>
  catalogued({ title: KNEE.title, description: jats(KNEE.sections), ...changes });

const SHOP = `Home | Journals | Basket (0)
Reads: 1,204
Share on every network
Cite this page
© 2031 Paper Mirror Ltd. All rights reserved by their owners and nobody else, in all 27 countries.`;

const COOKIES = `We value your privacy
We and our 834 partners store information on a device, such as cookies, and process personal data for adverts.
Accept all
Reject all`;

const MIRRORS: Readonly<Record<string, string>> = {
  'headings in the running text': page(),
  'headings on lines of their own': page({ abstract: stacked(MIGRAINE.sections) }),
  'no section headings but one paragraph each': page({
    abstract: running(MIGRAINE.sections).replaceAll(/ (?=[A-Z ]+: )/g, '\n\n'),
  }),
  'a shop around it': page({ above: SHOP, below: SHOP }),
  'a cookie notice below it': page({ below: COOKIES }),
  'a Chinese title and legal notice': page({
    above: '维洛坦预防慢性偏头痛:一项随机试验\n\n阅读:12',
    below: '特别声明\n\n1、本页面内容。',
  }),
  'a Japanese translation behind it': page({
    below:
      '要旨\n\n慢性片頭痛の成人240名を、ベロルタン群(n = 121)とプラセボ群(n = 119)に割り付けた(P = 0.021)。',
  }),
  'a Korean translation before it': page({
    above: '초록\n\n만성 편두통 환자 240명을 무작위 배정하였다 (P = 0.021).',
  }),
  'a Russian translation behind it': page({
    below:
      'Резюме\n\nВ исследование включены 240 взрослых с хронической мигренью, рандомизированных в группы (n = 121; P = 0,021).',
  }),
  'the heading Summary': page({ heading: 'Summary' }),
  'the heading ABSTRACT with a colon': page({ heading: 'ABSTRACT:' }),
  'Windows line ends': page().replaceAll('\n', '\r\n'),
  'a byte-order mark': `\u{feff}${page()}`,
  'no-break spaces before numbers and units': page({
    abstract: running(MIGRAINE.sections).replaceAll(/ (?=\d|mg|%)/g, '\u00a0'),
  }),
  'thin spaces around signs': page({
    abstract: running(MIGRAINE.sections).replaceAll(/ (?=[=<])|(?<=[=<]) /g, '\u2009'),
  }),
  'no-break hyphens': page({
    abstract: running(MIGRAINE.sections).replaceAll(/(?<=\d)-(?=week)/g, '\u2011'),
  }),
  'no full stop at the end': page({ abstract: running(MIGRAINE.sections).replace(/\.$/, '') }),
  'astral characters before it': page({ above: '𝕄𝕖𝕕𝕚𝕔𝕒𝕝 🧠📄' }),
};

const ENTRIES: Readonly<Record<string, string>> = {
  'JATS with a prefix': entry(),
  'JATS without a prefix': entry({ description: jats(KNEE.sections, '') }),
  'escaped JATS': entry({ description: escaped(jats(KNEE.sections)) }),
  'JATS with attributes and white space': entry({
    description: jats(KNEE.sections).replaceAll('<jats:p>', '<jats:p id="p1" xml:lang="en"> '),
  }),
  'HTML paragraphs': entry({
    description: Object.entries(KNEE.sections)
      .map(([heading, text]) => `<h3>${heading}</h3><p>${text}</p>`)
      .join(''),
  }),
  'German labels': entry({ language: 'de' }),
  'French labels': entry({ language: 'fr' }),
  'no bullets': entry({ bullet: '' }),
  'dashes for bullets': entry({ bullet: '– ' }),
  'running text with a power in brackets': entry({
    description: running(KNEE.sections).replace('10<sup>7</sup>', '10(7)'),
  }),
  'running text with a superscript power': entry({
    description: running(KNEE.sections).replace('10<sup>7</sup>', '10⁷'),
  }),
  'character references': entry({
    description: jats(KNEE.sections).replaceAll('×', '&#215;').replaceAll(' cells', '&nbsp;cells'),
  }),
  'numeric references': entry({ description: jats(KNEE.sections).replaceAll('%', '&#x25;') }),
  'emphasis in the text': entry({
    description: jats(KNEE.sections).replaceAll('p = 0.048', '<jats:italic>p</jats:italic> = 0.048'),
  }),
  'Windows line ends': entry().replaceAll('\n', '\r\n'),
  'a byte-order mark': `\u{feff}${entry()}`,
  'a shop around it': `${SHOP}\n${entry()}\n${SHOP}`,
};

describe('an abstract on a page says the same trial, whatever the page looks like:', () => {
  it.each(Object.entries(MIRRORS))('%s', (_, text) => {
    const { publication, ...trial } = toldBy(text);
    expect(trial).toEqual(MIGRAINE_TOLD);
    expect(publication).toContain(MIGRAINE.title);
    expect(publication).not.toMatch(/Basket|partners|2031|27|834/);
  });
});

describe('a catalogue entry says the same trial, whatever the catalogue:', () => {
  it.each(Object.entries(ENTRIES))('%s', (_, text) => {
    const { publication, objectives, numbers, ...trial } = toldBy(text);
    expect(trial).toEqual(KNEE_TOLD);
    expect(objectives.join()).toMatch(/^assess the tolerability of .* in adults with knee arthrosis$/);
    expect(numbers).toBe('');
    expect(publication).toBe(
      `${KNEE.title}; Quill, Ada; Okonkwo-Reyes, Bo; Journal of Invented Medicine; Imaginary Press; 2031; 10.99999/jim.2031.17; 0000-0019`,
    );
  });
});
