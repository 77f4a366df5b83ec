import { describe, expect, test } from 'vitest';
import { read } from '../../src/sources/read.ts';

const page = (title: string, abstract: string): string => `${title}\n\nAbstract\n\n${abstract}\n`;

/** What a page was taken for; `trial` where it is one's. */
const takenFor = (title: string, abstract: string): string => {
  const found = read(Buffer.from(page(title, abstract)));
  return found.kind === 'refused' ? found.takenFor : found.kind;
};

describe('A document that reports no trial of its own is known for what it is:', () => {
  test.each([
    [
      'a review of several studies',
      'Quilavine for migraine: pooled analysis of six studies',
      'BACKGROUND: Quilavine is new. METHODS: Data were pooled from six placebo-controlled studies. RESULTS: In 2,310 patients, quilavine reduced monthly headache days by 1.9 (95% CI, 1.4 to 2.4). CONCLUSIONS: Quilavine works.',
    ],
    [
      'a review of several studies',
      'Exercise after hip fracture',
      'OBJECTIVE: To summarise trials of exercise after hip fracture. METHODS: PubMed and Embase were searched to May 2020 for randomised trials. RESULTS: Nineteen trials with 3,100 participants were included; mobility improved (SMD 0.35, 95% CI 0.19 to 0.51). CONCLUSIONS: Exercise helps.',
    ],
    [
      'a review of several studies',
      'Treating dry eye: an update',
      'Dry eye is common. Many drops have been tried. Cyclosporine drops were better than vehicle in several trials. New drugs are under study in more than 900 patients.',
    ],
    [
      'an animal study',
      'Intra-articular brenolast in dogs with osteoarthritis: a randomized, placebo-controlled trial',
      'OBJECTIVE: To test brenolast in dogs. METHODS: Client-owned dogs (n = 48) were randomly assigned to brenolast or saline. RESULTS: Lameness fell by 1.2 points in dogs given brenolast and 0.4 in dogs given saline (P = .02). CONCLUSIONS: Brenolast helped dogs.',
    ],
    [
      'an animal study',
      'Effect of quercadin on weight gain in broiler chickens',
      'A total of 240 broilers were randomly divided into two groups. Chickens in the quercadin group gained 210 g more (P < 0.01) than chickens in the control group. Feed intake of broilers did not differ.',
    ],
    [
      'a laboratory study',
      'Sealing of root canals with two cements: an in vitro study',
      'AIM: To compare two cements. MATERIALS AND METHODS: Sixty extracted single-rooted teeth were randomly divided into two groups (n = 30). RESULTS: Leakage was less with cement A (1.2 ± 0.4 mm) than with cement B (2.0 ± 0.6 mm; P < 0.001). CONCLUSION: Cement A seals better.',
    ],
    [
      'a report of cases',
      'Severe rash under quilavine: a case report',
      'Quilavine is given for migraine. We report a 45-year-old woman with a severe rash after 3 doses of quilavine. The rash resolved in 14 days. Physicians should know of it.',
    ],
    [
      'an observational study',
      'Statin use and fractures in older women',
      'BACKGROUND: Statins may protect bone. METHODS: In this prospective cohort study, 4,210 women were followed for 8 years. RESULTS: Fractures were fewer among users (HR 0.82, 95% CI 0.70 to 0.96; P = 0.01). CONCLUSIONS: Statins may protect bone; a randomised trial is needed.',
    ],
    [
      'an observational study',
      'Sleep and mood in nurses',
      'OBJECTIVE: To describe sleep in nurses. METHODS: A cross-sectional survey of 310 nurses was done. RESULTS: Of 310 nurses, 120 (38.7%) slept badly. Mood was lower in bad sleepers (P < 0.001). CONCLUSION: Bad sleep is common.',
    ],
    [
      'an observational study',
      'Outcome of kidney transplantation in one centre',
      'METHODS: We retrospectively reviewed 212 patients who received a kidney between 2001 and 2010. RESULTS: Graft survival at 5 years was 84% with tacrolimus and 78% with cyclosporine (P = 0.21). CONCLUSION: Both drugs did well.',
    ],
    [
      'a study of diagnosis',
      'Diagnostic accuracy of a saliva test for strep throat',
      'METHODS: In 412 children with sore throat, the saliva test was compared with culture as the reference standard. RESULTS: Sensitivity was 0.88 (95% CI 0.82 to 0.93) and specificity 0.91 (0.87 to 0.94). CONCLUSION: The test is accurate.',
    ],
    [
      'an editorial or comment',
      'Re: Quilavine for the prevention of migraine',
      'We read with interest the trial of quilavine in 412 patients. The dose was low. We think that 40 mg would have done better. Future trials should test it.',
    ],
    [
      'a guideline',
      'Guidelines for the management of gout',
      'A panel of 14 experts met twice. Colchicine is recommended in low doses. Allopurinol should be started at 100 mg daily. The guideline will be revised in 5 years, when results of trials are known.',
    ],
    [
      'a report of several trials',
      'Lumitrexin in plaque psoriasis',
      'BACKGROUND: Lumitrexin blocks interleukin-17. METHODS: We conducted two identical phase 3, double-blind trials. In LUX-1, 412 patients were randomly assigned to lumitrexin or placebo, and in LUX-2, 398 were. RESULTS: A PASI 90 response was seen in 61% and 58% with lumitrexin and in 3% and 4% with placebo (P<0.001). CONCLUSIONS: Lumitrexin cleared psoriasis.',
    ],
  ])('%s: %s', (kind, title, abstract) => {
    expect(takenFor(title, abstract)).toBe(kind);
  });

  test.each([
    [
      'a trial that was planned after a meta-analysis',
      'Quilavine for migraine: a randomised, double-blind trial',
      'BACKGROUND: A meta-analysis of small trials favoured quilavine. METHODS: We randomly assigned 240 adults with migraine to quilavine (n = 120) or placebo (n = 120) for 12 weeks. RESULTS: Headache days fell by 4.1 with quilavine and 2.2 with placebo (P<0.001). CONCLUSIONS: Quilavine reduced headache days. A meta-analysis that includes our data is under way.',
    ],
    [
      'a pilot study',
      'Yoga for chronic neck pain: a pilot randomised study',
      'AIM: To test yoga. METHODS: 40 patients were randomised to yoga (n = 20) or usual care (n = 20). RESULTS: Pain was lower with yoga (3.1 ± 1.2 vs 4.6 ± 1.5; P = 0.002). CONCLUSION: Yoga eased pain.',
    ],
    [
      'a cluster trial with a cohort in it',
      'Hand washing in schools: a cluster randomised trial',
      'METHODS: Twenty schools were randomly assigned to hand washing or control; an open cohort of 2,100 pupils was followed. RESULTS: Absence was lower in the intervention group (1.9 vs 2.4 days; P = 0.03). CONCLUSION: Hand washing reduced absence.',
    ],
    [
      'a crossover trial with a test of accuracy as its measure',
      'Two glucose sensors compared in a crossover trial',
      'METHODS: In a randomised crossover trial, 30 adults with diabetes were randomly assigned to sensor A or sensor B first, for 2 weeks each. RESULTS: The accuracy of sensor A was higher (P = 0.01). CONCLUSION: Sensor A was better.',
    ],
    [
      'a trial in people whose records were reviewed',
      'Early mobilisation after stroke: a randomised controlled trial',
      'METHODS: 120 patients were randomised to early mobilisation (n = 60) or standard care (n = 60). Events were adjudicated by systematic review of charts. RESULTS: At 3 months, 32 patients (53%) in the early mobilisation group and 21 (35%) in the standard care group walked alone (P = 0.04). CONCLUSION: Early mobilisation helped.',
    ],
    [
      'a trial of an allergy to cats and mice',
      'Immunotherapy in cat allergy: a placebo-controlled trial',
      'METHODS: 64 adults allergic to cats were randomised to immunotherapy (n = 32) or placebo (n = 32). RESULTS: Symptom scores on contact with cats were lower after immunotherapy (3.2 vs 5.1; P = 0.01). CONCLUSION: Immunotherapy relieved cat allergy.',
    ],
    [
      'a trial that names its two earlier studies',
      'Lumitrexin in psoriatic arthritis: a randomised trial',
      'BACKGROUND: Two earlier trials showed that lumitrexin clears psoriasis. METHODS: 180 patients were randomised to lumitrexin (n = 90) or placebo (n = 90). RESULTS: ACR20 was reached by 54 patients with lumitrexin and 27 with placebo (P<0.001). CONCLUSION: Lumitrexin improved arthritis.',
    ],
  ])('but not %s', (_, title, abstract) => {
    expect(takenFor(title, abstract)).toBe('trial');
  });
});

