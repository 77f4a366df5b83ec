import { describe, expect, test } from 'vitest';
import type { Trial } from '../../../src/model/trial.ts';
import { read, readAll } from '../../../src/sources/read.ts';
import { refusalOf, valuesOf } from '../record-values.ts';

interface Parts {
  readonly title?: string;
  readonly types?: readonly string[];
  readonly banks?: string;
  readonly abstract?: string;
  readonly more?: string;
  readonly pubDate?: string;
}

const ABSTRACT = `<AbstractText Label="METHODS" NlmCategory="METHODS">In this trial, 240 adults with <i>chronic</i> migraine were randomly assigned to the velortan group (n = 121) or the placebo group (n = 119). The velortan group got 5 &#xd7; 10<sup>8</sup> cells.</AbstractText>
<AbstractText Label="RESULTS" NlmCategory="RESULTS">Relapse was reported in 18 patients in the velortan group and 32 patients in the placebo group (RR: 0.55; 95% CI 0.33-0.92; P&lt;0.05).</AbstractText>
<AbstractText Label="INTERPRETATION" NlmCategory="CONCLUSIONS">Velortan reduced relapse.</AbstractText>`;

const BANK = (number: string): string =>
  `<DataBankList><DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList>${number
    .split(' ')
    .map((one) => `<AccessionNumber>${one}</AccessionNumber>`)
    .join('')}</AccessionNumberList></DataBank></DataBankList>`;

/** An invented article, as efetch gives it. */
const article = ({
  title = 'Velortan for chronic migraine: a randomised trial.',
  types = ['Journal Article', 'Randomized Controlled Trial'],
  banks = BANK('NCT99999901'),
  abstract = ABSTRACT,
  more = '',
  pubDate = '<Year>2031</Year><Month>Jul</Month><Day>2</Day>',
}: Parts = {}): string => `<PubmedArticle><MedlineCitation Status="MEDLINE">
<PMID Version="1">39999999</PMID><DateRevised><Year>2032</Year><Month>05</Month><Day>18</Day></DateRevised>
<Article PubModel="Print-Electronic"><Journal><ISSN IssnType="Electronic">9999-9999</ISSN><JournalIssue CitedMedium="Internet"><Volume>12</Volume><Issue>3</Issue><PubDate>${pubDate}</PubDate></JournalIssue><Title>Journal of Invented Medicine</Title><ISOAbbreviation>J Inv Med</ISOAbbreviation></Journal>
<ArticleTitle>${title}</ArticleTitle><Pagination><MedlinePgn>107-14</MedlinePgn></Pagination><ELocationID EIdType="doi" ValidYN="Y">10.9999/velo</ELocationID>
<Abstract>${abstract}</Abstract>
<AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Quill</LastName><ForeName>Ada M</ForeName><Initials>AM</Initials><Identifier Source="ORCID">https://orcid.org/0000-0001-2345-678X</Identifier><AffiliationInfo><Affiliation>Invented University, Leeds.</Affiliation></AffiliationInfo></Author><Author ValidYN="Y"><CollectiveName>VELO Group</CollectiveName></Author></AuthorList>
<Language>eng</Language>${banks}<PublicationTypeList>${types.map((type) => `<PublicationType UI="D000000">${type}</PublicationType>`).join('')}</PublicationTypeList>
<ArticleDate DateType="Electronic"><Year>2031</Year><Month>06</Month><Day>04</Day></ArticleDate></Article>
${more}
<MeshHeadingList><MeshHeading><DescriptorName UI="D008881" MajorTopicYN="Y">Migraine Disorders</DescriptorName><QualifierName UI="Q000188">drug therapy</QualifierName></MeshHeading></MeshHeadingList>
<KeywordList Owner="NOTNLM"><Keyword>sleep</Keyword></KeywordList></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="pubmed">39999999</ArticleId><ArticleId IdType="pmc">PMC9999999</ArticleId></ArticleIdList></PubmedData></PubmedArticle>`;

const set = (...articles: readonly string[]): string => `<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.invalid/pubmed.dtd">
<PubmedArticleSet>${articles.join('\n')}</PubmedArticleSet>`;

const trialIn = (document: string): { readonly trial: Trial; readonly text: string } => {
  const found = read(new TextEncoder().encode(document));
  if (found.kind !== 'trial') throw new Error(JSON.stringify(found));
  return { trial: found.trial, text: found.document.text };
};

