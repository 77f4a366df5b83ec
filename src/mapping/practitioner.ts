import type { Practitioner, Reference } from 'fhir/r5.js';
import { narrative, paragraph } from '../fhir/narrative.ts';
import type { Fact, Stated } from '../model/fact.ts';
import type { PersonName } from '../model/trial.ts';
import { claims } from './context.ts';
import { ORCID_SYSTEM } from './identifier-systems.ts';
import type { PublicationContext, StudyContext } from './study-context.ts';

/** The id of the person with this name. */
export const practitionerId = ({ makeId }: StudyContext, name: string): string =>
  makeId(name, ['Practitioner', name]);

/** The author of a publication. */
export const authorReference = (context: PublicationContext, { value }: Fact<PersonName>): Reference => ({
  reference: `Practitioner/${practitionerId(context, value.text)}`,
});

/** A person, at all places that name them: https://hl7.org/fhir/R5/practitioner.html */
export const practitioner = (
  context: StudyContext,
  { family, given, text, orcid }: PersonName,
  places: readonly Stated<unknown>[],
): Practitioner => ({
  resourceType: 'Practitioner',
  id: practitionerId(context, text),
  ...claims('trial-practitioner'),
  ...narrative(paragraph(text)),
  ...(orcid && { identifier: [{ system: ORCID_SYSTEM, ...context.primitive('value', orcid) }] }),
  name: [
    {
      text,
      _text: context.on(...places),
      ...(family !== '' && { family }),
      ...(given.length > 0 && { given: [...given] }),
    },
  ],
});

/** The people a document names. */
export const practitioners = (context: PublicationContext): readonly Practitioner[] =>
  context.trial.publication.authors.map((author) => practitioner(context, author.value, [author]));
