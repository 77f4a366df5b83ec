/** The texts of the participant flow. */
export const flowTexts = {
  description: (arms: number) =>
    `Participant flow in ${arms} ${arms === 1 ? 'group' : 'groups'}; the table below has the same numbers.`,
  planned: 'Planned',
  enrolled: 'Enrolled',
  kinds: { enrolled: 'Enrolled', treated: 'Treated', observed: 'Looked at', analysed: 'Analysed' },
  milestones: { STARTED: 'Started', COMPLETED: 'Completed', 'NOT COMPLETED': 'Not completed' },
  /** Without a space at which a line may end. */
  people: (n: number) => `n\u00a0=\u00a0${n.toLocaleString('en')}`,
  asTable: 'The diagram as a table',
  group: 'Group',
  step: 'Step',
  number: 'Participants',
  all: 'All',
  lead: 'Only numbers that a source states are drawn.',
} as const;
