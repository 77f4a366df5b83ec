import type { Narrative } from 'fhir/r5.js';
import { heading, list, narrative, paragraph, section, sentence, table } from '../../fhir/narrative.ts';
import { NOT_STATED, type Stated, stated } from '../../model/fact.ts';
import type { RecordContext } from './context.ts';

const joined = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : values.join('; ');

const words = (...facts: readonly Stated<unknown>[]): string | undefined =>
  joined(facts.flatMap((fact) => (fact === NOT_STATED ? [] : [fact.words])));

/** The study on one page, in the record's own words. */
export const studyText = (context: RecordContext): { text: Narrative } => {
  const { record } = context;
  const { design, enrolment, plannedEnrolment, parties, sites, summary } = record;
  const { studyType, phase, allocation, interventionModel, masking, observationalModel, timePerspective } =
    design;
  const number = enrolment && words(enrolment.count, enrolment.actual);
  const sponsors = parties
    .filter(({ role }) => role.value === 'lead-sponsor')
    .flatMap(({ contact }) => stated(contact.name) ?? []);
  const text = stated(summary);
  return narrative(
    heading(context.studyName),
    ...sentence('Numbers: ', joined(record.identifiers.map(({ value }) => value.value)), '.'),
    ...sentence('State: ', words(record.state, record.whyStopped), '.'),
    ...sentence(
      'Design: ',
      words(studyType, phase, allocation, interventionModel, masking, observationalModel, timePerspective),
      '.',
    ),
    ...sentence('Conditions: ', joined(record.conditions.map(({ text }) => text.value)), '.'),
    ...sentence('Sponsor: ', joined(sponsors), '.'),
    ...sentence('Participants planned: ', plannedEnrolment?.words, '.'),
    ...sentence('Participants: ', number, '.'),
    ...sentence('Sites: ', sites.length === 0 ? undefined : String(sites.length), '.'),
    ...(text === undefined ? [] : [paragraph(text)]),
    ...section(
      'Arms',
      table(
        ['Arm', 'Type', 'What is given'],
        record.arms.map(({ name, type, interventions }) => [
          name.value,
          words(type) ?? '',
          interventions.map((one) => one.words.value).join('; '),
        ]),
      ),
    ),
    ...section('Interventions', list(record.interventions.map(({ name }) => name.value))),
    ...section(
      'Outcomes',
      table(
        ['Outcome', 'Role', 'Time frame'],
        record.outcomes.map(({ name, role, timeFrame }) => [name.value, role, stated(timeFrame) ?? '']),
      ),
    ),
  );
};
