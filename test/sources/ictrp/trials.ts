/** An invented trial, as the portal exports it. */
export const trial = (number: string, more = ''): string => `<Trial>
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

/** An export with such trials. */
export const portal = (...trials: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Trials_downloaded_by_ICTRP>\n${trials.join('\n')}\n</Trials_downloaded_by_ICTRP>`;

/** An invented trial in the form that registries share. */
export const FORM = `<?xml version='1.0' encoding='ISO-8859-1'?>
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
