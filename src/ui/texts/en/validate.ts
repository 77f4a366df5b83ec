/** The texts of the page that validates resources. */
export const validateTexts = {
  title: 'Validate',
  lead: 'Check a resource of FHIR R5, as JSON or XML, against its type, the profiles it claims, and any other.',
  resource: 'Resource',
  placeholder: '{ "resourceType": "Evidence", … }',
  profile: 'Profile',
  noProfile: 'Those the resource claims',
  validate: 'Validate',
  example: 'Fill in an example',
  stored: 'Resource of the server',
  storedHint: 'Evidence/id',
  load: 'Load',
  result: 'What was found',
  valid: 'The resource is valid.',
  invalid: 'The resource is not valid.',
  shown: 'Shown',
  none: 'Nothing of what is chosen was found.',
  changed: 'The text was changed since; validate it again.',
  line: (line: number) => `Line ${line}`,
  goTo: (line: number) => `Go to line ${line}`,
  marked: (line: number, texts: string) => `Line ${line}: ${texts}`,
  rule: 'Rule',
  fromProfile: 'of',
  exampleText: `{
  "resourceType": "ResearchStudy",
  "status": "activ",
  "title": "A trial with errors",
  "phase": { "text": 3 },
  "colour": "blue"
}
`,
} as const;
