interface Country {
  readonly authority?: string;
  readonly number?: string;
  readonly status?: string;
  readonly first?: string;
  readonly more?: string;
}

/** An invented trial's protocol in one country, as the text export has it. */
export const protocol = ({
  authority = 'Spain - AEMPS',
  number = '2031-000123-45',
  status = 'Ongoing',
  first = '2031-01-16',
  more = '',
}: Country = {}): string => `Summary
EudraCT Number: ${number}
Sponsor's Protocol Code Number: VELO-1
National Competent Authority: ${authority}
Clinical Trial Type: EEA CTA
Trial Status: ${status}
Date on which this record was first entered in the EudraCT database: ${first}
Link: https://register.invalid/${number}/

A. Protocol Information
A.1 Member State Concerned: ${authority}
A.2 EudraCT number: ${number}
A.3 Full title of the trial: Velortan in chronic migraine
A.3 Full title of the trial (es): Velortan en la migraña
A.3.1 Title of the trial for lay people, in easily understood, i.e. non-technical, language: A study of sleep
A.3.2 Name or abbreviated title of the trial where available: VELO
A.4.1 Sponsor's protocol code number: VELO-1
A.5.2 US NCT (ClinicalTrials.gov registry) number: NCT99999901
A.5.4 Other Identifiers: Name: IND Number: 124-X
A.7 Trial is part of a Paediatric Investigation Plan: Information not present in EudraCT

B. Sponsor Information
Sponsor 1
B.1.1 Name of Sponsor: Invented Pharma
B.1.3.4	Country: Switzerland
B.3.1 and B.3.2	Status of the sponsor: Commercial
B.4.1 Name of organisation providing support: Invented Fund
B.5.1 Name of organisation: Invented Desk
B.5.3.2 Town/ city: Basel
B.5.6 E-mail: desk@velo.invalid

D. IMP Identification
D.IMP: 1
D.1.2 and D.1.3 IMP Role: Test
D.3 Description of the IMP
D.3.1 Product name: Velortan
D.3.4 Pharmaceutical form: Tablet
D.3.7 Routes of administration for this IMP:
Oral use
Sublingual use
D.3.8 to D.3.10 IMP Identification Details (Active Substances)
D.3.8 INN - Proposed INN: velortanum
D.3.10 Strength
D.3.10.1 Concentration unit: mg milligram(s)
D.3.10.2 Concentration type: equal
D.3.10.3 Concentration number: 50
D.IMP: 2
D.1.2 and D.1.3 IMP Role: Comparator
D.3.1 Product name: Oldamine
D.8 Information on Placebo
D.8 Placebo: 1
D.8.1 Is a Placebo used in this Trial? Yes
D.8.3 Pharmaceutical form of the placebo: Tablet

E. General Information on the Trial
E.1.1 Medical condition(s) being investigated: Chronic migraine
MedDRA Classification
E.1.2 Medical condition or disease under investigation
E.1.2 Version: 40.0
E.1.2 Level: PT
E.1.2 Classification code: 10027599
E.1.2 Term: Migraine
E.2.1 Main objective of the trial: To see whether people sleep
E.2.2 Secondary objectives of the trial: To see whether it hurts
E.3 Principal inclusion criteria: 1. Adults < 70 years & > 18 years;
2. Chronic migraine:
E.1.1 as defined by nobody: this is no field
A.2 nor is this: one
E.4 Principal exclusion criteria: Pregnancy
E.5.1 Primary end point(s): Hours slept
E.5.1.1 Timepoint(s) of evaluation of this end point: 12 weeks
E.5.2 Secondary end point(s): Pain
E.6 and E.7 Scope of the trial
E.6.3 Therapy: Yes
E.6.4 Safety: Yes
E.6.13 Others: Yes
E.6.13.1 Other scope of the trial description: Dreams
E.7 Trial type and phase
E.7.1 Human pharmacology (Phase I): No
E.7.1.1 First administration to humans: No
E.7.2 Therapeutic exploratory (Phase II): Yes
E.7.3 Therapeutic confirmatory (Phase III): Yes
E.8.1.1 Randomised: Yes
E.8.1.2 Open: No
E.8.1.4 Double blind: Yes
E.8.1.5 Parallel group: Yes
E.8.1.6 Cross over: No
E.8.2 Comparator of controlled trial
E.8.2.2 Placebo: Yes
E.8.2.4 Number of treatment arms in the trial: 3
E.8.4 The trial involves multiple sites in the Member State concerned: Yes
E.8.4.1 Number of sites anticipated in Member State concerned: 7
E.8.6.3 If E.8.6.1 or E.8.6.2 are Yes, specify the regions in which trial sites are planned:
United States
Kenya
E.8.7 Trial has a data monitoring committee: No
E.8.9 Initial estimate of the duration of the trial
E.8.9.2 In all countries concerned by the trial years: 2
${more}
F. Population of Trial Subjects
F.1.1.6 Adolescents (12-17 years): Yes
F.1.2 Adults (18-64 years): Yes
F.1.2.1 Number of subjects for this age range: 200
F.1.3 Elderly (>=65 years): No
F.2.1 Female: Yes
F.2.2 Male: Yes
F.3.1 Healthy volunteers: No
F.3.3.1 Women of childbearing potential not using contraception : No
(For clinical trials recorded in the database before the 10th March 2011 this question read: "Women of childbearing potential" and
did not include the words "not using contraception".)
F.4.1 In the member state: 5
F.4.2.2 In the whole clinical trial: 240

N. Review by the Competent Authority or Ethics Committee in the country concerned
N. Competent Authority Decision: Authorised
N. Date of Competent Authority Decision: 2031-02-18
N. Ethics Committee Opinion: Reason(s) for unfavourable opinion:
N. Date of Ethics Committee Opinion: 2031-02-03

P. End of Trial
P. End of Trial Status: Ongoing
`;

