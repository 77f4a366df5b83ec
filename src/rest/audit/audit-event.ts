import type { AuditEvent, AuditEventAgent, AuditEventEntity } from 'fhir/r5.js';
import { isError } from '../../fhir/issue.ts';
import type { Pair } from '../../fhir/search/pair.ts';
import type { Principal } from '../../security/principal.ts';
import { FAILURES, type Failure } from '../error.ts';

/** An access to what is stored, and what came of it. */
export interface Access {
  /** https://hl7.org/fhir/R5/valueset-type-restful-interaction.html, or `operation` */
  readonly code: string;
  /** The name of the operation. */
  readonly operation?: string;
  /** What the path names; empty where it does not. */
  readonly type: string;
  readonly id: string;
  readonly query: readonly Pair[];
  readonly base: string;
  readonly requestId: string;
  /** Empty where it is not known. */
  readonly clientAddress: string;
  readonly principal: Principal | undefined;
  /** FHIR instant. */
  readonly recorded: string;
  readonly failure: Failure | undefined;
  /** Relative references to the versions that were written, or else read. */
  readonly places: readonly string[];
}

const DICOM = 'http://dicom.nema.org/resources/ontology/DCM';
const ROLE = 'http://terminology.hl7.org/CodeSystem/object-role';

const coded = (system: string, code: string, display?: string) => ({
  coding: [{ system, code, ...(display !== undefined && { display }) }],
});

/** The entity that says by which id a request is known. */
const REQUEST = coded(
  'https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType',
  'XrequestId',
  'transport specific unique identifier where http X-Request-Id is used',
);

/** Execute, where it is none of the others: https://hl7.org/fhir/R5/valueset-audit-event-action.html */
const ACTIONS: Readonly<Record<string, AuditEvent['action']>> = {
  create: 'C',
  read: 'R',
  vread: 'R',
  'history-instance': 'R',
  update: 'U',
  patch: 'U',
  delete: 'D',
};

/** The client, and the user that it acts for: https://profiles.ihe.net/ITI/BALP/content.html#oauth-security-token */
const agentsOf = ({ principal, failure }: Access): AuditEventAgent[] => {
  const nobody = failure?.failure === 'unauthenticated' ? 'had no valid token' : 'was not asked';
  if (principal === undefined) return [{ who: { display: `Somebody who ${nobody}` }, requestor: true }];
  const { subject, client, issuer, fhirUser, tokenId } = principal;
  const policy = tokenId === undefined ? {} : { policy: [`urn:jti:${encodeURIComponent(tokenId)}`] };
  const named = (value: string) => ({ identifier: { system: issuer, value } });
  const isUser = subject !== client;
  const application: AuditEventAgent[] =
    client === undefined
      ? []
      : [{ type: coded(DICOM, '110150', 'Application'), who: named(client), requestor: !isUser, ...policy }];
  const user: AuditEventAgent = {
    type: coded('http://terminology.hl7.org/CodeSystem/v3-ParticipationType', 'IRCP'),
    who: { ...named(subject), ...(fhirUser !== undefined && { display: fhirUser }) },
    requestor: true,
    ...policy,
  };
  return isUser ? [...application, user] : application;
};

/** The agents, of which the first is the program that sent the request, with the address that it came from. */
const withNetwork = (agents: readonly AuditEventAgent[], { clientAddress }: Access): AuditEventAgent[] =>
  agents.map((one, at) =>
    at === 0 && clientAddress !== '' ? { ...one, networkString: clientAddress } : one,
  );

/** By which some clients send a token, although none is read there: https://www.rfc-editor.org/rfc/rfc6750#section-2.3 */
const TOKEN = 'access_token';

const DOMAIN_RESOURCE = coded(ROLE, '4', 'Domain Resource');

const entitiesOf = (
  { code, type, id, query, requestId, places }: Access,
  refers: boolean,
): AuditEventEntity[] => {
  const named = (value: string) => ({ what: { identifier: { value } }, role: DOMAIN_RESOURCE });
  const resources = places.map((reference) =>
    refers ? { what: { reference }, role: DOMAIN_RESOURCE } : named(reference),
  );
  const told = query.filter(([name]) => name !== TOKEN);
  const asked = new URLSearchParams(told.map(([name, value]): [string, string] => [name, value]));
  return [
    ...(resources.length === 0 && id !== '' ? [named(`${type}/${id}`)] : resources),
    ...(code.startsWith('search') || code === 'operation'
      ? // As it was asked: it may be what nobody should have asked.
        [{ role: coded(ROLE, '24', 'Query'), query: Buffer.from(`${type}?${asked}`).toString('base64') }]
      : []),
    { what: { identifier: { value: requestId } }, role: REQUEST },
  ];
};

const outcomeOf = (failure: Failure | undefined): AuditEvent['outcome'] => {
  const code = failure === undefined ? 'information' : 'error';
  return {
    code: { system: 'http://hl7.org/fhir/issue-severity', code },
    ...(failure && {
      detail: [{ text: `${FAILURES[failure.failure].status}: ${failure.issues.find(isError)?.text ?? ''}` }],
    }),
  };
};

/** The record of an access, which refers to what it was to, or names it: https://profiles.ihe.net/ITI/BALP/content.html */
export const auditEvent = (access: Access, refers: boolean): AuditEvent => ({
  resourceType: 'AuditEvent',
  category: [coded('http://terminology.hl7.org/CodeSystem/audit-event-type', 'rest', 'Restful Operation')],
  code: {
    ...coded('http://hl7.org/fhir/restful-interaction', access.code),
    ...(access.operation !== undefined && { text: `$${access.operation}` }),
  },
  action: ACTIONS[access.code] ?? 'E',
  recorded: access.recorded,
  outcome: outcomeOf(access.failure),
  agent: withNetwork(agentsOf(access), access),
  source: { observer: { identifier: { value: access.base } } },
  entity: entitiesOf(access, refers),
});
