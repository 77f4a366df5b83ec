import { abstractPage } from './documents.ts';

/** A document that reports no trial, and what its refusal says. */
export interface RefusedDocument {
  readonly name: string;
  readonly bytes: Buffer;
  readonly contentType: string;
  /** What it was taken for. */
  readonly takenFor: RegExp;
  /** What was not found in it. */
  readonly missing: RegExp;
}

const text = (name: string, words: string, takenFor: RegExp, missing: RegExp): RefusedDocument => ({
  name,
  bytes: Buffer.from(words),
  contentType: 'text/plain',
  takenFor,
  missing,
});

const page = (title: string, abstract: string): string => `${title}

Abstract

${abstract}

Legal notice
`;

const TRIAL = /one trial in people/;
const ABSTRACT = /an abstract/;
const RECORD_OR_PAGE = /an abstract|a record/;

const NO_TRIAL: readonly RefusedDocument[] = [
  text('white space', ' \r\n\t\u{a0}\n', /an empty document/, ABSTRACT),
  text('a byte-order mark alone', '\u{feff}', /an empty document/, ABSTRACT),
  text(
    'a cookie notice',
    'We value your privacy\n\nWe and our 512 partners store cookies on your device to measure how this site is used. You can accept all cookies, refuse them, or choose which of them you accept.\n\nAccept all\n\nRefuse all\n',
    /cookies or consent/,
    ABSTRACT,
  ),
  text(
    'a page about no trial',
    'Opening hours\n\nThe library is open from Monday to Friday, 9 to 18. On Saturdays it closes at 13. Dogs have to wait outside.\n\nHow to find us\n\nTake bus 14 to the old market and walk back 200 metres.\n',
    /a text of no known kind/,
    ABSTRACT,
  ),
  text(
    'an offer that is called a trial',
    'Start your free trial\n\nTry the notebook for 30 days. More than 4000 people take part in our programme. After the trial it costs 5 a month, and you can stop whenever you like.\n',
    /a text of no known kind/,
    ABSTRACT,
  ),
  text(
    'an abstract about machines',
    page(
      'A quieter engine for small boats',
      'BACKGROUND: Small boats are loud. METHODS: We built an engine with two chambers and measured its noise on a lake. RESULTS: The noise fell from 82 to 71 decibels (P = 0.01). CONCLUSIONS: Two chambers are quieter than one.',
    ),
    /a page with an abstract/,
    /a registry number, or a sentence that calls the study a trial/,
  ),
];

const OTHER_KINDS: readonly RefusedDocument[] = [
  text(
    'a systematic review of trials',
    page(
      'Velmorin for hillside fever: a systematic review and meta-analysis of randomized controlled trials',
      'BACKGROUND: Velmorin is widely used in hillside fever. METHODS: We searched three databases for randomized controlled trials of velmorin against placebo. RESULTS: Twelve trials with 2345 patients (velmorin = 1180, placebo = 1165) were included. Mortality was lower with velmorin (RR: 0.80; 95% CI 0.70-0.91; P = 0.001). CONCLUSIONS: Velmorin lowers mortality in hillside fever.',
    ),
    /a review/,
    TRIAL,
  ),
  text(
    'a review that says so in its methods alone',
    page(
      'What is known of velmorin in hillside fever',
      'BACKGROUND: Trials of velmorin have disagreed. METHODS: We performed a systematic review of trials in adults with hillside fever. RESULTS: The largest trial (NCT99999901) randomised 240 patients to velmorin or placebo; another (NCT99999902) was stopped after 31 patients. CONCLUSIONS: A larger trial is needed.',
    ),
    /a review/,
    TRIAL,
  ),
  text(
    'a review that counts the trials it includes',
    page(
      'Velmorin in hillside fever: what the trials show',
      'BACKGROUND: It is not known whether velmorin helps. METHODS: Randomised controlled trials of velmorin against placebo were sought in four databases and combined. RESULTS: Eleven trials in 1904 patients with hillside fever were included. The pooled risk ratio of death was 0.84 (95% CI 0.72-0.98; P = 0.03). CONCLUSIONS: Velmorin may help.',
    ),
    /a review/,
    TRIAL,
  ),
  text(
    'an animal study',
    page(
      'Velmorin in rats with hillside fever: a randomised controlled trial',
      'BACKGROUND: Velmorin has not been tried in animals. METHODS: Forty male rats were randomised to velmorin (n = 20) or saline (n = 20). Rats in the velmorin group received 40 mg/kg once daily for five days. RESULTS: Two rats in the velmorin group and nine rats in the saline group died (P = 0.03). CONCLUSIONS: Velmorin protects rats from hillside fever.',
    ),
    /an animal study/,
    TRIAL,
  ),
  text(
    'an editorial',
    page(
      'Editorial: velmorin at last?',
      'In this issue, Ostrander and colleagues report a randomised controlled trial of velmorin in 240 patients with hillside fever. Mortality was 8% with velmorin and 12% with placebo. We have waited long for such a trial, and it will change what we do. Still, the price of velmorin is high.',
    ),
    /an editorial/,
    TRIAL,
  ),
  text(
    'a comment that does not call itself one',
    page(
      'Velmorin comes of age',
      'In this issue of the journal, Ostrander and colleagues report a randomised controlled trial of velmorin in 240 patients with hillside fever. Mortality was 8% with velmorin and 12% with placebo. We have waited long for such a trial. We believe that it will change what we do, although the price of velmorin is high.',
    ),
    /an editorial or comment/,
    TRIAL,
  ),
];

