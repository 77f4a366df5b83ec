/** The system of the identifiers below. */
export const SYSTEM = 'https://trials.example/registry';

/** A study with an identifier. */
export const study = (value, title = 'A trial of rest') => ({
  resourceType: 'ResearchStudy',
  identifier: [{ system: SYSTEM, value }],
  status: 'active',
  title,
});

/** A transaction of a study and the protocol that it refers to by a temporary address. */
export const studyWithProtocol = (value) => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    {
      fullUrl: 'urn:uuid:6a0e1c7e-4c0b-4f0e-8a39-0d5d2f0d8f11',
      resource: {
        ...study(value),
        protocol: [{ reference: 'urn:uuid:0b8e5a2e-2f3c-4d57-9a52-5f1f7f2d6c22' }],
      },
      request: { method: 'POST', url: 'ResearchStudy' },
    },
    {
      fullUrl: 'urn:uuid:0b8e5a2e-2f3c-4d57-9a52-5f1f7f2d6c22',
      resource: { resourceType: 'PlanDefinition', status: 'active', title: `Protocol of ${value}` },
      request: { method: 'POST', url: 'PlanDefinition' },
    },
  ],
});

/** A transaction whose second entry is not valid: an observation needs a code. */
export const brokenTransaction = (value) => ({
  resourceType: 'Bundle',
  type: 'transaction',
  entry: [
    { resource: study(value), request: { method: 'POST', url: 'ResearchStudy' } },
    {
      resource: { resourceType: 'Observation', status: 'final' },
      request: { method: 'POST', url: 'Observation' },
    },
  ],
});

/** The texts of the errors in an OperationOutcome. */
export const errorsOf = ({ resourceType, issue }) => {
  if (resourceType !== 'OperationOutcome') throw new Error(`${resourceType} is no OperationOutcome`);
  return issue
    .filter(({ severity }) => severity === 'error')
    .map(({ details }) => details.text)
    .join('\n');
};