const row = (code: string, label: string, answer: string): string =>
  `<tr class="tricell">\n<td class="first">${code}</td><td class="second">${label}</td><td class="third">${answer}</td>\n</tr>`;
const nested = (...rows: readonly string[]): string =>
  `<table border="1" width="100%">${rows.map((one) => `\n<tr>\n${one}\n</tr>`).join('')}\n</table>`;

/** The page of an invented trial. */
export const PAGE = `<!DOCTYPE html>
<html><head><title>Clinical Trials Register</title><script>var x = "<table class='summary'>";</script></head>
<body><table><tr><td>A.2</td><td>Menu</td><td>Not the trial’s</td></tr></table>
<a name="summary"></a><table class="section summary"><tbody>
<tr><td class="cellGrey">EudraCT Number:</td><td>2031-000123-45</td></tr>
<tr><td class="cellGrey">National Competent Authority:</td><td>Portugal - INFARMED</td></tr>
<tr><td class="cellGrey">Trial Status:</td><td> Completed </td></tr>
</tbody></table>
<table id="section-a" class="section content"><tbody>
${row('A.1', 'Member State Concerned', 'Portugal - INFARMED')}
${row('A.2', 'EudraCT number', '2031-000123-45')}
${row('A.3', 'Full title of the trial', nested('<td width="90%">Velortan &amp; sleep &ndash; a trial</td><td>English</td>', '<td>Velortan e sono</td><td>Portuguese</td>'))}
</tbody></table>
<table id="section-b" class="section content"><tbody>
<tr><td colspan="3" class="cellBlue">B.Sponsor: 1</td></tr>
${row('B.1.1', 'Name of Sponsor', 'Invented Pharma')}
<tr><td colspan="3" class="cellBlue">D.IMP: 1</td></tr>
${row('D.3.1', 'Product name', 'Velortan')}
${row('D.3.7', 'Routes of administration for this IMP', nested('<td>Oral use</td>', '<td>Sublingual use</td>'))}
${row('E.3', 'Principal inclusion criteria', nested('<td width="90%">1) Adults &lt; 70 years<br>2) Chronic migraine</td>'))}
${row('E.7.3', 'Therapeutic confirmatory (Phase III)', ' Yes ')}
${row('E.8.7', 'Trial has a data monitoring committee', ' Information not present in EudraCT ')}
${row('P.', 'Date of the global end of the trial', '2033-04-24')}
</tbody></table></body></html>`;
