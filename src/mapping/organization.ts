import type { Organization, Reference } from 'fhir/r5.js';
import { narrative, paragraph } from '../fhir/narrative.ts';
import { type Fact, NOT_STATED, type Stated } from '../model/fact.ts';
import { claims } from './context.ts';
import type { PublicationContext, StudyContext } from './study-context.ts';

/** The id of the organisation with this name. */
export const organizationId = ({ makeId }: StudyContext, name: string): string =>
  makeId(name, ['Organization', name]);

/** The publisher of a publication. */
export const publisherReference = (context: PublicationContext, name: Fact<string>): Reference => ({
  reference: `Organization/${organizationId(context, name.value)}`,
});

/** An organisation, at all places that name it: https://hl7.org/fhir/R5/organization.html */
export const organization = (
  context: StudyContext,
  name: string,
  places: readonly Stated<string>[],
): Organization => ({
  resourceType: 'Organization',
  id: organizationId(context, name),
  ...claims('trial-organization'),
  ...narrative(paragraph(name)),
  name,
  _name: context.on(...places),
});

/** The organisations a document names. */
export const organizations = (context: PublicationContext): readonly Organization[] => {
  const { publisher } = context.trial.publication;
  return publisher === NOT_STATED ? [] : [organization(context, publisher.value, [publisher])];
};
