import type { Narrative } from 'fhir/r5.js';
import { heading, list, type Markup, narrative, section, sentence, table } from '../fhir/narrative.ts';
import { NOT_STATED, type Stated, stated } from '../model/fact.ts';
import type { Arm, Trial } from '../model/trial.ts';
import { assessmentText } from './assessment-action.ts';
import type { Context } from './context.ts';
import { registrationsInOrder } from './id.ts';
import { termText } from './mark.ts';
import { findingsText } from './results-table.ts';

const term = (fact: Stated<string>): string | undefined => (fact === NOT_STATED ? undefined : termText(fact));

const number = (fact: Stated<number>): string | undefined =>
  fact === NOT_STATED ? undefined : String(fact.value);

const numbers = (parts: readonly (readonly [string, Stated<number>])[]): string | undefined => {
  const known = parts.filter(([, fact]) => fact !== NOT_STATED);
  return known.length === 0 ? undefined : known.map(([name, fact]) => `${name} ${number(fact)}`).join(', ');
};

const joined = (values: readonly string[]): string | undefined =>
  values.length === 0 ? undefined : values.join('; ');

const designText = ({ design }: Trial): string | undefined => {
  const { phase, allocation, allocationMethod, masking, comparator, centres } = design;
  const features = [phase, allocation, allocationMethod, masking, comparator, centres].map(term);
  return joined(features.filter((feature) => feature !== undefined));
};

const periodText = ({ period }: Trial): string | undefined => {
  const [start, end] = [stated(period.start), stated(period.end)];
  if (start === undefined) return end === undefined ? undefined : `until ${end}`;
  return end === undefined ? `from ${start}` : `from ${start} to ${end}`;
};

const roleText = ({ membership, role }: Arm): string => {
  if (membership === 'external') return 'external control';
  return role === NOT_STATED ? '' : role.value.replaceAll('-', ' ');
};

const armRow = (arm: Arm): readonly string[] => [
  arm.name.value,
  roleText(arm),
  number(arm.enrolled) ?? '',
  number(arm.treated) ?? '',
  number(arm.analysed) ?? '',
  arm.administrations.map(({ text }) => text.value).join('; ') || (stated(arm.description) ?? ''),
];

const criteria = ({ eligibility }: Trial, exclude: boolean): readonly Markup[] =>
  list(eligibility.filter((criterion) => criterion.exclude === exclude).map(({ text }) => text.value));

/** The study on one page, as far as the source tells it; a number is shown as it is written. */
export const studyText = (context: Context): { text: Narrative } => {
  const { trial } = context;
  const registrations = registrationsInOrder(trial.registrations).map(({ number: { value } }) => value);
  const people = numbers([
    ['planned', trial.planned],
    ['enrolled', trial.enrolled],
    ['analysed', trial.analysed],
  ]);
  return narrative(
    heading(context.studyName),
    ...sentence('Registered as ', joined(registrations), '.'),
    ...sentence('Condition: ', joined(trial.conditions.map(({ value }) => value)), '.'),
    ...sentence('Design: ', designText(trial), '.'),
    ...sentence('Study period: ', periodText(trial), '.'),
    ...sentence('Participants: ', people, '.'),
    ...section('Objectives', list(trial.objectives.map(({ value }) => value))),
    ...section(
      'Arms',
      table(['Arm', 'Role', 'Enrolled', 'Treated', 'Analysed', 'What is given'], trial.arms.map(armRow)),
    ),
    ...section('Given to all participants', list(trial.concomitantCare.map(({ value }) => value))),
    ...section('Inclusion criteria', criteria(trial, false)),
    ...section('Exclusion criteria', criteria(trial, true)),
    ...section('Assessments', list(trial.assessments.map(assessmentText))),
    ...section(
      'Outcomes',
      table(
        ['Outcome', 'Role'],
        trial.outcomes
          .filter(({ domain }) => domain === 'effect')
          .map(({ name, role }) => [name.value, stated(role) ?? '']),
      ),
    ),
    ...findingsText(context),
  );
};
