import type { Identifier } from 'fhir/r5.js';
import { NOT_STATED } from '../../model/fact.ts';
import type { Identifier as RecordIdentifier } from '../../model/record/record.ts';
import { filled } from '../filled.ts';
import { REGISTRY_SYSTEMS } from '../identifier-systems.ts';
import type { RecordContext } from './context.ts';
import { fitting } from './fitting.ts';
import { worded } from './said.ts';

/** Only a number of this very trial names its registry as system: others may be shared with other trials. */
const systemOf = ({ role, registry }: RecordIdentifier): { system?: string } =>
  registry !== undefined && (role === 'own' || role === 'same-trial')
    ? { system: REGISTRY_SYSTEMS[registry] }
    : {};

const registered = (context: RecordContext) =>
  context.record.milestones
    .filter(({ event }) => event === 'registered')
    .map(({ date }) => fitting('date', date))
    .find((date) => date !== NOT_STATED) ?? NOT_STATED;

const identifier = (context: RecordContext, one: RecordIdentifier): Identifier => {
  const since = one.role === 'own' ? registered(context) : NOT_STATED;
  return {
    use: one.role === 'own' ? 'official' : 'secondary',
    ...(one.type !== NOT_STATED && { type: worded(context, one.type) }),
    ...systemOf(one),
    ...context.primitive('value', one.value),
    ...(since !== NOT_STATED && { period: context.primitive('start', since) }),
    ...(one.assigner !== NOT_STATED && { assigner: context.primitive('display', one.assigner) }),
  };
};

/** The numbers of the study: https://hl7.org/fhir/R5/researchstudy-definitions.html#ResearchStudy.identifier */
export const identifiers = (context: RecordContext): { identifier?: Identifier[] } =>
  filled(
    'identifier',
    context.record.identifiers.map((one) => identifier(context, one)),
  );
