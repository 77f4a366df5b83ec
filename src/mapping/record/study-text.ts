import type { Narrative } from 'fhir/r5.js';
import { heading, list, narrative, paragraph, section, sentence, table } from '../../fhir/narrative.ts';
import { NOT_STATED, type Stated, stated } from '../../model/fact.ts';
import type { RegistryRecord } from '../../model/record/record.ts';
import type { RecordContext } from './context.ts';

const joined = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : values.join('; ');

const told = (...facts: readonly Stated<string>[]): string | undefined =>
  joined(facts.flatMap((fact) => (fact === NOT_STATED ? [] : [fact.value.replaceAll('-', ' ')])));

const numberOf = ({ enrolment }: RegistryRecord): string | undefined => {
  if (enrolment === undefined) return undefined;
  const actual = stated(enrolment.actual);
  const kind = actual === undefined ? '' : actual ? ' (actual)' : ' (planned)';
  return `${enrolment.count.value}${kind}`;
};

/** The study on one page. */
export const studyText = (context: RecordContext): { text: Narrative } => {
  const { record } = context;
  const { design, plannedEnrolment, parties, sites, summary } = record;
  const { studyType, phase, allocation, interventionModel, masking, observationalModel, timePerspective } =
    design;
  const sponsors = parties
    .filter(({ role }) => role.value === 'lead-sponsor')
    .flatMap(({ contact }) => stated(contact.name) ?? []);
  const text = stated(summary);
  return narrative(
    heading(context.studyName),
    ...sentence('Numbers: ', joined(record.identifiers.map(({ value }) => value.value)), '.'),
    ...sentence(
      'State: ',
      joined([told(record.state), stated(record.whyStopped)].filter((text) => text !== undefined)),
      '.',
    ),
    ...sentence(
      'Design: ',
      told(studyType, phase, allocation, interventionModel, masking, observationalModel, timePerspective),
      '.',
    ),
    ...sentence('Conditions: ', joined(record.conditions.map(({ text }) => text.value)), '.'),
    ...sentence('Sponsor: ', joined(sponsors), '.'),
    ...sentence('Participants planned: ', plannedEnrolment && String(plannedEnrolment.value), '.'),
    ...sentence('Participants: ', numberOf(record), '.'),
    ...sentence('Sites: ', sites.length === 0 ? undefined : String(sites.length), '.'),
    ...(text === undefined ? [] : [paragraph(text)]),
    ...section(
      'Arms',
      table(
        ['Arm', 'Type', 'What is given'],
        record.arms.map(({ name, type, interventions }) => [
          name.value,
          told(type) ?? '',
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
