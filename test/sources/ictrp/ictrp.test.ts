import { describe, expect, test } from 'vitest';
import { read } from '../../../src/sources/read.ts';
import { numbersIn, recordIn, refusalOf, valuesOf } from '../record-values.ts';

const trial = (number: string, more = ''): string => `<Trial>
  <Export_date>09/18/2031 10:42:00</Export_date>
  <Internal_Number>1</Internal_Number>
  <TrialID>${number}</TrialID>
  <Last_Refreshed_on>24 August 2031</Last_Refreshed_on>
  <Public_title>Velortan &amp;amp; sleep</Public_title>
  <Scientific_title>Velortan for sleep in 10&lt;sup&gt;2&lt;/sup&gt; people</Scientific_title>
  <Acronym>VELO</Acronym>
  <Primary_sponsor>Invented University</Primary_sponsor>
  <Date_registration3>20310805</Date_registration3>
  <Date_registration>05/08/2031</Date_registration>
  <Source_Register>Invented</Source_Register>
  <web_address>https://register.invalid/1</web_address>
  <Recruitment_Status>Not Recruiting</Recruitment_Status>
  <Inclusion_agemin>18 Years</Inclusion_agemin>
  <Inclusion_agemax>no limit</Inclusion_agemax>
  <Inclusion_gender>&lt;br&gt;Female: yes&lt;br&gt;Male: yes&lt;br&gt;</Inclusion_gender>
  <Date_enrollement>August 15, 2031</Date_enrollement>
  <Target_size>240</Target_size>
  <Study_type>Interventional clinical trial of medicinal product</Study_type>
  <Study_design>Randomised: yes Open: no Double blind: yes Cross over: yes</Study_design>
  <Phase>Human pharmacology (Phase I): no&lt;br&gt;Therapeutic exploratory (Phase II): yes</Phase>
  <Countries>Kenya;Peru</Countries>
  <Contact_Firstname>Ada</Contact_Firstname><Contact_Lastname>Quill</Contact_Lastname>
  <Contact_Email>ada@velo.invalid</Contact_Email><Contact_Affiliation/>
  <Inclusion_Criteria>Age &gt;18&lt;br&gt;Confirmed &lt;the guide&gt; diagnosis&lt;br&gt;</Inclusion_Criteria>
  <Exclusion_Criteria>N/A</Exclusion_Criteria>
  <Condition>Chronic migraine;Insomnia</Condition>
  <Intervention>Drug: Velortan</Intervention>
  <Primary_outcome>Hours slept</Primary_outcome>
  <Secondary_outcome>Pain</Secondary_outcome>
  <Secondary_ID>VELO-1; NCT99999901; EUCTR2031-000123-45-ES</Secondary_ID>
  <Source_Support>Invented Fund</Source_Support>
  <results_summary>People slept.</results_summary>
  <results_url_link>https://register.invalid/1/results</results_url_link>
  ${more}
</Trial>`;

const portal = (...trials: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Trials_downloaded_by_ICTRP>\n${trials.join('\n')}\n</Trials_downloaded_by_ICTRP>`;

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
      conditions: [{ text: 'Chronic migraine' }, { text: 'Insomnia' }],
      design: {
        studyType: 'interventional',
        phase: 'phase-2',
        allocation: 'randomised',
        masking: 'double',
        interventionModel: 'crossover',
      },
      enrolment: { count: 240, actual: false },
      interventions: [{ name: 'Drug: Velortan' }],
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
    expect(rest.get('Recruitment_Status')).toBe('Not Recruiting');
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

const FORM = `<?xml version='1.0' encoding='ISO-8859-1'?>
<trials><trial><main><trial_id>IRCT20310101000001N3</trial_id><utrn>U1111-2222-3333</utrn><reg_name>IRCT</reg_name><date_registration>27/10/2031</date_registration>
<primary_sponsor>Universit\u00e9 invent\u00e9e</primary_sponsor><public_title>Velortan</public_title><acronym/><scientific_title>Velortan for sleep</scientific_title>
<date_enrolment>2031-11-01</date_enrolment><type_enrolment>anticipated</type_enrolment><target_size>40</target_size><recruitment_status>Complete</recruitment_status>
<url>https://register.invalid/3</url><study_type>interventional</study_type><study_design>Randomization: Randomized, Blinding: Double blinded, Placebo: Used, Assignment: Parallel, Purpose: Treatment.</study_design><phase>2-3</phase>
<hc_freetext>Chronic migraine.</hc_freetext><i_freetext>Velortan 50 mg a day</i_freetext><results_IPD_plan>No</results_IPD_plan></main>
<contacts><contact><type>public</type><firstname>Ada</firstname><lastname>Quill</lastname><city>Shiraz</city><country1>Iran</country1></contact></contacts>
<countries><country2>Iran (Islamic Republic of)</country2></countries>
<criteria><inclusion_criteria>Adults</inclusion_criteria><agemin>18 years</agemin><agemax>no limit</agemax><gender>Both</gender><exclusion_criteria/></criteria>
<health_condition_code><hc_code>G43</hc_code></health_condition_code><health_condition_keyword><hc_keyword>Migraine</hc_keyword></health_condition_keyword>
<intervention_code><i_code>Treatment - Drugs</i_code></intervention_code><intervention_keyword><i_keyword/></intervention_keyword>
<primary_outcome><prim_outcome>Hours slept</prim_outcome><prim_outcome>Naps</prim_outcome></primary_outcome><secondary_outcome><sec_outcome>Pain</sec_outcome></secondary_outcome>
<secondary_sponsor><sponsor_name>Invented Clinic</sponsor_name></secondary_sponsor>
<secondary_ids><secondary_id><sec_id>NCT99999901</sec_id><issuing_authority>ClinicalTrials.gov</issuing_authority></secondary_id><secondary_id><sec_id>N.A.</sec_id><issuing_authority>EUDRACT</issuing_authority></secondary_id></secondary_ids>
<source_support><source_name>Invented Fund</source_name></source_support>
<ethics_reviews><ethics_review><status>Approved</status><approval_date>2031-09-01</approval_date><contact_name>Invented committee</contact_name></ethics_review></ethics_reviews>
</trial></trials>`;

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
      state: 'completed',
      milestones: [
        { event: 'registered', date: '2031-10-27' },
        { event: 'first-enrolment', date: '2031-11-01', actual: false },
        { event: 'ethics-approval', date: '2031-09-01' },
      ],
      parties: [
        { role: 'lead-sponsor', contact: { name: 'Université inventée' } },
        { role: 'collaborator', contact: { name: 'Invented Clinic' } },
        { role: 'funder', contact: { name: 'Invented Fund' } },
        { role: 'contact', contact: { name: 'Ada Quill', role: 'public', address: 'Shiraz Iran' } },
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
      'contacts/contact/city',
      'contacts/contact/country1',
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
