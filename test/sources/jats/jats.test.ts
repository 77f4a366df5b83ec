import { describe, expect, test } from 'vitest';
import { stated } from '../../../src/model/fact.ts';
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

  test('is known by its front matter where nothing else says what it is', () => {
    const bare = paper([]).replace(/^.*?(?=<article)/s, '');
    expect(read(Buffer.from(bare))).toMatchObject({ kind: 'trial' });
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

  test('values under a row of heads among the lines, named by the head over the groups', () => {
    const results = resultsOf({
      caption: 'Secondary outcomes',
      head: [cells('Fever score', 'n', 'Mean change (SE)', 'Difference', '95% CI', 'P')],
      body: [
        cells('Velmorin', '38', '−4.1 (0.3)', '0.2', '−0.1 to 0.5', '0.2'),
        cells('Placebo', '37', '−3.9 (0.4)', '—', '—', '—'),
        cells('Fever response', 'Responders', '%', 'Odds ratio', '95% CI', 'P value'),
        cells('Velmorin', '30/38', '78.9', '2.7', '1.0 to 7.4', '0.05'),
        cells('Placebo', '21/37', '56.8', '—', '—', '—'),
      ],
    });
    expect(results).toEqual(
      expect.arrayContaining([
        'fever-score-mean-change | velmorin of 38 | mean -4.1',
        'fever-response-responders | velmorin of 38 | count 30',
        'fever-response-responders | placebo of 37 | count 21',
        'fever-response | placebo of 37 | proportion 56.8 %',
      ]),
    );
  });

  test('values between groups and times by what the caption or the head over the times names', () => {
    const body = [
      cells('Week 4', '3.1 ± 0.9', '4.0 ± 1.1', ''),
      cells('Week 8', '2.0 ± 0.8', '3.9 ± 1.0', ''),
    ];
    const byCaption = resultsOf({
      caption: 'Comparison of pain scores between the two groups',
      head: [HEAD],
      body,
    });
    expect(byCaption).toContain('pain-scores at 8 wk | velmorin of 40 | mean 2.0 SD 0.8');
    const head = [cells('Itch (mm)', 'Velmorin (n = 40)', 'Placebo (n = 40)', 'P value')];
    const byHead = resultsOf({ caption: 'Secondary outcomes', head, body });
    expect(byHead).toContain('itch at 4 wk | placebo of 40 | mean 4.0 mm SD 1.1');
    for (const over of ['', 'Time point', 'Week'])
      expect(
        resultsOf({
          caption: 'Secondary outcomes',
          head: [cells(over, 'Velmorin (n = 40)', 'Placebo (n = 40)', 'P value')],
          body,
        }).join(),
      ).not.toMatch(/SD/);
  });

  test('counts of lines that announce them', () => {
    const body = [cells('Relapse (n)', '5', '11', ''), cells('Deaths, n', '0', '2', '')];
    expect(resultsOf({ caption: 'Outcomes', head: [HEAD], body })).toEqual(
      expect.arrayContaining(['relapse | velmorin of 40 | count 5', 'deaths | placebo of 40 | count 2']),
    );
  });

  test('of two columns of one group that only its size tells apart, the one with the size of the arm', () => {
    const coughs = (first: string): readonly string[] =>
      resultsOf({
        caption: 'Outcomes, n (%)',
        head: [cells('', first, 'Velmorin (n = 38)', 'Placebo (n = 40)')],
        body: [cells('Cough', '10 (25)', '19 (50)', '4 (10)')],
      });
    expect(coughs('Velmorin (n = 40)').filter((one) => one.startsWith('cough | velmorin'))).toEqual([
      'cough | velmorin of 40 | count 10 | proportion 25 %',
    ]);
    expect(coughs('Velmorin (n = 41)').join()).not.toMatch(/cough \| velmorin/);
    expect(coughs('Velmorin (n = 41)')).toContain('cough | placebo of 40 | count 4 | proportion 10 %');
  });

  test('no group’s size in two counts that make it up', () => {
    const results = resultsOf({
      caption: 'Outcomes',
      head: [HEAD],
      body: [cells('Mild/severe cough', '18/22', '15/25', '')],
    });
    expect(results.join()).not.toMatch(/cough/);
  });

  test('what became of people apart from what they were at entry', () => {
    const body = [
      cells('Fever at entry (n)', '38', '39', ''),
      '<td colspan="4">At end of study</td>',
      cells('Fever (n)', '5', '20', ''),
    ];
    const { outcomes } = trialOf([{ caption: 'Clinical characteristics', head: [HEAD], body }]).trial;
    expect(outcomes.map(({ name, domain }) => [name.value, domain])).toEqual(
      expect.arrayContaining([
        ['Fever at entry', 'baseline'],
        ['At end of study: Fever', 'effect'],
      ]),
    );
  });

  test.each([
    ['Mean ± SEM', 'Score', '', 'SE 0.4'],
    ['Scores', 'Score, mean (SE)', '', 'SE 0.4'],
    ['Scores', 'Score, mean', 'Values are means ± standard errors.', 'SE 0.4'],
    ['Scores', 'Score, mean', 'SD, standard deviation; SE, standard error.', ''],
  ])('no standard error as a deviation: %s, %s, %s', (caption, name, notes, spread) => {
    const line = name.includes('(') ? ['3.1 (0.4)', '4.0 (0.5)'] : ['3.1 ± 0.4', '4.0 ± 0.5'];
    const { results } = trialOf([{ caption, head: [HEAD], body: [cells(name, ...line, '')], notes }]).trial;
    const [measure] = results.flatMap((result) => (result.kind === 'group' ? result.measures : []));
    expect(measure).toMatchObject({ value: { value: '3.1' }, standardDeviation: 'not-stated' });
    expect(measure?.standardError && `SE ${measure.standardError.value}`).toBe(spread || undefined);
  });

  test.each([
    ['Data are given as mean ± SEM.', '0.4', undefined],
    ['Data are given as mean ± SEM, ages as mean ± SD.', undefined, undefined],
    ['Data are given as mean ± SD.', undefined, '0.4'],
  ])('what the sign ± stands for where a sentence says: %s', (said, error, deviation) => {
    const text = paper([
      { caption: 'Scores', head: [HEAD], body: [cells('Score', '3.1 ± 0.4', '4 ± 1', '')] },
    ]);
    const found = read(Buffer.from(text.replace('<p>Doses', `<p>${said} Doses`)));
    const results = found.kind === 'trial' ? found.trial.results : [];
    const [measure] = results.flatMap((result) => (result.kind === 'group' ? result.measures : []));
    expect(measure?.standardError?.value).toBe(error);
    expect(measure && stated(measure.standardDeviation)).toBe(deviation);
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
