import { describe, expect, test } from 'vitest';
import { NOT_STATED } from '../../src/model/fact.ts';
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
