import { describe, expect, it } from 'vitest';
import { catalogued, mirrored } from './pages.ts';
import { toldBy } from './told.ts';

const onPage = (title: string, abstract: string) => toldBy(mirrored({ title, abstract }));

describe('a three-arm trial with percentages and mean differences', () => {
  const trial = onPage(
    'Two doses of brevanil against usual care in winter asthma: a single-centre, open-label trial',
    'BACKGROUND: Winter asthma follows colds. OBJECTIVE: The aim of this study was to compare two doses of brevanil with usual care in children with winter asthma. METHODS: A total of 90 children with winter asthma were enrolled and randomized to the low-dose group (n = 30), the high-dose group (n = 30) or the usual care group (n = 30). The low-dose group received one tablet of brevanil (5 mg) while the high-dose group received two tablets of brevanil (10 mg). RESULTS: Exacerbation occurred in 9 of 30 patients in the low-dose group (RR 0.60; 95% CI: 0.31 to 1.15; p=0.12), 4 of 30 patients in the high-dose group (RR 0.27; 95% CI: 0.10 to 0.72; p=0.009) and 15 of 30 patients in the usual care group. There was no significant difference in hospital stay, school absence and parental sleep. CONCLUSIONS: High-dose brevanil may prevent exacerbations. TRIAL REGISTRATION: ISRCTN99999902.',
  );

  it('has its design', () => {
    expect(trial.design).toBe('randomised, open-label, single-centre');
    expect(trial.registrations).toEqual(['ISRCTN99999902']);
    expect(trial.numbers).toBe('enrolled 90');
    expect(trial.objectives).toEqual([
      'compare two doses of brevanil with usual care in children with winter asthma',
    ]);
    expect(trial.conditions).toEqual(['winter asthma']);
  });

  it('has three arms with what each was given', () => {
    expect(trial.arms).toEqual([
      'low-dose “low-dose group”; experimental; enrolled 30; brevanil, dose 5 mg, form tablet, times 1',
      'high-dose “high-dose group”; experimental; enrolled 30; brevanil, dose 10 mg, form tablet, times 2',
      'usual-care “usual care group”; control; enrolled 30',
    ]);
  });

  it('has each count with its estimate, and the findings of no difference against nobody in particular', () => {
    expect(trial.results).toEqual([
      'exacerbation | low-dose of 30 | count 9',
      'exacerbation | high-dose of 30 | count 4',
      'exacerbation | usual-care of 30 | count 15',
      'exacerbation | low-dose against usual-care | relative-risk 0.60 | confidence-interval 0.95 0.31 to 1.15 | P = 0.12',
      'exacerbation | high-dose against usual-care | relative-risk 0.27 | confidence-interval 0.95 0.10 to 0.72 | P = 0.009 | lower',
      'hospital-stay | all | no-significant-difference | “There was no significant difference in hospital stay, school absence and parental sleep.”',
      'school-absence | all | no-significant-difference | “There was no significant difference in hospital stay, school absence and parental sleep.”',
      'parental-sleep | all | no-significant-difference | “There was no significant difference in hospital stay, school absence and parental sleep.”',
    ]);
  });
});

describe('a trial without control', () => {
  const trial = onPage(
    'Intravenous quornel in relapsed marble lymphoma: a phase 2 trial',
    'Purpose: To learn whether quornel works. Patients and Methods: In this trial, we evaluated repeated infusions of quornel (15 mg/kg) every 3 weeks. Twenty-eight patients were treated with quornel. Results: Two patients developed pneumonia, and 19 patients had a complete response. No adverse events related to quornel were reported. Conclusion: Quornel is active.',
  );

  it('has one arm with its dose, and no comparison', () => {
    expect(trial.arms).toEqual([
      'quornel “quornel”; experimental; treated 28; quornel, dose 15 mg/kg, form infusion, every 3 wk',
    ]);
    expect(trial.results.filter((result) => result.includes('against'))).toEqual([]);
    expect(trial.design).toBe('phase-2');
    expect(trial.registrations).toEqual([]);
  });

  it('counts participants as words and digits say', () => {
    expect(trial.results).toContain('pneumonia | quornel of 28 | count 2');
    expect(trial.results).toContain('complete-response | quornel of 28 | count 19');
  });
});

