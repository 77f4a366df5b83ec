/** Invented trials, by the sections of their abstracts: nothing in them was ever done. */
export const MIGRAINE = {
  title:
    'Velortan for the prevention of chronic migraine: a randomised, double-blind, placebo-controlled phase 3 trial',
  sections: {
    Background:
      'Chronic migraine is hard to treat. In an earlier trial, 412 patients were randomised and the relative risk of relapse was 0.31 (P = 0.002).',
    Methods:
      'In this multicentre trial, 240 adults with chronic migraine were randomly assigned to the velortan group (n = 121) or the placebo group (n = 119). The velortan group received twelve oral doses of velortan (50 mg) at 1-week intervals. All patients also received rescue paracetamol. Headache days and quality of life were assessed at baseline and 12 weeks after the last dose. Assuming a dropout of 15%, 230 patients were needed for a power of 90%.',
    Results:
      'Relapse was reported in 18 patients in the velortan group (RR: 0.55; 95% CI 0.33-0.92; P = 0.021) and 32 patients in the placebo group. Monthly headache days were lower in the velortan group than in the placebo group (median 5.0 days [IQR 3.0-8.5] vs 9.50 days [IQR 6.0-13.0], p < 0.001). No serious adverse events were reported.',
    Conclusions: 'Velortan reduced relapse in chronic migraine.',
    'Trial registration':
      'ClinicalTrials.gov, NCT99999901. Registered 3 March 2030, https://registry.invalid/NCT99999901.',
  },
} as const;

export const KNEE = {
  title: 'Cartilage vesicles and orthocytes in knee arthrosis: results of a phase I/II study',
  sections: {
    Introduction: 'Knee arthrosis has no cure.',
    'Patients and methods':
      'Between January 2028 and May 2029, 12 outpatients with knee arthrosis requiring surgery were treated with orthocytes. In this trial we aimed to assess the tolerability of two intra-articular injections of cartilage-derived orthocytes (3 × 10<sup>7</sup> cells) at 4-week intervals in adults with knee arthrosis. We compared the outcomes with those of 36 matched control patients.',
    Findings:
      'Orthocyte injections were well tolerated. Pain relief was higher in the orthocyte group at 6 months (75.0% vs 41.7%, p = 0.048).',
    Interpretation: 'Orthocytes are feasible. Larger randomised trials are warranted.',
    'Clinical Trial Registration': 'EudraCT 2027-999999-11',
  },
} as const;
