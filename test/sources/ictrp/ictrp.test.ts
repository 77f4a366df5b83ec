import { describe, expect, test } from 'vitest';
import { read } from '../../../src/sources/read.ts';
import { numbersIn, recordIn, refusalOf, valuesOf } from '../record-values.ts';
import { FORM, portal, trial } from './trials.ts';

describe('an export of the WHO’s search portal', () => {
  test('is read, what was typed as HTML as it shows', () => {
    const { remarks, ...told } = recordIn(portal(trial('EUCTR2031-000124-46-DE')));
    expect(valuesOf(told)).toMatchObject({
      registry: 'EudraCT',
      url: 'https://register.invalid/1',
      identifiers: [
        { value: '2031-000124-46', role: 'own', registry: 'EudraCT' },
        { value: 'VELO-1', role: 'related' },
        { value: 'NCT99999901', role: 'same-trial', registry: 'NCT' },
        { value: '2031-000123-45', role: 'same-trial', registry: 'EudraCT' },
      ],
      titles: [
        { text: 'Velortan & sleep', kind: 'brief' },
        { text: 'Velortan for sleep in 102 people', kind: 'official' },
        { text: 'VELO', kind: 'acronym' },
      ],
      milestones: [
        { event: 'registered', date: '2031-08-05' },
        { event: 'first-enrolment', date: '2031-08-15' },
        { event: 'last-updated', date: '2031-08-24' },
      ],
      parties: [
        { role: 'lead-sponsor', contact: { name: 'Invented University' } },
        { role: 'funder', contact: { name: 'Invented Fund' } },
        { role: 'contact', contact: { name: 'Ada Quill', email: 'ada@velo.invalid' } },
      ],
      progress: ['Not Recruiting'],
      conditions: [{ text: 'Chronic migraine' }, { text: 'Insomnia' }],
      design: {
        studyType: 'interventional',
        phase: 'phase-2',
        allocation: 'randomised',
        masking: 'double',
        interventionModel: 'crossover',
      },
      enrolment: { count: 240, actual: false },
      interventions: [{ name: 'Velortan', type: 'Drug' }],
      outcomes: [
        { role: 'primary', name: 'Hours slept' },
        { role: 'secondary', name: 'Pain' },
      ],
      eligibility: {
        inclusion: ['Age >18', 'Confirmed <the guide> diagnosis'],
        exclusion: [],
        sex: 'all',
        minimumAge: '18 Years',
      },
      countries: ['Kenya', 'Peru'],
      references: [{ kind: 'link', url: 'https://register.invalid/1/results' }],
      results: { summary: 'People slept.' },
    });
    const rest = new Map(remarks.map(({ path, value }) => [path.split('/').at(-1), value.value]));
    expect(rest.get('Inclusion_agemax')).toBe('no limit');
    expect(rest.get('Exclusion_Criteria')).toBe('N/A');
    expect(rest.get('Secondary_ID')).toBe('VELO-1; NCT99999901; EUCTR2031-000123-45-ES');
    expect(rest.has('Contact_Affiliation')).toBe(false);
  });

  test('has the place and the words of each value as they are written', () => {
    const found = read(new TextEncoder().encode(portal(trial('NCT99999902'))));
    if (found.kind !== 'record') throw new Error(found.kind);
    const [, title] = found.record.titles;
    const { offset, length } = title!.text.spans[0];
    expect([...found.document.text].slice(offset, offset + length).join('')).toBe(
      'Velortan for sleep in 10&lt;sup&gt;2&lt;/sup&gt; people',
    );
    expect(title!.text).toMatchObject({
      derivation: 'normalised',
      words: 'Velortan for sleep in 10<sup>2</sup> people',
    });
    expect(found.record.identifiers[2]?.value.words).toBe('NCT99999901');
  });

  test('of several trials is read one by one, and what is wrong with one stops no other', () => {
    const broken = '<Trial><TrialID>NCT99999903</TrialID></Trial>';
    expect(numbersIn(portal(trial('NCT99999902'), broken, trial('XYZ-1')))).toEqual([
      'NCT99999902',
      'a trial that the WHO’s search portal exported',
      'XYZ-1',
    ]);
    expect(recordIn(portal(trial('XYZ-1'))).registry).toBe('ICTRP');
  });

  test.each([
    [
      'Drug: Velortan;Other: Talks',
      [
        { name: 'Velortan', type: 'Drug' },
        { name: 'Talks', type: 'Other' },
      ],
    ],
    ['Velortan 50 mg; then talks', [{ name: 'Velortan 50 mg; then talks' }]],
    ['Drug: Velortan; once a day', [{ name: 'Drug: Velortan; once a day' }]],
    ['N/A', []],
  ])('tells what is given: %s', (words, expected) => {
    const document = portal(trial('NCT99999902').replace('Drug: Velortan', words));
    expect(valuesOf(recordIn(document))).toMatchObject({ interventions: expected });
  });

  test.each([
    ['1,200', { enrolment: { count: 1200, actual: false }, plannedParts: [] }],
    ['approximately 300', { enrolment: { count: 300 } }],
    [
      'Velortan group:30;Control group:25;',
      {
        enrolment: { count: 55, actual: false },
        plannedParts: [
          { part: 'Velortan group', count: 30 },
          { part: 'Control group', count: 25 },
        ],
      },
    ],
    [
      'Total: 60; Velortan: 40; Placebo: 20',
      { enrolment: { count: 60 }, plannedParts: [{ count: 40 }, { count: 20 }] },
    ],
    ['some', { plannedParts: [] }],
  ])('tells how many are planned: %s', (words, expected) => {
    const found = recordIn(portal(trial('NCT99999902').replace('>240<', `>${words}<`)));
    expect(valuesOf(found)).toMatchObject(expected);
    if (!('enrolment' in expected)) expect(valuesOf(found)).not.toHaveProperty('enrolment.count');
  });

  test('tells what each group is given, where its words do', () => {
    const listed = 'Treatment group:Velortan 50 mg;Control group:Placebo;';
    expect(valuesOf(recordIn(portal(trial('NCT99999902').replace('Drug: Velortan', listed))))).toMatchObject({
      arms: [
        { name: 'Treatment group', description: 'Velortan 50 mg' },
        { name: 'Control group', description: 'Placebo' },
      ],
    });
    const told =
      'Intervention 1: Intervention group: Velortan: 50 mg. Intervention 2: Control group: Placebo.';
    expect(valuesOf(recordIn(FORM.replace('Velortan 50 mg a day', told)))).toMatchObject({
      arms: [
        { name: 'Intervention group', description: 'Velortan: 50 mg.' },
        { name: 'Control group', description: 'Placebo.' },
      ],
    });
  });

  test('keeps its words for a phase or a kind of study that R5 has none for', () => {
    const document = portal(
      trial('NCT99999902')
        .replace(/<Phase>.*<\/Phase>/, '<Phase>Phase III/IV</Phase>')
        .replace(/<Study_type>.*<\/Study_type>/, '<Study_type>BA/BE</Study_type>'),
    );
    expect(valuesOf(recordIn(document))).toMatchObject({
      design: { phaseWords: 'Phase III/IV' },
      scopes: ['BA/BE'],
    });
  });

  test('has a phase that does not apply', () => {
    const document = portal(
      trial('NCT99999902').replace(/<Phase>.*<\/Phase>/, '<Phase>Not Applicable</Phase>'),
    );
    expect(valuesOf(recordIn(document).design)).toMatchObject({ phase: 'n-a' });
  });

  test('keeps what was enrolled beside what was planned', () => {
    const more = '<results_actual_enrolment>9</results_actual_enrolment>';
    expect(valuesOf(recordIn(portal(trial('NCT99999902', more))))).toMatchObject({
      enrolment: { count: 9, actual: true },
      plannedEnrolment: 240,
    });
  });

  test('that is cut off or declares entities is refused', () => {
    expect(refusalOf(portal(trial('NCT99999902').slice(0, 600))).takenFor).toBe('broken XML');
    const bomb = `<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n<Trial><TrialID>&b;</TrialID></Trial>`;
    expect(refusalOf(bomb)).toEqual({
      takenFor: 'broken XML',
      missing: expect.stringContaining('a document type that declares entities is not read'),
    });
  });
});

