/** A page with the abstract of an invented trial; its registry number cannot exist. */
export const abstractPage = ({ number = 'NCT99999901', died = 'two', ratio = '0.40' } = {}): string =>
  `Velmorin for hillside fever: a randomized controlled trial

Abstract

BACKGROUND: Hillside fever has no established treatment. METHODS: Patients with hillside fever were allocated \
to three groups by block randomization. All patients received standard care; the other two groups \
received one dose of velmorin (40 mg) or one dose of velmorin (80 mg). RESULTS: In all, 31 patients \
(low dose group = 9, high dose group = 8, control group = 14) were analysed. Mortality was reported \
in ${died} patients in the low dose group (RR: ${ratio}; 95% CI 0.09-1.70; P = 0.21) \
and five patients in the control group. CONCLUSIONS: Velmorin was safe. Trial registration: ${number}.

Legal notice
`;

/** A text that reports no trial. */
export const recipe = 'Boil the beans for an hour. Add salt and serve them with bread.\n';