describe('an article of PubMed', () => {
  test('is read with what the database says of it', () => {
    expect(valuesOf(trialIn(set(article())).trial.publication)).toEqual({
      title: 'Velortan for chronic migraine: a randomised trial.',
      translatedTitles: [],
      authors: [
        {
          family: 'Quill',
          given: ['Ada', 'M'],
          text: 'Quill AM',
          affiliations: [expect.objectContaining({ value: 'Invented University, Leeds.' })],
          orcid: expect.objectContaining({ value: '0000-0001-2345-678X' }),
        },
        { family: '', given: [], text: 'VELO Group' },
      ],
      authorsComplete: true,
      journal: 'Journal of Invented Medicine',
      published: '2031-07-02',
      doi: '10.9999/velo',
      issn: '9999-9999',
      volume: '12',
      issue: '3',
      pages: '107-14',
      indexed: {
        pmid: '39999999',
        pmcid: 'PMC9999999',
        journalAbbreviation: 'J Inv Med',
        publishedOnline: '2031-06-04',
        revised: '2032-05-18',
        abstract: [
          {
            heading: 'METHODS',
            text: expect.stringMatching(/^In this trial, 240 adults with chronic migraine/),
          },
          { heading: 'RESULTS', text: expect.stringMatching(/P<0\.05\)\.$/) },
          { heading: 'INTERPRETATION', text: 'Velortan reduced relapse.' },
        ],
        types: [
          { term: 'Journal Article', code: 'D000000' },
          { term: 'Randomized Controlled Trial', code: 'D000000' },
        ],
        headings: [
          {
            heading: { term: 'Migraine Disorders', code: 'D008881' },
            qualifiers: [{ term: 'drug therapy', code: 'Q000188' }],
          },
        ],
        keywords: ['sleep'],
        related: [],
      },
    });
  });

  test('tells of its trial by its sections, at places of the XML', () => {
    const { trial, text } = trialIn(set(article()));
    expect(trial.arms.map(({ key }) => key)).toEqual(['velortan', 'placebo']);
    expect(valuesOf(trial.conclusions)).toEqual(['Velortan reduced relapse.']);
    const comparison = trial.results.find(({ kind }) => kind === 'comparison');
    expect(valuesOf(comparison)).toMatchObject({ estimate: { type: 'relative-risk', value: '0.55' } });
    const { offset, length } = comparison!.sentence.spans[0];
    expect([...text].slice(offset, offset + length).join('')).toMatch(/^Relapse was .*P&lt;0\.05\)\.$/);
  });

  test('gives the trial the number that its databank has, with both places where the text has it, too', () => {
    const outside = trialIn(set(article())).trial.registrations;
    expect(valuesOf(outside)).toEqual([{ registry: 'NCT', number: 'NCT99999901' }]);
    const abstract = `${ABSTRACT}<AbstractText>(ClinicalTrials.gov number, NCT99999901.)</AbstractText>`;
    const both = trialIn(set(article({ abstract }))).trial.registrations;
    expect(both.map(({ number }) => [number.value, number.spans.length])).toEqual([['NCT99999901', 2]]);
  });

  test('that is linked to several trials of a registry gives none their number', () => {
    expect(trialIn(set(article({ banks: BANK('NCT99999901 NCT99999902') }))).trial.registrations).toEqual([]);
  });

  test.each([
    ['<Year>2031</Year>', '2031'],
    ['<Year>2031</Year><Month>07</Month>', '2031-07'],
    ['<Year>2031</Year><Season>Summer</Season>', '2031'],
    ['<MedlineDate>2031 Jul-Aug</MedlineDate>', '2031'],
    ['<Year>2031</Year><Month>Feb</Month><Day>30</Day>', '2031-02'],
  ])('of %s was published %s', (pubDate, published) => {
    expect(valuesOf(trialIn(set(article({ pubDate }))).trial.publication)).toMatchObject({ published });
  });

  test('that was taken back or corrected says so', () => {
    const more = `<CommentsCorrectionsList><CommentsCorrections RefType="RetractionIn"><RefSource>J Inv Med. 2033;1:1</RefSource><PMID Version="1">40000000</PMID></CommentsCorrections><CommentsCorrections RefType="ErratumIn"><RefSource>J Inv Med. 2032;9:9</RefSource></CommentsCorrections></CommentsCorrectionsList>`;
    expect(valuesOf(trialIn(set(article({ more }))).trial.publication.indexed)).toMatchObject({
      retracted: true,
      related: [
        { relation: 'RetractionIn', citation: 'J Inv Med. 2033;1:1', pmid: '40000000' },
        { relation: 'ErratumIn', citation: 'J Inv Med. 2032;9:9' },
      ],
    });
  });

  test('with a title in another language has both', () => {
    const title =
      '[Velortan for migraine: a randomised trial.]</ArticleTitle><VernacularTitle>Velortan bei Migräne</VernacularTitle><Language>ger</Language><ArticleTitle>';
    const { publication } = trialIn(set(article({ title }))).trial;
    expect(valuesOf(publication.translatedTitles)).toEqual([
      { text: 'Velortan bei Migräne', language: 'de' },
    ]);
  });

  test('of which there are several is read one by one', () => {
    const found = [...readAll(new TextEncoder().encode(set(article(), article({ types: ['Review'] }))))];
    expect(found.map((one) => one.kind)).toEqual(['trial', 'publication']);
  });

  test.each([
    [{ types: ['Journal Article', 'Meta-Analysis'] }, 'a review of several studies'],
    [{ types: ['Editorial'] }, 'an editorial or comment'],
    [{ types: ['Retraction of Publication'] }, 'a notice of retraction'],
    [{ types: ['Case Reports', 'Journal Article'] }, 'a report of cases'],
    [
      { abstract: '<AbstractText>We wrote software.</AbstractText>', banks: '', title: 'Software' },
      'an article of PubMed',
    ],
  ])('that reports no trial is a publication alone: %o', (parts, takenFor) => {
    const found = read(new TextEncoder().encode(set(article(parts))));
    expect(found).toMatchObject({ kind: 'publication', takenFor });
    expect(found.kind === 'publication' && found.publication.indexed).toBeDefined();
  });

  test('that is a letter about a trial of its own is read', () => {
    expect(
      trialIn(set(article({ types: ['Letter', 'Randomized Controlled Trial'] }))).trial.arms,
    ).toHaveLength(2);
  });

  test.each([
    [set(article()).slice(0, 900), /^broken XML$/],
    [
      set(article()).replace('<!DOCTYPE PubmedArticleSet', '<!DOCTYPE PubmedArticleSet [<!ENTITY x "y">]'),
      /./,
    ],
    [set(), /^a list without records$/],
  ])('that is cut off, or none, is refused', (document, takenFor) => {
    expect(refusalOf(document).takenFor).toMatch(takenFor);
  });
});
