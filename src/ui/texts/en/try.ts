const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

/** The texts of the page that reads documents. */
export const tryTexts = {
  title: 'Try it',
  lead: 'Give a document that reports a clinical trial: an abstract, a paper as text, a web page, a registry’s record. You see what it becomes before anything is stored.',
  paste: 'Text of a document',
  placeholder: 'Paste an abstract, a page, or a record here',
  read: 'See what it becomes',
  example: 'Fill in an example',
  pasted: (n: number) => `Pasted text ${n}`,
  drop: 'Drop files here, or',
  choose: 'choose files',
  kinds: 'Text, HTML, XML or JSON; several at once are read one after the other.',
  documents: 'Documents',
  storeAll: (n: number) => `Store all ${n}`,
  progress: (done: number, all: number) => `${done} of ${all} documents read`,
  stages: {
    waiting: 'Waiting',
    reading: 'Reading …',
    read: 'Read, not stored',
    storing: 'Storing …',
    stored: 'Stored',
    unchanged: 'Stored already; nothing changed',
    failed: 'Failed',
  },
  already: 'All that this document says is stored already.',
  store: 'Store it',
  retry: 'Try again',
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  openStudy: 'Open the study',
  openEvidence: 'See its evidence',
  made: (n: number) => count(n, 'resource', 'resources'),
  study: 'The study',
  noStudy: 'A publication that reports no trial of its own',
  arms: 'Arms',
  conditions: 'Condition',
  phase: 'Phase',
  design: 'Design',
  numbers: 'Numbers and their checks',
  noNumbers: 'The document reports no numbers that became evidence.',
  columns: { result: 'Result', value: 'Value', p: 'P', check: 'Check' },
  calculation: 'Calculation',
  unchecked: 'Nothing to check',
  messages: 'Messages',
  noMessages: 'Nothing is to be said of it.',
  notStated: 'Looked for and not stated',
  resources: 'Resources',
  json: (name: string) => `${name} as JSON`,
  exampleText: `Corvalin for winter cough: a randomised controlled trial

Abstract

BACKGROUND: Winter cough keeps people from sleeping. METHODS: In this open-label trial, adults with winter cough were randomised to corvalin (20 mg once daily for 14 days) or placebo. RESULTS: In all, 240 patients (corvalin group = 120, placebo group = 120) were analysed. Cough at night occurred in 30 patients in the corvalin group and 60 patients in the placebo group (RR: 0.50; 95% CI 0.35-0.72; P < 0.001). Headache occurred in 12 patients in the corvalin group and 10 patients in the placebo group (RR: 1.20; 95% CI 0.54-2.67; P = 0.66). CONCLUSIONS: Corvalin reduced cough at night. Trial registration: NCT99999917.
`,
} as const;
