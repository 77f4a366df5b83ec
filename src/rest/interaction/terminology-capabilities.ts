import type { TerminologyCapabilities } from 'fhir/r5.js';
import type { Route } from '../route.ts';
import type { Service } from '../service.ts';

/** The parameters of the expansion of a stored value set. */
const expansionParameters = (routes: readonly Route[]) => {
  const inputs = routes.flatMap(({ interaction, query }) =>
    typeof interaction === 'object' && interaction.operation === 'expand' && typeof query === 'object'
      ? query
      : [],
  );
  return [
    ...new Map(inputs.map(({ name, description }) => [name, { name, documentation: description }])).values(),
  ];
};

/** What these routes can do with codes: https://hl7.org/fhir/R5/terminologycapabilities.html */
export const terminologyCapabilities = (
  routes: readonly Route[],
  base: string,
  service: Service,
): TerminologyCapabilities => ({
  resourceType: 'TerminologyCapabilities',
  url: `${base}/metadata?mode=terminology`,
  name: 'TrialbridgeTerminology',
  title: 'Trialbridge',
  status: 'active',
  experimental: false,
  date: service.started,
  description:
    'Answers about codes from the CodeSystems and ValueSets that are stored, and from those of FHIR R5 and HL7 Terminology.',
  kind: 'instance',
  software: { name: 'Trialbridge', version: service.softwareVersion },
  implementation: { description: 'A Trialbridge server', url: base },
  // Without a URL this is said of every code system.
  codeSystem: [{ content: 'complete', subsumption: true }],
  expansion: {
    hierarchical: false,
    paging: true,
    incomplete: true,
    parameter: expansionParameters(routes),
    textFilter: 'Each word has to be the beginning of the code, or of a word of its displays.',
  },
  codeSearch: 'in-compose-or-expansion',
  validateCode: { translations: false },
});
