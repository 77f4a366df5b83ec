import { describe, expect, test } from 'vitest';
import { read } from '../../../src/sources/read.ts';
import { told } from '../told.ts';
import { cells, type PaperTable, paper } from './paper.ts';

const trialOf = (tables: readonly PaperTable[]) => {
  const found = read(Buffer.from(paper(tables)));
  if (found.kind !== 'trial') throw new Error(`taken for ${JSON.stringify(found)}`);
  return found;
};

const resultsOf = (table: PaperTable): readonly string[] => told(trialOf([table]).trial).results;

const HEAD = cells('', 'Velmorin (n = 40)', 'Placebo (n = 40)', 'P value');

describe('A paper in JATS', () => {
  const { trial, document } = trialOf([]);

  test('tells its publication', () => {
    const { title, journal, doi, published, pages } = trial.publication;
    expect([title, journal, doi, published, pages]).toMatchObject([
      { value: 'Velmorin for hillside fever: a randomised, placebo-controlled trial' },
      { value: 'Annals of Hillside Medicine' },
      { value: '10.99999/ahm.77' },
      { value: '2019-04-03' },
      { value: '101-109' },
    ]);
  });

  test('has each fact where it stands in the XML', () => {
    const points = [...document.text];
    const enrolled = trial.arms.map((arm) => arm.enrolled);
    for (const fact of enrolled) {
      if (fact === 'not-stated') throw new Error('not stated');
      const [{ offset, length }] = fact.spans;
      expect(points.slice(offset, offset + length).join('')).toBe('40');
    }
    expect(enrolled).toHaveLength(2);
  });

  test('is not read where it tells of other studies, nor in a picture’s abstract', () => {
    expect(trial.enrolled).not.toMatchObject({ value: 999 });
    expect(told(trial).results.join('\n')).not.toMatch(/12|30/);
  });

  test('says how many of its tables are pictures', () => {
    const picture =
      '<table-wrap><caption><p>Outcomes</p></caption><graphic href="t2.jpg"/></table-wrap></sec>';
    const found = read(
      Buffer.from(
        paper([]).replace('</sec>\n<sec sec-type="discussion"', `${picture}\n<sec sec-type="discussion"`),
      ),
    );
    expect(found).toMatchObject({ kind: 'trial', unread: ['tables that are pictures: 1'] });
  });

  test.each([
    ['review-article', /review/],
    ['editorial', /editorial/],
    ['case-report', /cases/],
  ])('of the type %s is refused', (type, takenFor) => {
    expect(read(Buffer.from(paper([], type)))).toMatchObject({
      kind: 'refused',
      takenFor: expect.stringMatching(takenFor),
    });
  });
});

describe('A table of results gives', () => {
  test('counts with their group’s size, and the P value of each line', () => {
    expect(
      resultsOf({
        caption: 'Outcomes, n (%)',
        head: [HEAD],
        body: [cells('Death', '2 (5.0)', '6 (15.0)', '0.14')],
      }),
    ).toEqual(
      expect.arrayContaining([
        'death | velmorin of 40 | count 2 | proportion 5.0 %',
        'death | placebo of 40 | count 6 | proportion 15.0 %',
        'death | velmorin against placebo | P = 0.14',
      ]),
    );
  });

  test('means with deviation and unit, at the time of a column', () => {
    const head = [
      '<td rowspan="2">Measure</td><td colspan="2">Velmorin (n=39)</td><td colspan="2">Placebo (n=38)</td>',
      cells('Baseline', 'Week 8', 'Baseline', 'Week 8'),
    ];
    expect(
      resultsOf({
        caption: 'Temperature (mean ± SD)',
        head,
        body: [cells('Temperature (°C)', '39·1 ± 0·4', '37·2±0·3<sup>a</sup>', '39·0 ± 0·5', '38·4 ± 0·6')],
      }),
    ).toEqual(
      expect.arrayContaining([
        'temperature at 8 wk | velmorin of 39 | mean 37.2 °C SD 0.3',
        'temperature at 8 wk | placebo of 38 | mean 38.4 °C SD 0.6',
        'temperature at baseline | placebo of 38 | mean 39.0 °C SD 0.5',
      ]),
    );
  });

  test('values of lines that are groups, with the outcome from a cell that spans them', () => {
    expect(
      resultsOf({
        caption: 'Days of fever',
        head: [cells('Outcome', 'Group', 'N', 'Mean (SD)')],
        body: [
          `<td rowspan="2">Days of fever</td>${cells('Velmorin', '38', '4.1 (1.2)')}`,
          cells('Placebo', '37', '6.0 (1.9)'),
        ],
      }),
    ).toEqual(
      expect.arrayContaining([
        'days-of-fever | velmorin of 38 | mean 4.1 SD 1.2',
        'days-of-fever | placebo of 37 | mean 6.0 SD 1.9',
      ]),
    );
  });

  test('an estimate with its interval', () => {
    expect(
      resultsOf({
        caption: 'Outcomes, n (%)',
        head: [cells('', 'Velmorin (n = 40)', 'Placebo (n = 40)', 'Risk ratio (95% CI)', 'P')],
        body: [cells('Relapse', '4 (10)', '10 (25)', '0.40 (0.14 to 1.17)', '0.09')],
      }),
    ).toContain(
      'relapse | velmorin against placebo | relative-risk 0.40 | confidence-interval 0.14 to 1.17 | P = 0.09',
    );
  });

  test('lines under titles, set in or not, with what abbreviations mean', () => {
    const body = [
      '<td colspan="4">Cardiac events</td>',
      cells('MI', '1 (2.5)', '3 (7.5)', '0.62'),
      cells('Any', '2 (5.0)', '5 (12.5)', '0.43'),
    ];
    const results = resultsOf({
      caption: 'Events, n (%)',
      head: [HEAD],
      body,
      notes: 'MI = myocardial infarction.',
    });
    expect(results).toContain(
      'cardiac-events-mi-myocardial-infarction | velmorin of 40 | count 1 | proportion 2.5 %',
    );
  });

  test('no size of a group that its percentages contradict', () => {
    expect(
      resultsOf({
        caption: 'Outcomes, n (%)',
        head: [HEAD],
        body: [cells('Cough', '10 (50)', '4 (10)', '')],
      }),
    ).toEqual(
      expect.arrayContaining([
        'cough | velmorin | count 10 | proportion 50 %',
        'cough | placebo of 40 | count 4 | proportion 10 %',
      ]),
    );
  });

  test.each([
    ['numbers of which nothing says what they are', 'Findings', cells('Score', '12', '17', '')],
    ['two numbers that no head explains', 'Findings', cells('Score', '12.1 (3.4)', '17.0 (3.9)', '')],
    ['other studies in lines', 'Earlier trials', cells('Ostrander 2003', '0.4', '0.6', '')],
  ])('nothing of %s', (_, caption, line) => {
    expect(resultsOf({ caption, head: [HEAD], body: [line] }).join('\n')).not.toMatch(/12|17|0\.[46]/);
  });

  test('nothing of columns that are no groups', () => {
    const head = [cells('', 'Men (n = 44)', 'Women (n = 36)', 'P')];
    expect(
      resultsOf({
        caption: 'Outcomes, n (%)',
        head,
        body: [cells('Death', '4 (9.1)', '4 (11.1)', '0.77')],
      }).join(),
    ).not.toMatch(/death/);
  });
});
