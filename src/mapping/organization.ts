import type { Organization, Reference } from 'fhir/r5.js';
import { narrative, paragraph } from '../fhir/narrative.ts';
import { type Fact, NOT_STATED } from '../model/fact.ts';
import { type Context, claims } from './context.ts';

const organizationId = ({ makeId }: Context, name: Fact<string>): string =>
  makeId(name.value, ['Organization', name.value]);

/** The publisher of a publication. */
export const publisherReference = (context: Context, name: Fact<string>): Reference => ({
  reference: `Organization/${organizationId(context, name)}`,
});

/** The organisations a document names: https://hl7.org/fhir/R5/organization.html */
export const organizations = (context: Context): readonly Organization[] => {
  const { publisher } = context.trial.publication;
  if (publisher === NOT_STATED) return [];
  return [
    {
      resourceType: 'Organization',
      id: organizationId(context, publisher),
      ...claims('trial-organization'),
      ...narrative(paragraph(publisher.value)),
      ...context.primitive('name', publisher),
    },
  ];
};