describe('A protocol is read as a study without results:', () => {
  const PROTOCOL = page(
    'Quilavine for the prevention of migraine in adolescents: study protocol for a randomised controlled trial',
    'BACKGROUND: Migraine is common. METHODS: A total of 240 adolescents with migraine will be randomly assigned to quilavine (n = 120) or placebo (n = 120) for 12 weeks. The primary outcome is monthly headache days. We expect that headache days will fall by 4.0 in the quilavine group and 2.0 in the placebo group (P < 0.05). DISCUSSION: Quilavine is expected to reduce headache days. Trial registration: NCT99999933.',
  );

  test('nothing of what is expected was found', () => {
    const found = read(Buffer.from(PROTOCOL));
    if (found.kind !== 'trial') throw new Error(`taken for ${found.kind}`);
    const { results, conclusions, enrolled, analysed, arms } = found.trial;
    expect(results).toEqual([]);
    expect(conclusions).toEqual([]);
    expect([enrolled, analysed, ...arms.map((arm) => arm.enrolled)]).toEqual(
      [enrolled, analysed, ...arms].map(() => 'not-stated'),
    );
    expect(found.trial.planned).toMatchObject({ value: 240 });
  });

  test('a treatment protocol in a title is none', () => {
    const found = read(
      Buffer.from(
        page(
          'Two exercise protocols after stroke: a randomised trial',
          'METHODS: 60 patients were randomised to protocol A (n = 30) or protocol B (n = 30). RESULTS: Gait speed was higher with protocol A (0.9 ± 0.2 vs 0.7 ± 0.2 m/s; P = 0.01). CONCLUSION: Protocol A was better.',
        ),
      ),
    );
    expect(found.kind === 'trial' && found.trial.results.length).toBeGreaterThan(0);
  });
});
