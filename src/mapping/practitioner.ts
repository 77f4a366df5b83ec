import type { Practitioner, Reference } from 'fhir/r5.js';
import { narrative, paragraph } from '../fhir/narrative.ts';
import type { Fact } from '../model/fact.ts';
import type { PersonName } from '../model/trial.ts';
import { type Context, claims } from './context.ts';

const practitionerId = ({ makeId }: Context, { value }: Fact<PersonName>): string =>
  makeId(value.text, ['Practitioner', value.text]);

/** The author of a publication. */
export const authorReference = (context: Context, author: Fact<PersonName>): Reference => ({
  reference: `Practitioner/${practitionerId(context, author)}`,
});

/** The people a document names: https://hl7.org/fhir/R5/practitioner.html */
export const practitioners = (context: Context): readonly Practitioner[] =>
  context.trial.publication.authors.map((author) => {
    const { family, given, text } = author.value;
    return {
      resourceType: 'Practitioner',
      id: practitionerId(context, author),
      ...claims('trial-practitioner'),
      ...narrative(paragraph(text)),
      name: [
        {
          text,
          _text: context.on(author),
          ...(family !== '' && { family }),
          ...(given.length > 0 && { given: [...given] }),
        },
      ],
    };
  });
