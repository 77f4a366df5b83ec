import { CANONICAL } from '../../fhir/canonical.ts';
import { TRIAL_TYPES } from '../../fhir/resource-type.ts';
import type { Access } from '../access.ts';
import { bulkExport } from '../bulk/export.ts';
import { groupExport, patientExport } from '../bulk/patient-export.ts';
import { metaAdd, metaDelete } from '../operation/change-meta.ts';
import { check } from '../operation/check.ts';
import { deleteStudy } from '../operation/delete-study.ts';
import { diffResources, diffVersions } from '../operation/diff.ts';
import { everything } from '../operation/everything.ts';
import { expand } from '../operation/expand.ts';
import { exportAs } from '../operation/export-as.ts';
import { getWsBindingToken } from '../operation/get-ws-binding-token.ts';
import { DOCUMENT_TYPES, ingest, preview } from '../operation/ingest.ts';
import { inputsAt, isPrimitive, isResource, queryOf } from '../operation/input.ts';
import type { Level } from '../operation/level.ts';
import { lookup } from '../operation/lookup.ts';
import { meta } from '../operation/meta.ts';
import type { Operation } from '../operation/operation.ts';
import { pool } from '../operation/pool.ts';
import { purge } from '../operation/purge.ts';
import { reindex, reindexStatus } from '../operation/reindex.ts';
import { snapshot } from '../operation/snapshot.ts';
import { subscriptionEvents } from '../operation/subscription-events.ts';
import { subscriptionStatus } from '../operation/subscription-status.ts';
import { subsumes } from '../operation/subsumes.ts';
import { validate, validateAny } from '../operation/validate.ts';
import { validateCodeInCodeSystem, validateCodeInValueSet } from '../operation/validate-code.ts';
import { RETURN } from '../prefer.ts';
import type { Route } from '../route.ts';
import { fhir, ok, READING, required, WITH_BODY } from './media.ts';

const PATHS: Record<Level, string> = {
  system: '/fhir',
  type: '/fhir/{type}',
  instance: '/fhir/{type}/{id}',
  version: '/fhir/{type}/{id}/_history/{versionId}',
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const nameOf = (code: string, level: Level): string => {
  const [first = '', ...more] = code.split('-');
  return first + more.map(capitalised).join('') + (level === 'system' ? '' : capitalised(level));
};

/** The routes of an operation at a level: https://hl7.org/fhir/R5/operations.html#request */
const routesAt = (operation: Operation, level: Level, access: Access): readonly Route[] => {
  const { code, definition, summary, byGet, types, onlyIf, onlyIn, output, anyForm, headers, begins } =
    operation;
  const { failures, handler } = operation;
  const inputs = inputsAt(operation.inputs, level);
  const name = nameOf(code, level);
  const all = Object.values(inputs);
  const route = {
    path: `${PATHS[level]}/$${code}`,
    interaction: { operation: code, definition },
    access,
    ...(level !== 'system' && { types }),
    summary,
    query: queryOf(inputs),
    ...(headers && { headers }),
    ...(begins && { atOnce: true as const }),
    answers:
      begins ??
      (anyForm
        ? {
            200: {
              description: 'The outcome, as it is or as a resource',
              content: { ...fhir(output), '*/*': 'RawDocument' },
            },
          }
        : ok('The outcome', output)),
    ...(anyForm && { anyForm }),
    ...(onlyIf && { onlyIf }),
    ...(onlyIn && { onlyIn }),
    handler,
  };
  const body = {
    required: all.some((input) => input.required && !isPrimitive(input)),
    content: fhir(all.filter(isResource).length === 1 ? 'Resource' : 'Parameters'),
  };
  return [
    { ...route, name, method: 'POST', body, failures: [...WITH_BODY, ...failures] },
    ...(byGet.includes(level)
      ? [{ ...route, name: `${name}ByGet`, method: 'GET' as const, failures: [...READING, ...failures] }]
      : []),
  ];
};

const OPERATIONS: readonly Operation[] = [
  validateAny,
  validate,
  meta,
  metaAdd,
  metaDelete,
  everything,
  exportAs,
  bulkExport,
  patientExport,
  groupExport,
  deleteStudy,
  pool,
  diffVersions,
  diffResources,
  check,
  reindex,
  reindexStatus,
  purge,
  expand,
  validateCodeInValueSet,
  validateCodeInCodeSystem,
  lookup,
  subsumes,
  snapshot,
  subscriptionStatus,
  subscriptionEvents,
  getWsBindingToken,
];

const DOCUMENT = required(
  Object.fromEntries(
    DOCUMENT_TYPES.map((type) => [type, type.startsWith('application/fhir+') ? 'Document' : 'RawDocument']),
  ),
);

const DOCUMENT_FAILURES = [...WITH_BODY, 'conflict', 'invalid'] as const;

/** The operations: https://hl7.org/fhir/R5/operations.html */
export const operationRoutes: readonly Route[] = [
  {
    name: 'ingest',
    method: 'POST',
    path: '/fhir/$ingest',
    interaction: { operation: 'ingest', definition: `${CANONICAL}/OperationDefinition/ingest` },
    access: { permissions: ['c', 'r', 'u', 'd', 's'], wholly: TRIAL_TYPES },
    summary: 'Read a document that reports a trial, and store the trial',
    headers: [RETURN],
    body: DOCUMENT,
    answers: {
      200: {
        description: 'Nothing changed; what is stored of the study',
        headers: ['Location'],
        content: fhir('Bundle'),
      },
      201: { description: 'What was written', headers: ['Location'], content: fhir('Bundle') },
    },
    failures: DOCUMENT_FAILURES,
    handler: ingest,
  },
  {
    name: 'preview',
    method: 'POST',
    path: '/fhir/$preview',
    interaction: { operation: 'preview', definition: `${CANONICAL}/OperationDefinition/preview` },
    access: { permissions: ['r', 's'], wholly: TRIAL_TYPES },
    summary: 'Read a document that reports a trial, and store nothing',
    headers: [RETURN],
    body: DOCUMENT,
    answers: ok('What would be written, or, when nothing would change, what is stored', 'Bundle'),
    failures: DOCUMENT_FAILURES,
    handler: preview,
  },
  ...OPERATIONS.flatMap((one) =>
    Object.entries(one.levels).flatMap(([level, access]) => routesAt(one, level as Level, access)),
  ),
];
