import { describe, expect, test } from 'vitest';
import { type Fact, NOT_STATED } from '../../src/model/fact.ts';
import type { Indexed } from '../../src/model/indexed.ts';
import type { Publication } from '../../src/model/trial.ts';
import { trial } from '../fixtures/trial.ts';
import { copied, mapped, mark, restated } from './mapped.ts';

describe('Citation', () => {
  const { one, follow } = mapped();
  const article = one('Citation').citedArtifact;

  test('has the DOI and the titles, each in its language', () => {
    expect(article?.identifier).toMatchObject([{ system: 'https://doi.org', value: '10.99999/velo.2031.7' }]);
    expect(mark(article?.identifier?.[0]?._value)).toMatchObject(copied('10.99999/velo.2031.7'));
    const [title, translated] = article?.title ?? [];
    expect(title).not.toHaveProperty('language');
    expect(translated?.language?.coding?.[0]).toEqual({ system: 'urn:ietf:bcp:47', code: 'de' });
    expect(mark(translated?._text)).toMatchObject(restated('Velocell bei Glaslunge'));
  });

  test('says where it was published', () => {
    const [form] = article?.publicationForm ?? [];
    expect(form).toMatchObject({ volume: '7', issue: '2', pageString: '11-19', articleDate: '2031-05' });
    expect(form?.publishedIn).toMatchObject({ title: 'Journal of Invented Medicine' });
    expect(form?.publishedIn?.identifier?.[0]).toMatchObject({
      system: 'https://portal.issn.org',
      value: '0000-0019',
    });
    expect(follow(form?.publishedIn?.publisher)).toMatchObject({ name: 'Imaginary Press' });
    expect(mark(form?._pageString)).toMatchObject(copied('11-19'));
  });

  test('names the authors in their order', () => {
    const entries = article?.contributorship?.entry ?? [];
    expect(entries.map(({ rankingOrder, contributor }) => [rankingOrder, follow(contributor)])).toEqual([
      [1, expect.objectContaining({ name: [expect.objectContaining({ family: 'Ampère', given: ['Ada'] })] })],
      [2, expect.objectContaining({ name: [expect.objectContaining({ text: 'Bo Čapek' })] })],
    ]);
  });

  test('has nothing the source does not say', () => {
    const { publication } = trial;
    const sparse: Publication = {
      ...publication,
      journal: NOT_STATED,
      issn: NOT_STATED,
      publisher: NOT_STATED,
      authors: [],
    };
    const { one: find, all } = mapped({ publication: sparse });
    expect(find('Citation').citedArtifact).not.toHaveProperty('contributorship');
    expect(find('Citation').citedArtifact?.publicationForm?.[0]).not.toHaveProperty('publishedIn');
    expect([...all('Organization'), ...all('Practitioner')]).toEqual([]);
  });
});

describe('Citation of what a bibliographic database knows', () => {
  const said = <T>(value: T): Fact<T> => ({ ...(trial.publication.title as Fact<string>), value });
  const indexed: Indexed = {
    pmid: said('99000001'),
    pmcid: said('PMC99001'),
    journalAbbreviation: said('J Inv Med'),
    publishedOnline: said('2031-04-02'),
    revised: said('2032'),
    retracted: said(true as const),
    abstract: [
      { heading: said('METHODS'), text: said('We gave tea.') },
      { heading: NOT_STATED, text: said('It helped.') },
    ],
    types: [{ term: said('Randomized Controlled Trial'), code: said('D016449') }],
    headings: [
      {
        heading: { term: said('Tea'), code: said('D013662') },
        qualifiers: [{ term: said('therapeutic use'), code: NOT_STATED }],
      },
      { heading: { term: said('Humans'), code: said('D006801') }, qualifiers: [] },
    ],
    keywords: [said('leaves')],
    related: [
      { relation: said('RetractionIn'), citation: said('J Inv Med. 2032'), pmid: said('99000002') },
      { relation: said('RhymesWith'), citation: NOT_STATED, pmid: NOT_STATED },
    ],
  };
  const [author] = trial.publication.authors;
  const publication: Publication = {
    ...trial.publication,
    authors: [
      {
        ...author!,
        value: {
          ...author!.value,
          affiliations: [said('Tea Institute')],
          orcid: said('0000-0000-0000-0001'),
        },
      },
    ],
    indexed,
  };
  const { one, follow } = mapped({ publication });
  const article = one('Citation').citedArtifact!;

  test('has its numbers there', () => {
    expect(article.identifier!.map(({ system, value }) => `${system} ${value}`)).toEqual([
      'https://doi.org 10.99999/velo.2031.7',
      'https://pubmed.ncbi.nlm.nih.gov 99000001',
      'https://pmc.ncbi.nlm.nih.gov PMC99001',
    ]);
    const [form] = article.publicationForm!;
    expect(form!.publishedIn!.identifier!.map(({ value }) => value)).toEqual(['0000-0019', 'J Inv Med']);
    expect(form!.lastRevisionDate).toBe('2032');
  });

  test('says that it was retracted, where, and when it came out', () => {
    expect(article.currentState?.[0]?.coding?.[0]?.code).toBe('retracted');
    expect(one('Citation').text?.div).toContain('retracted');
    expect(article.relatesTo).toMatchObject([
      {
        type: 'retracted-by',
        label: 'RetractionIn',
        citation: 'J Inv Med. 2032',
        resourceReference: {
          identifier: { system: 'https://pubmed.ncbi.nlm.nih.gov', value: '99000002' },
        },
      },
      { type: 'documentation', label: 'RhymesWith' },
    ]);
    expect(article.statusDate?.[0]).toMatchObject({
      activity: { coding: [{ code: 'published-early-form' }] },
      period: { start: '2031-04-02' },
    });
  });

  test('is classified by type, by each heading with its qualifiers, and by keywords', () => {
    expect(
      article.classification!.map(({ type, classifier = [] }) => [
        type?.coding?.[0]?.code,
        ...classifier.map(({ coding, text }) => `${coding?.[0]?.code ?? ''} ${text}`),
      ]),
    ).toEqual([
      ['publication-type', 'D016449 Randomized Controlled Trial'],
      ['mesh-heading', 'D013662 Tea', ' therapeutic use'],
      ['mesh-heading', 'D006801 Humans'],
      ['keyword', ' leaves'],
    ]);
  });

  test('keeps the abstract in its parts, and where the authors work', () => {
    expect(article.abstract!.map(({ type, text }) => [type?.text, text])).toEqual([
      ['METHODS', 'We gave tea.'],
      [undefined, 'It helped.'],
    ]);
    const [entry] = article.contributorship!.entry!;
    expect(entry!.affiliation!.map(({ display }) => display)).toEqual(['Tea Institute']);
    expect(follow(entry!.contributor)).toMatchObject({
      identifier: [{ system: 'https://orcid.org', value: '0000-0000-0000-0001' }],
    });
  });
});
