import { describe, expect, test } from 'vitest';
import { read } from '../../../src/sources/read.ts';
import { told } from '../told.ts';
import { cells, type PaperTable, paper } from './paper.ts';

const resultsOf = (table: PaperTable, methods?: string): readonly string[] => {
  const found = read(Buffer.from(paper([table], 'research-article', methods)));
  if (found.kind !== 'trial') throw new Error(`taken for ${JSON.stringify(found)}`);
  return told(found.trial).results.filter((result) => !result.includes('shorter'));
};

const wide = (...texts: readonly string[]): string =>
  texts.map((text) => `<td colspan="2">${text}</td>`).join('');
const HEAD = cells('', 'Velmorin (n = 40)', 'Placebo (n = 40)', 'P');
const PLAIN_HEAD = cells('', 'Velmorin', 'Placebo');

describe('A table in the style of', () => {
  test.each<readonly [string, PaperTable, readonly string[]]>([
    [
      'means and standard deviations in columns of their own',
      {
        caption: 'Knowledge scores',
        head: [
          `<td></td>${wide('Velmorin (n = 40)', 'Placebo (n = 40)')}`,
          cells('Score', 'Mean', 'SD', 'Mean', 'SD'),
        ],
        body: [cells('Knowledge', '14.2', '3.1', '11.9', '3.3')],
      },
      ['knowledge | velmorin of 40 | mean 14.2 SD 3.1', 'knowledge | placebo of 40 | mean 11.9 SD 3.3'],
    ],
    [
      'the size of each group in a column before its mean',
      {
        caption: 'Scores',
        head: [`<td></td>${wide('Velmorin', 'Placebo')}`, cells('', 'n', 'Mean (SD)', 'n', 'Mean (SD)')],
        body: [cells('Pain', '38', '4.1 (1.0)', '37', '5.2 (1.1)')],
      },
      ['pain | velmorin of 38 | mean 4.1 SD 1.0', 'pain | placebo of 37 | mean 5.2 SD 1.1'],
    ],
    [
      'events and totals',
      {
        caption: 'Events',
        head: [
          `<td></td>${wide('Velmorin', 'Placebo')}`,
          cells('Outcome', 'Events', 'Total', 'Events', 'Total'),
        ],
        body: [cells('Relapse', '2', '40', '4', '39')],
      },
      ['relapse | velmorin of 40 | count 2', 'relapse | placebo of 39 | count 4'],
    ],
    [
      'events and totals beside the groups',
      {
        caption: 'Primary and secondary outcomes',
        head: [cells('Outcome', 'Group', 'N', 'Events', '%')],
        body: [
          `<td rowspan="2">Relapse</td>${cells('Velmorin', '38', '9', '23.7')}`,
          cells('Placebo', '37', '15', '40.5'),
        ],
      },
      ['relapse | velmorin of 38 | count 9', 'relapse | placebo of 37 | count 15'],
    ],
    [
      'the share before the count',
      {
        caption: 'Outcomes',
        head: [HEAD],
        body: [
          cells('Relapse, % (n)', '30.0 (12)', '50.0 (20)', '0.07'),
          cells('Death, % (n/N)', '5.0 (2/40)', '10.3 (4/39)', '0.4'),
        ],
      },
      [
        'relapse | velmorin of 40 | count 12 | proportion 30.0 %',
        'relapse | placebo of 40 | count 20 | proportion 50.0 %',
        'death | velmorin of 40 | count 2 | proportion 5.0 %',
        'death | placebo of 39 | count 4 | proportion 10.3 %',
      ],
    ],
    [
      'a count of a number, and what brackets beside it hold by the notes',
      {
        caption: 'Outcomes',
        head: [PLAIN_HEAD],
        body: [
          cells('Death', '4 of 40 (10.0)', '8 of 39 (20.5)'),
          cells('Length of stay', '7.1 [2.0]', '8.2 [2.3]'),
        ],
        notes: 'Values are mean [SD] or n of N (%).',
      },
      [
        'death | velmorin of 40 | count 4 | proportion 10.0 %',
        'death | placebo of 39 | count 8 | proportion 20.5 %',
        'length-of-stay | velmorin of 40 | mean 7.1 SD 2.0',
        'length-of-stay | placebo of 40 | mean 8.2 SD 2.3',
      ],
    ],
    [
      'the number, the mean and its deviation in lines of their own',
      {
        caption: 'Scores',
        head: [cells('Outcome', '', 'Velmorin', 'Placebo')],
        body: [
          cells('Pain', 'N', '38', '37'),
          cells('', 'Mean', '4.1', '5.2'),
          cells('', 'SD', '1.0', '1.1'),
          cells('SF-36', 'N', '36', '35'),
          cells('', 'Mean', '14.1', '15.2'),
          cells('', 'SD', '2.0', '2.1'),
        ],
      },
      [
        'pain | velmorin of 38 | mean 4.1 SD 1.0',
        'pain | placebo of 37 | mean 5.2 SD 1.1',
        'sf-36 | velmorin of 36 | mean 14.1 SD 2.0',
        'sf-36 | placebo of 35 | mean 15.2 SD 2.1',
      ],
    ],
    [
      'the number behind each mean',
      {
        caption: 'Scores',
        head: [PLAIN_HEAD],
        body: [
          cells('Pain', '4.1 ± 1.0 (38)', '5.2 ± 1.1 (37)'),
          cells('Cough', '2.1 ± 1.0, n = 36', '2.2 ± 1.1, n = 35'),
        ],
      },
      [
        'pain | velmorin of 38 | mean 4.1 SD 1.0',
        'pain | placebo of 37 | mean 5.2 SD 1.1',
        'cough | velmorin of 36 | mean 2.1 SD 1.0',
        'cough | placebo of 35 | mean 2.2 SD 1.1',
      ],
    ],
    [
      'groups by letters that the paper explains nowhere',
      {
        caption: 'Outcome',
        head: [cells('', 'Group V (n = 40)', 'Group P (n = 39)')],
        body: [cells('Nausea (n)', '5', '9'), cells('Duration of stay (days)', '5.1 ± 1.0', '6.2 ± 1.1')],
      },
      [
        'nausea | those on Group V of 40 | count 5',
        'nausea | those on Group P of 39 | count 9',
        'duration-of-stay | those on Group V of 40 | mean 5.1 days SD 1.0',
        'duration-of-stay | those on Group P of 39 | mean 6.2 days SD 1.1',
      ],
    ],
    [
      'groups that are called intervention and control',
      {
        caption: 'Outcomes',
        head: [cells('', 'Intervention (n = 40)', 'Control (n = 40)')],
        body: [cells('Anxiety, mean (SD)', '6.1 (3.0)', '8.2 (3.3)')],
      },
      ['anxiety | velmorin of 40 | mean 6.1 SD 3.0', 'anxiety | placebo of 40 | mean 8.2 SD 3.3'],
    ],
    [
      'changes under the title of what changed, from a baseline that is none of the values',
      {
        caption: 'Changes from baseline and outcomes at follow-up',
        head: [HEAD],
        body: [
          cells('HbA1c, %', '', '', ''),
          cells('Week 8, mean (SD)', '7.1 (0.9)', '8.2 (0.8)', ''),
          cells('Mean change (SD)', '−1.1 (0.4)', '−0.3 (0.5)', '0.01'),
        ],
      },
      [
        'hba1c at 8 wk | velmorin of 40 | mean 7.1 % SD 0.9',
        'hba1c at 8 wk | placebo of 40 | mean 8.2 % SD 0.8',
        'hba1c-mean-change | velmorin of 40 | mean -1.1 % SD 0.4',
        'hba1c-mean-change | placebo of 40 | mean -0.3 % SD 0.5',
      ],
    ],
    [
      'shares by the caption or by the line',
      {
        caption: 'Response rates (%)',
        head: [PLAIN_HEAD],
        body: [cells('Complete response', '30.0', '15.0'), cells('Overall response, %', '50', '40')],
      },
      [
        'complete-response | velmorin of 40 | proportion 30.0 %',
        'complete-response | placebo of 40 | proportion 15.0 %',
        'overall-response | velmorin of 40 | proportion 50 %',
        'overall-response | placebo of 40 | proportion 40 %',
      ],
    ],
    [
      'a line that tells how many are in each group',
      {
        caption: 'Outcomes',
        head: [PLAIN_HEAD],
        body: [cells('No. of patients', '38', '39'), cells('Cough, n (%)', '19 (50.0)', '13 (33.3)')],
      },
      [
        'cough | velmorin of 38 | count 19 | proportion 50.0 %',
        'cough | placebo of 39 | count 13 | proportion 33.3 %',
      ],
    ],
    [
      'the number of each outcome in a line of its own',
      {
        caption: 'Efficacy',
        head: [cells('Parameter', 'Statistic', 'Velmorin', 'Placebo')],
        body: [
          cells('Cough score', 'n', '38', '39'),
          cells('', 'Mean (SD)', '5.1 (2.2)', '1.1 (2.0)'),
          cells('', '95% CI', '4.4 to 5.8', '0.4 to 1.8'),
        ],
      },
      ['cough-score | velmorin of 38 | mean 5.1 SD 2.2', 'cough-score | placebo of 39 | mean 1.1 SD 2.0'],
    ],
    [
      'counts of patients by the caption alone',
      {
        caption: 'Number of patients with complications',
        head: [HEAD],
        body: [cells('Bleeding', '3', '5', '')],
      },
      [
        'adverse-event-bleeding | velmorin of 40 | count 3',
        'adverse-event-bleeding | placebo of 40 | count 5',
      ],
    ],
    [
      'a title with a P value over lines that have none',
      {
        caption: 'Outcomes',
        head: [HEAD],
        body: [
          cells('Cough (n)', '', '', '0.70'),
          cells('Dry', '11', '8', ''),
          cells('Pain score, mean (SD)', '4.1 (1.0)', '5.2 (1.1)', '0.01'),
        ],
      },
      [
        'cough-dry | velmorin of 40 | count 11',
        'cough-dry | placebo of 40 | count 8',
        'pain-score | velmorin of 40 | mean 4.1 SD 1.0',
      ],
    ],
    [
      'means with ± and medians with quartiles under one note',
      {
        caption: 'Outcomes',
        head: [HEAD],
        body: [cells('Stay', '4 (3, 6)', '5 (3, 7)', ''), cells('Age', '48 ± 9', '50 ± 11', '')],
        notes: 'Data are mean ± SD or median (interquartile range).',
      },
      [
        'stay | velmorin of 40 | median 4 (interquartile-range 3 to 6)',
        'stay | placebo of 40 | median 5 (interquartile-range 3 to 7)',
        'age | velmorin of 40 | mean 48 SD 9',
      ],
    ],
    [
      'groups called by what they are to the trial',
      {
        caption: 'Outcomes',
        head: [cells('', 'Treatment group (n = 40)', 'Control group (n = 40)')],
        body: [cells('Admission, No. (%)', '2 (5.0)', '6 (15.0)')],
      },
      [
        'admission | velmorin of 40 | count 2 | proportion 5.0 %',
        'admission | placebo of 40 | count 6 | proportion 15.0 %',
      ],
    ],
    [
      'hours in a column of their own',
      {
        caption: 'Outcomes, mean (SD)',
        head: [cells('Outcome', 'Time', 'Velmorin', 'Placebo')],
        body: [cells('Pain', '1 h', '3.1 (0.9)', '4.4 (1.0)'), cells('', '24 h', '1.1 (0.5)', '2.2 (0.8)')],
      },
      [
        'pain at 1 h | velmorin of 40 | mean 3.1 SD 0.9',
        'pain at 24 h | velmorin of 40 | mean 1.1 SD 0.5',
        'pain at 24 h | placebo of 40 | mean 2.2 SD 0.8',
      ],
    ],
    [
      'P values in a line of their own under times',
      {
        caption: 'Kidneys',
        head: [cells('Urea (mmol/L)', 'Day 3', 'Day 7')],
        body: [
          cells('Velmorin', '7.0 ± 1.2', '6.2 ± 1.1'),
          cells('Placebo', '7.9 ± 1.3', '7.5 ± 1.4'),
          cells('P value', '0.01', '&lt;0.001'),
        ],
      },
      [
        'urea at 3 d | velmorin against placebo | P = 0.01',
        'urea at 7 d | velmorin against placebo | P < 0.001',
      ],
    ],
    [
      'an interval in a column of its own',
      {
        caption: 'Events',
        head: [cells('', 'Velmorin (n = 40)', 'Placebo (n = 40)', 'Odds ratio', '95% CI')],
        body: [cells('Cough, n (%)', '4 (10)', '8 (20)', '0.44', '0.12–1.61')],
      },
      ['cough | velmorin against placebo | odds-ratio 0.44 | confidence-interval 0.12 to 1.61'],
    ],
    [
      'arms by what they are for',
      {
        caption: 'Events',
        head: [cells('', 'Treatment arm', 'Comparator arm', 'Significance')],
        body: [cells('Cough, n (%)', '4 (10)', '8 (20)', 'p=0.21')],
      },
      [
        'cough | velmorin of 40 | count 4 | proportion 10 %',
        'cough | placebo of 40 | count 8 | proportion 20 %',
        'cough | velmorin against placebo | P = 0.21',
      ],
    ],
    [
      'the sizes of the groups in its caption',
      {
        caption: 'Outcomes in the velmorin (n = 38) and placebo (n = 37) groups',
        head: [PLAIN_HEAD],
        body: [
          cells('Pain, mean (SD)', '4.1 (1.0)', '5.2 (1.1)'),
          cells('Death, n (%)', '3 (7.9)', '5 (13.5)'),
        ],
      },
      [
        'pain | velmorin of 38 | mean 4.1 SD 1.0',
        'pain | placebo of 37 | mean 5.2 SD 1.1',
        'death | velmorin of 38 | count 3 | proportion 7.9 %',
        'death | placebo of 37 | count 5 | proportion 13.5 %',
      ],
    ],
    [
      'the sizes of its groups in its notes, by what its own lines call them',
      {
        caption: 'Outcomes',
        head: [cells('Outcome', 'Group', '3-month follow-up, mean (SD)')],
        body: [
          `<td rowspan="2">Stress</td>${cells('Intervention', '15.9 (5.6)')}`,
          cells('Control', '19.0 (5.3)'),
        ],
        notes: 'Note. Intervention n = 37, control n = 36.',
      },
      [
        'stress at 3 mo | velmorin of 37 | mean 15.9 SD 5.6',
        'stress at 3 mo | placebo of 36 | mean 19.0 SD 5.3',
      ],
    ],
    [
      'times beside groups, and what was measured in a caption that names the groups',
      {
        caption: 'Comparison of swelling (mm) between test and control groups at different intervals',
        head: [cells('Interval', 'Group', 'N', 'Mean', 'SD')],
        body: [
          `<td rowspan="2">Day 7</td>${cells('Test', '39', '2.10', '0.97')}`,
          cells('Control', '38', '3.95', '1.32'),
        ],
      },
      [
        'swelling at 7 d | velmorin of 39 | mean 2.10 mm SD 0.97',
        'swelling at 7 d | placebo of 38 | mean 3.95 mm SD 1.32',
      ],
    ],
    [
      'the sizes of the groups in its notes',
      {
        caption: 'Outcomes',
        head: [PLAIN_HEAD],
        body: [cells('Pain, mean (SD)', '4.1 (1.0)', '5.2 (1.1)')],
        notes: 'Data are for n = 38 in the velmorin group and n = 37 in the placebo group.',
      },
      ['pain | velmorin of 38 | mean 4.1 SD 1.0', 'pain | placebo of 37 | mean 5.2 SD 1.1'],
    ],
    [
      'means with their confidence intervals',
      {
        caption: 'Outcomes',
        head: [HEAD],
        body: [cells('Cough, mean (95% CI)', '4.1 (3.8–4.4)', '5.2 (4.9–5.5)', '0.001')],
      },
      [
        'cough | velmorin of 40 | mean 4.1',
        'cough | placebo of 40 | mean 5.2',
        'cough | velmorin against placebo | P = 0.001',
      ],
    ],
    [
      'a lone zero beside a count with its share',
      {
        caption: 'Outcomes',
        head: [HEAD],
        body: [cells('Sepsis', '0', '3 (7.5%)', '0.24')],
      },
      [
        'sepsis | velmorin of 40 | count 0',
        'sepsis | placebo of 40 | count 3 | proportion 7.5 %',
        'sepsis | velmorin against placebo | P = 0.24',
      ],
    ],
    [
      'groups beside values before and after of what its caption names',
      {
        caption: 'Itch score before and after treatment',
        head: [cells('Group', 'n', 'Before', 'After')],
        body: [
          cells('Velmorin', '38', '6.1 ± 1.0', '4.1 ± 1.0'),
          cells('Placebo', '37', '6.0 ± 1.1', '5.2 ± 1.1'),
        ],
        notes: 'Values are mean ± SD.',
      },
      [
        'itch-score at baseline | velmorin of 38 | mean 6.1 SD 1.0',
        'itch-score at baseline | placebo of 37 | mean 6.0 SD 1.1',
      ],
    ],
    [
      'letters M and SD, as psychology heads its columns',
      {
        caption: 'Worry',
        head: [
          `<td></td>${wide('Velmorin (n = 40)', 'Placebo (n = 40)')}`,
          cells('Scale', 'M', 'SD', 'M', 'SD'),
        ],
        body: [cells('Worry', '14.2', '3.1', '11.9', '3.3')],
      },
      ['worry | velmorin of 40 | mean 14.2 SD 3.1', 'worry | placebo of 40 | mean 11.9 SD 3.3'],
    ],
    [
      'deviations as a statistics program heads them',
      {
        caption: 'Swelling by group',
        head: [cells('', 'Group', 'N', 'Mean', 'Std. Deviation')],
        body: [
          `<td rowspan="2">Swelling (mm)</td>${cells('Velmorin', '38', '2.1', '0.9')}`,
          cells('Placebo', '37', '3.4', '1.1'),
        ],
      },
      ['swelling | velmorin of 38 | mean 2.1 mm SD 0.9', 'swelling | placebo of 37 | mean 3.4 mm SD 1.1'],
    ],
    [
      'a mean by its bar, which may be lost',
      {
        caption: 'Scores',
        head: [cells('', 'Intervention X\u0304 ± SD', 'Control group (x ± s)')],
        body: [cells('Itch', '3.4 ± 1.9', '4.3 ± 2.2')],
      },
      ['itch | velmorin of 40 | mean 3.4 SD 1.9', 'itch | placebo of 40 | mean 4.3 SD 2.2'],
    ],
    [
      'counts of totals in brackets behind shares, announced behind the groups',
      {
        caption: 'Smoking',
        head: [cells('', 'Intervention % (n/N)', 'Control % (n/N)')],
        body: [cells('Smoking', '10.5 (4/38)', '21.6 (8/37)')],
      },
      [
        'smoking | velmorin of 38 | count 4 | proportion 10.5 %',
        'smoking | placebo of 37 | count 8 | proportion 21.6 %',
      ],
    ],
    [
      'answers below what was asked',
      {
        caption: 'Outcomes',
        head: [HEAD],
        body: [
          cells('Conversion, n (%)', '', '', '0.36'),
          cells('Yes', '1 (2.5)', '4 (10.0)', ''),
          cells('No', '39 (97.5)', '36 (90.0)', ''),
          cells('Dry socket, n (%)', '', '', '0.15'),
          cells('Present', '2 (5.0)', '8 (20.0)', ''),
          cells('Absent', '38 (95.0)', '32 (80.0)', ''),
        ],
      },
      [
        'conversion | velmorin of 40 | count 1 | proportion 2.5 %',
        'conversion-no | velmorin of 40 | count 39 | proportion 97.5 %',
        'dry-socket | placebo of 40 | count 8 | proportion 20.0 %',
        'dry-socket-absent | placebo of 40 | count 32 | proportion 80.0 %',
      ],
    ],
    [
      'lines set in by spaces, as far as they belong together',
      {
        caption: 'Outcomes, mean (SD)',
        head: [HEAD],
        body: [
          cells('Glucose', '', '', ''),
          cells('&#x2003;Fasting', '', '', ''),
          cells('&#x2003;&#x2003;Morning', '6.3 (1.0)', '6.2 (0.9)', ''),
          cells('&#x2003;After meals', '8.1 (1.1)', '8.4 (1.2)', ''),
          cells('Weight', '71.1 (9.0)', '72.2 (8.8)', ''),
        ],
      },
      [
        'glucose-fasting-morning | velmorin of 40 | mean 6.3 SD 1.0',
        'glucose-after-meals | velmorin of 40 | mean 8.1 SD 1.1',
        'weight | velmorin of 40 | mean 71.1 SD 9.0',
      ],
    ],
    [
      'whole means among counts with their shares, under one note',
      {
        caption: 'Newborns',
        head: [HEAD],
        body: [
          cells('Birth weight (g)', '3421 (498)', '3440 (511)', ''),
          cells('Age, years', '31 (5)', '30 (6)', ''),
          cells('Admission', '6 (15)', '8 (20)', ''),
        ],
        notes: 'Values are number (%) or mean (SD).',
      },
      [
        'birth-weight | velmorin of 40 | mean 3421 g SD 498',
        'age | velmorin of 40 | mean 31 years SD 5',
        'admission | velmorin of 40 | count 6 | proportion 15 %',
      ],
    ],
    [
      'shares that only one count of the group is rounded to',
      {
        caption: 'Outcomes',
        head: [cells('', 'Velmorin (n = 15)', 'Placebo (n = 20)')],
        body: [cells('Cure', '47%', '5%'), cells('≥50% reduction in volume', '60%', '10%')],
      },
      [
        'cure | velmorin of 15 | count 7 | proportion 47 %',
        'cure | placebo of 20 | count 1 | proportion 5 %',
        '50-reduction-in-volume | velmorin of 15 | count 9 | proportion 60 %',
      ],
    ],
    [
      'counts with shares that only one number of people explains',
      {
        caption: 'Outcomes. Values are numbers (percentages) of patients',
        head: [PLAIN_HEAD],
        body: [cells('Fever', '13 (34.2)', '26 (70.3)'), cells('Cough', '7 (18.4)', '8 (21.6)')],
      },
      [
        'fever | velmorin of 38 | count 13 | proportion 34.2 %',
        'cough | placebo of 37 | count 8 | proportion 21.6 %',
      ],
    ],
    [
      'one group by a name that the paper has nowhere, beside one it has',
      {
        caption: 'Outcomes',
        head: [cells('', 'Lozenge (n = 38)', 'Placebo (n = 37)')],
        body: [cells('Pain, mean (SD)', '4.1 (1.0)', '5.2 (1.1)')],
      },
      ['pain | velmorin of 38 | mean 4.1 SD 1.0', 'pain | placebo of 37 | mean 5.2 SD 1.1'],
    ],
  ])('%s', (_, table, expected) => expect(resultsOf(table)).toEqual(expect.arrayContaining([...expected])));

  test.each<readonly [string, PaperTable, RegExp]>([
    [
      'no standard deviation as a mean',
      {
        caption: 'Scores',
        head: [`<td></td>${wide('Velmorin', 'Placebo')}`, cells('', 'Mean', 'SD', 'Mean', 'SD')],
        body: [cells('Knowledge', '14.2', '3.1', '11.9', '3.3')],
      },
      /mean 3\.[13]/,
    ],
    [
      'no standard deviation of a line of its own as a mean',
      {
        caption: 'Scores',
        head: [cells('Pain', 'Velmorin', 'Placebo')],
        body: [cells('Mean', '4.1', '5.2'), cells('SD', '1.0', '1.3')],
      },
      /mean 1\.[03]/,
    ],
    [
      'no change as a value at the baseline that it is from',
      {
        caption: 'Change from baseline',
        head: [PLAIN_HEAD],
        body: [cells('Weight, kg, mean (SD)', '−4.1 (3.0)', '−1.2 (2.1)')],
      },
      /baseline/,
    ],
    [
      'no size of a group as a count of an outcome',
      {
        caption: 'Efficacy',
        head: [cells('Parameter', 'Statistic', 'Velmorin', 'Placebo')],
        body: [cells('Cough score', 'n', '38', '39'), cells('', 'Mean (SD)', '5.1 (2.2)', '1.1 (2.0)')],
      },
      /count/,
    ],
    [
      'no lone number as a mean because others have deviations',
      {
        caption: 'Knowledge by arm',
        head: [cells('', 'Arm', 'Clusters', 'Prevalence, mean (SD)', 'F test')],
        body: [
          cells('Guidelines', 'Velmorin', '12', '67.1 (31.2)', '0.72'),
          cells('Guidelines', 'Placebo', '14', '62.0 (33.1)', ''),
        ],
      },
      /mean (?:12|14|0\.72)/,
    ],
    [
      'no title from lines above that end with a name of another kind',
      {
        caption: 'Outcomes',
        head: [HEAD],
        body: [
          cells('Cough (n)', '', '', '0.70'),
          cells('Dry', '11', '8', ''),
          cells('Relapse (n)', '3', '5', ''),
        ],
      },
      /cough-relapse/,
    ],
    [
      'no size that a note says of some values, or at one time',
      {
        caption: 'Outcomes',
        head: [PLAIN_HEAD],
        body: [cells('Pain, mean (SD)*', '4.1 (1.0)', '5.2 (1.1)')],
        notes:
          '*Velmorin, n = 31; placebo, n = 32.</p></fn><fn><p>At 12 weeks, velmorin n = 31 and placebo n = 32.',
      },
      /of 3[12]/,
    ],
    [
      'no size that a note says of a group beside others of its name',
      {
        caption: 'Outcomes',
        head: [cells('Score', 'Group', 'Mean (SD)')],
        body: [
          `<td rowspan="2">Stress</td>${cells('Intervention', '15.9 (5.6)')}`,
          cells('Control', '19.0 (5.3)'),
        ],
        notes: 'Preintervention n = 31, uncontrolled n = 32.',
      },
      /of 3[12]/,
    ],
    [
      'no size of one group that a caption says alone',
      {
        caption: 'Outcomes of those who kept to velmorin (n = 31)',
        head: [PLAIN_HEAD],
        body: [cells('Pain, mean (SD)', '4.1 (1.0)', '5.2 (1.1)')],
      },
      /of 31/,
    ],
    [
      'no count for a zero beside anything but counts',
      {
        caption: 'Scores',
        head: [HEAD],
        body: [
          cells('Cough', '0', '1.2 (0.4)', ''),
          cells('Itch', '0', '0', ''),
          cells('Rash', '0', '3 (1)', ''),
        ],
      },
      /count/,
    ],
    [
      'no share of people for what is measured in per cent',
      {
        caption: 'Outcomes',
        head: [cells('', 'Velmorin (n = 15)', 'Placebo (n = 20)')],
        body: [cells('Ejection fraction', '47%', '55%'), cells('Adherence', '60%', '80%')],
      },
      /count/,
    ],
    [
      'no count of a share that several are rounded to',
      {
        caption: 'Outcomes',
        head: [cells('', 'Velmorin (n = 412)', 'Placebo (n = 420)')],
        body: [cells('Cure', '47%', '5%')],
      },
      /count/,
    ],
    [
      'no count of a share where no head says how many are in the group',
      { caption: 'Outcomes', head: [PLAIN_HEAD], body: [cells('Cure', '45%', '5%')] },
      /count/,
    ],
    [
      'no number of people that one line alone explains',
      {
        caption: 'Outcomes',
        head: [PLAIN_HEAD],
        body: [cells('Fever, n (%)', '13 (34.2)', '26 (70.3)')],
      },
      /of 3[78]/,
    ],
    [
      'no number of people from lines that speak of different ones',
      {
        caption: 'Outcomes',
        head: [PLAIN_HEAD],
        body: [
          cells('Fever, n (%)', '13 (34.2)', '26 (70.3)'),
          cells('Cough, n (%)', '7 (20.0)', '8 (25.0)'),
        ],
      },
      /of 3\d/,
    ],
    [
      'no arm for a third group',
      {
        caption: 'Outcomes',
        head: [cells('', 'Lozenge (n = 38)', 'Rinse (n = 36)', 'Placebo (n = 37)')],
        body: [cells('Pain, mean (SD)', '4.1 (1.0)', '4.4 (1.2)', '5.2 (1.1)')],
      },
      /velmorin/,
    ],
    [
      'no size of a group for the answer No',
      {
        caption: 'Outcomes',
        head: [PLAIN_HEAD],
        body: [
          cells('Surgery', '', ''),
          cells('Yes', '4', '9'),
          cells('No', '36', '31'),
          cells('Pain, mean (SD)', '4.1 (1.0)', '5.2 (1.1)'),
        ],
      },
      /of 3[16]/,
    ],
    [
      'no ratio below nothing',
      {
        caption: 'Outcomes',
        head: [cells('', 'Velmorin (n = 40)', 'Placebo (n = 40)', 'Relative risk (95% CI)')],
        body: [cells('Stay, h, median (IQR)', '68 (51–92)', '82 (63–110)', '−14 (−20 to −8)')],
      },
      /relative-risk/,
    ],
  ])('any gives %s', (_, table, wrong) => expect(resultsOf(table).join('\n')).not.toMatch(wrong));

  const PLAIN: PaperTable = {
    caption: 'Scores',
    head: [PLAIN_HEAD],
    body: [cells('Cough score', '5.1 (2.2)', '7.1 (2.0)')],
  };

  test.each([
    'Data are presented as mean (SD).',
    'Continuous variables were expressed as means (standard deviation) and compared by t tests.',
  ])('means as its methods say: %s', (methods) => {
    expect(resultsOf(PLAIN, methods)).toEqual([
      'cough-score | velmorin of 40 | mean 5.1 SD 2.2',
      'cough-score | placebo of 40 | mean 7.1 SD 2.0',
    ]);
  });

  test.each([
    '',
    'The mean (SD) age of those screened was 40.1 (3.3) years.',
    'Data are presented as mean (SD) or mean (SEM).',
    'Data are presented as mean (SEM).',
  ])('no deviation that its methods do not speak of: %s', (methods) => {
    expect(resultsOf(PLAIN, methods).join()).not.toMatch(/SD/);
  });

  const LETTERED: PaperTable = {
    caption: 'Outcomes',
    head: [cells('', 'Group A', 'Group B')],
    body: [cells('Nausea, n (%)', '5 (12.5)', '9 (22.5)')],
  };

  test.each([
    'Group A received 5 mg of velmorin. Group B received placebo.',
    'Group B (n = 40): placebo. Group A (n = 40): velmorin 5 mg twice daily.',
    'Group A received velmorin in water, and group B received water alone.',
  ])('letters that its methods explain: %s', (methods) => {
    expect(resultsOf(LETTERED, methods)).toEqual([
      'nausea | velmorin of 40 | count 5 | proportion 12.5 %',
      'nausea | placebo of 40 | count 9 | proportion 22.5 %',
    ]);
  });

  test.each([
    'Patients of group A and group B were seen each week.',
    'Group A received velmorin and placebo. Group B received placebo and velmorin.',
    'Group A received velmorin. Group B received placebo. Group C received velmorin.',
    'We compared velmorin (Group A) with placebo (Group B), and group A received water.',
  ])('letters that its methods leave in doubt: %s', (methods) => {
    expect(resultsOf(LETTERED, methods).join()).not.toMatch(/nausea \| (?:velmorin|placebo)/);
  });

  const LOOKED_AT: PaperTable = {
    caption: 'Outcomes',
    head: [PLAIN_HEAD],
    body: [
      cells('Grip strength, mean (SD)', '21.4 (5.0)', '19.8 (4.7)'),
      cells('Gait, mean (SD)', '3.1 (1.0)', '3.0 (1.1)'),
    ],
  };

  test.each([
    'Seventy-three patients were assessed for grip strength (velmorin, n = 38; placebo, n = 35).',
    'Grip strength (GS) was measured. Seventy-three adults were evaluated for GS (n = 38 in the velmorin group and n = 35 in the placebo group).',
  ])('the sizes of the groups that a sentence says of one outcome: %s', (methods) => {
    const more = 'Seventy-one were analysed for gait (velmorin, n = 37; placebo, n = 34).';
    expect(resultsOf(LOOKED_AT, `${methods} ${more}`)).toEqual([
      'grip-strength | velmorin of 38 | mean 21.4 SD 5.0',
      'grip-strength | placebo of 35 | mean 19.8 SD 4.7',
      'gait | velmorin of 37 | mean 3.1 SD 1.0',
      'gait | placebo of 34 | mean 3.0 SD 1.1',
    ]);
  });

  test.each([
    'Seventy-three patients were assessed for grip (velmorin, n = 38).',
    'Seventy-three patients were assessed for hand size (velmorin, n = 38; placebo, n = 35).',
    'Patients were assessed for eligibility (women, n = 38; men, n = 35).',
    'In another study, patients were assessed for grip strength (velmorin, n = 38; placebo, n = 35).',
  ])('no sizes of other outcomes, of one group, of others or from elsewhere: %s', (methods) => {
    expect(resultsOf(LOOKED_AT, methods).join()).not.toMatch(/ of 3[58]/);
  });
});
