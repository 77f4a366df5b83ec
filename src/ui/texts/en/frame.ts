/** The texts that stand on every page. */
export const frameTexts = {
  name: 'Trialbridge',
  skip: 'Skip to the content',
  pages: 'Pages',
  nav: {
    studies: 'Studies',
    evidence: 'Evidence',
    try: 'Try it',
    validate: 'Validate',
    query: 'Query',
    reference: 'API',
    profiles: 'Profiles',
  },
  theme: 'Colours',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  title: (page: string) => `${page} · Trialbridge`,
  notFound: {
    title: 'There is no such page',
    text: 'The address leads nowhere in the workbench.',
    home: 'To the studies',
  },
} as const;