describe('an unstructured abstract', () => {
  const trial = onPage(
    'Hearth extract in dry ear: a randomized trial',
    'In this double-blind trial, we randomized 64 adults with dry ear to the hearth extract group (n = 32) or the placebo group (n = 32). Ear moisture was higher in the hearth extract group than in the placebo group at day 14 (mean 4.10 vs 2.95, P = 0.004). An earlier study had found a mean of 9.9 in 12 patients. The trial was registered as DRKS99999903 on 2 May 2029.',
  );

  it('has its arms, one result and its registration', () => {
    expect(trial.arms).toEqual([
      'hearth-extract “hearth extract group”; enrolled 32',
      'placebo “placebo group”; placebo-comparator; enrolled 32',
    ]);
    expect(trial.results).toEqual([
      'ear-moisture at 14 d | hearth-extract of 32 | mean 4.10',
      'ear-moisture at 14 d | placebo of 32 | mean 2.95',
      'ear-moisture at 14 d | hearth-extract against placebo | P = 0.004 | higher',
    ]);
    expect(trial.registrations).toEqual(['DRKS99999903, 2029-05-02']);
  });

  it('takes nothing from the study it cites', () => {
    expect(JSON.stringify(trial)).not.toMatch(/9\.9|\b12\b/);
  });
});

describe('doses', () => {
  const given = (dose: string): string =>
    onPage(
      'Cell therapy in brittle heart: a randomised trial',
      `METHODS: In this trial, 20 patients were randomised to the cell group (n = 10) or the control group (n = 10). The cell group received two infusions of cardiocytes (${dose}). RESULTS: No adverse events were reported in the cell group during the whole trial.`,
    ).arms[0] ?? '';

  it.each([
    ['2 × 10(6) cells', 'dose 2000000 cells'],
    ['2 × 10^6 cells', 'dose 2000000 cells'],
    ['2 × 10⁶ cells/kg', 'dose 2000000 cells/kg'],
    ['1.25 x 10^7 cells', 'dose 12500000 cells'],
    ['0.5 × 10**6 cells', 'dose 500000 cells'],
    ['5 × 105 cells', 'dose 500000 cells'],
    ['1 × [Formula: see text] cells/kg', 'dose lost cells/kg'],
    ['1,500 mg', 'dose 1500 mg'],
    ['0.40 mg/kg', 'dose 0.40 mg/kg'],
    ['2·5 mg', 'dose 2.5 mg'],
  ])('%s is a %s', (written, told) => {
    expect(given(written)).toMatch(new RegExp(`cardiocytes, ${told}, form infusion, times 2$`));
  });

  it.each(['2 × 100 mg', '2 × 1000 mg'])('%s is not 2 mg', (written) => {
    expect(given(written)).not.toMatch(/dose 2 mg/);
  });

  it('a number without a unit is no dose', () => expect(given('batch 12')).not.toMatch(/dose/));
});

describe('matched controls', () => {
  const trial = toldBy(
    catalogued({
      title: 'Plasma from llamas in grey fever: a preliminary trial',
      language: 'fr',
      description:
        'BACKGROUND: Grey fever kills. METHODS: In this trial, 14 patients with grey fever were treated with llama plasma. We compared them with 28 historical controls. RESULTS: Survival was higher in the plasma group (92.9% vs 64.3%, p = 0.045). CONCLUSIONS: Llama plasma deserves study.',
    }),
  );

  it('are nobody whom the trial enrolled', () => {
    expect(trial.arms.find((arm) => arm.startsWith('control'))).toBe(
      'control “historical controls”; control; external; analysed 28',
    );
    expect(trial.numbers).not.toContain('28');
  });

  it('get their percentage, and the treated theirs', () => {
    expect(trial.results.filter((result) => result.startsWith('survival'))).toEqual([
      'survival | plasma of 14 | proportion 92.9 %',
      'survival | control of 28 | proportion 64.3 %',
      'survival | plasma against control | P = 0.045 | higher',
    ]);
  });
});

describe('what no abstract states stays unstated', () => {
  const trial = onPage(
    'Salt lamps in reading fatigue: a randomised trial',
    'In this trial, 40 students were allocated to the lamp group or the control group. Reading speed did not change. More words follow here so that the text is long enough.',
  );

  it('has no phase, masking, dose, group size or registration, and what did not change', () => {
    expect(trial.design).toBe('randomised');
    expect(trial.arms.join()).not.toMatch(/enrolled|analysed|dose/);
    expect(trial.results).toEqual([
      'reading-speed | unspecified | no-significant-difference | “Reading speed did not change.”',
    ]);
    expect(trial.registrations).toEqual([]);
    expect(trial.period).toBe('');
  });
});
