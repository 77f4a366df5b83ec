const count = (n: number, one: string, many: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** The texts of a source document beside what was read in it. */
export const sourceTexts = {
  title: 'Source document',
  lead: 'Every marked place became a value. Point at a place, or at a value, to see the other; open one to keep it in the address.',
  study: 'Study',
  bytes: (n: number) => `${n.toLocaleString('en')} bytes`,
  resource: 'As FHIR',
  text: 'The document',
  withheld:
    'The text of this document may not be passed on. Only its places and what was read there are kept.',
  unread: 'Nothing was read from this document.',
  tabs: { values: 'Values', 'not-stated': 'Not stated', messages: 'Messages' },
  views: 'What was read',
  values: (n: number) => count(n, 'value', 'values'),
  find: 'Find a value',
  noneFound: 'No value fits.',
  derivations: { stated: 'Stated', normalised: 'Put into another form', derived: 'Concluded' },
  places: (n: number) => `in ${n} places`,
  notStatedLead: 'What was looked for in the document and is not there. It is absent in FHIR, too.',
  allStated: 'Nothing that was looked for is missing.',
  messagesLead: 'What the reader says of the document today: what it refused, could not use, or doubts.',
  noMessages: 'The reader has nothing to say of this document.',
} as const;