describe('the XML in which registries give their trials to the WHO', () => {
  test('is read, in the encoding that it names', () => {
    const found = read(Buffer.from(FORM, 'latin1'));
    if (found.kind !== 'record') throw new Error(JSON.stringify(found));
    expect(valuesOf(found.record)).toMatchObject({
      registry: 'IRCT',
      identifiers: [
        { value: 'IRCT20310101000001N3', role: 'own', registry: 'IRCT' },
        { value: 'U1111-2222-3333', role: 'related', type: 'UTN' },
        { value: 'NCT99999901', role: 'same-trial', assigner: 'ClinicalTrials.gov' },
      ],
      titles: [
        { text: 'Velortan', kind: 'brief' },
        { text: 'Velortan for sleep', kind: 'official' },
      ],
      state: 'closed-to-accrual',
      milestones: [
        { event: 'registered', date: '2031-10-27' },
        { event: 'first-enrolment', date: '2031-11-01', actual: false },
        { event: 'ethics-approval', date: '2031-09-01' },
      ],
      parties: [
        { role: 'lead-sponsor', contact: { name: 'Université inventée' } },
        { role: 'collaborator', contact: { name: 'Invented Clinic' } },
        { role: 'funder', contact: { name: 'Invented Fund' } },
        { role: 'contact', contact: { name: 'Ada Quill', role: 'public', city: 'Shiraz', country: 'Iran' } },
        { role: 'ethics-committee', contact: { name: 'Invented committee' } },
      ],
      conditions: [{ text: 'Chronic migraine.' }],
      conditionTerms: [{ text: 'Migraine', codes: [{ system: 'other', code: 'G43' }] }],
      design: {
        studyType: 'interventional',
        phase: 'phase-2-phase-3',
        allocation: 'randomised',
        masking: 'double',
        interventionModel: 'parallel',
        primaryPurpose: 'Treatment',
      },
      enrolment: { count: 40, actual: false },
      interventions: [{ name: 'Velortan 50 mg a day' }],
      outcomes: [
        { role: 'primary', name: 'Hours slept' },
        { role: 'primary', name: 'Naps' },
        { role: 'secondary', name: 'Pain' },
      ],
      eligibility: { inclusion: ['Adults'], exclusion: [], sex: 'all', minimumAge: '18 years' },
      countries: ['Iran (Islamic Republic of)'],
    });
    expect(found.record.remarks.map(({ path }) => path.replace('/trial/', ''))).toEqual([
      'main/reg_name',
      'main/results_IPD_plan',
      'contacts/contact/firstname',
      'contacts/contact/lastname',
      'criteria/agemax',
      'intervention_code/i_code',
      'secondary_ids/secondary_id[2]/sec_id',
      'secondary_ids/secondary_id[2]/issuing_authority',
      'ethics_reviews/ethics_review/status',
    ]);
  });

  test.each([
    [
      '<trials><trial><main><reg_name>IRCT</reg_name></main></trial></trials>',
      'its number, at main/trial_id',
    ],
    ['<trials><trial><main><trial_id>N/A</trial_id></main></trial></trials>', 'its number, at main/trial_id'],
  ])('without a number is refused', (document, missing) => {
    expect(refusalOf(document)).toEqual({
      takenFor: 'a trial in the XML that registries give the WHO',
      missing,
    });
  });

  test('with another root, or in a text that is not all XML, is refused', () => {
    expect(refusalOf(FORM.replaceAll('trials>', 'tribes>')).takenFor).toBe('XML that is no registry record');
    expect(refusalOf(FORM.replace('</main>', '')).takenFor).toBe('broken XML');
  });
});