const ABSTRACT_TEXT = abstractPage()
  .split('\n')
  .filter((line) => line.startsWith('BACKGROUND'))[0];

/** Most of a bibliographic record. */
const RECORD = `<?xml version="1.0" encoding="UTF-8"?>
<record>
  <number>NCT99999901</number>
  <title>Velmorin for hillside fever: a randomized controlled trial</title>
  <abstract>${ABSTRACT_TEXT}</abstract>
  <authors><author>Quill, Ada</author><auth`;

const OTHER_FORMS: readonly RefusedDocument[] = [
  {
    ...text('a truncated XML', RECORD, /broken XML/, RECORD_OR_PAGE),
    contentType: 'application/xml',
  },
  {
    ...text('an XML of something else', '<menu><dish price="7">Soup</dish></menu>', /XML/, RECORD_OR_PAGE),
    contentType: 'application/xml',
  },
  {
    ...text(
      'an HTML page of something else',
      '<!doctype html><html><body><h1>Soups</h1><p>All our soups are made on the day.</p></body></html>',
      /an HTML page/,
      ABSTRACT,
    ),
    contentType: 'text/html',
  },
  {
    ...text(
      'JSON that is no registry record',
      '{"soup": [{"price": 7}]}',
      /JSON that is no registry/,
      RECORD_OR_PAGE,
    ),
    contentType: 'application/json',
  },
  {
    ...text(
      'JSON that quotes an abstract',
      JSON.stringify({ kind: 'note', text: abstractPage() }),
      /JSON that is no registry record/,
      RECORD_OR_PAGE,
    ),
    contentType: 'application/json',
  },
  {
    ...text(
      'truncated JSON',
      '{"protocolSection": {"identificationModule": {"nctId": "NCT9',
      /broken JSON/,
      RECORD_OR_PAGE,
    ),
    contentType: 'application/json',
  },
  {
    name: 'invalid UTF-8: a trial’s page with one byte that is no character',
    bytes: Buffer.concat([Buffer.from(abstractPage()), Buffer.from([0xff])]),
    contentType: 'text/plain',
    takenFor: /bytes that are not UTF-8 text/,
    missing: /a text/,
  },
];

const reported = (title: string, background: string, conclusion: string): string =>
  page(
    title,
    `BACKGROUND: ${background} METHODS: Patients with hillside fever were randomised to velmorin or placebo. RESULTS: A total number of 31 patients (velmorin group = 16 and placebo group = 15) were included in the final analysis. All gave informed consent. CONCLUSIONS: ${conclusion} Trial registration: NCT99999901.`,
  );

const [TITLE = ''] = abstractPage().split('\n');
const HTML = `<h1>${TITLE}</h1><h2>Abstract</h2><p>${ABSTRACT_TEXT}</p>`;

/** Reports of trials that only mention or resemble what makes other documents be refused. */
export const TAKEN: readonly (readonly [name: string, page: string])[] = [
  [
    'animals in the background',
    reported(
      'Velmorin in hillside fever: a randomised controlled trial',
      'Velmorin protects mice, rats and sheep from hillside fever.',
      'Velmorin was safe.',
    ),
  ],
  [
    'reviews in the background and in the conclusion',
    reported(
      'Velmorin in hillside fever: a randomised controlled trial',
      'A systematic review found no trials of velmorin.',
      'Velmorin was safe. A meta-analysis of trials is needed.',
    ),
  ],
  [
    'other people’s report in the background',
    reported(
      'Velmorin in hillside fever: a randomised controlled trial',
      'Ostrander and colleagues reported that velmorin lowers mortality. In a pooled analysis of two trials the pooled risk ratio was 0.84.',
      'Velmorin was safe.',
    ),
  ],
  [
    'an editorial board below the abstract',
    `${reported('Velmorin in hillside fever: a randomised controlled trial', 'Velmorin is new.', 'Velmorin was safe.')}\nEditorial board\n\nThis site uses cookies.\n`,
  ],
  ['a link above that begins as a tag does', `< Back to results\n\n${abstractPage()}`],
  ['a number before its title that begins as JSON does', `[1] ${abstractPage()}`],
  ['mark-up that is HTML without a head', HTML],
  [
    'mark-up that is XML and HTML',
    `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body>${HTML}</body></html>`,
  ],
];

/** Documents that are refused for what they are. Names and numbers in them are invented. */
export const REFUSED: readonly RefusedDocument[] = [...NO_TRIAL, ...OTHER_KINDS, ...OTHER_FORMS];

const SENTENCE = 'The old mill stands at the bend of the river and has not turned for 40 years. ';

/** A text of about this many bytes that speaks of no trial. */
export const longText = (bytes: number): Buffer => Buffer.from(SENTENCE.repeat(bytes / SENTENCE.length));
