import type { Reference } from 'fhir/r5.js';
import type { Issue } from '../../fhir/issue.ts';
import { RESOURCE_TYPES } from '../../fhir/resource-type.ts';
import { every, some } from '../../fhir/search/criterion/criteria.ts';
import { elements } from '../../fhir/search/result/elements.ts';
import type { Criterion } from '../../fhir/search/search-request.ts';
import { isWrong } from '../../fhir/search/wrong.ts';
import type { BulkRequest } from '../../store/bulk/bulk-export.ts';
import type { Failure } from '../error.ts';
import { link } from '../interaction/search.ts';
import { isLenient } from '../prefer.ts';
import type { Request } from '../request.ts';
import type { Service } from '../service.ts';
import { notUnderstood } from './not-understood.ts';
import { type TypeFilter, typeFilters } from './type-filters.ts';

/** What a kick-off can ask for: https://hl7.org/fhir/uv/bulkdata/STU2/export.html#query-parameters */
export interface Asked {
  readonly _outputFormat?: string;
  readonly _type?: readonly string[];
  readonly _since?: string;
  readonly _until?: string;
  readonly _elements?: readonly string[];
  readonly _typeFilter?: readonly string[];
  readonly patient?: readonly Reference[];
  readonly includeAssociatedData?: readonly string[];
}

/** What is exported of, where that is not everything. */
export interface Extent {
  /** The types of resources that can belong to it. */
  readonly types: readonly string[];
  /** Why another type is refused: “… is no part of a study”. */
  readonly outside: string;
  /** Which resources of a type belong to it. */
  readonly within: (type: string) => Criterion;
  /** What of it was asked for and cannot be had. */
  readonly issues: readonly Issue[];
}

/** A `+` that was not escaped arrives as a space. */
const FORMATS = ['application/fhir+ndjson', 'application/ndjson', 'ndjson', 'application/fhir ndjson'];

/** By how much the clocks of client and server may differ, in milliseconds. */
const CLOCK_TOLERANCE = 60_000;

const listed = (given: readonly string[] = []): readonly string[] =>
  given
    .flatMap((one) => one.split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '');

const timeIssues = (since: number, until: number, now: number): readonly Issue[] => [
  ...(since > now + CLOCK_TOLERANCE
    ? [notUnderstood('_since', 'Nothing has changed since then: it is in the future')]
    : []),
  ...(since > until ? [notUnderstood('_until', 'It is before _since')] : []),
];

const unsupported = ({ patient, includeAssociatedData }: Asked): readonly Issue[] =>
  Object.entries({ patient, includeAssociatedData }).flatMap(([name, given]) =>
    given === undefined ? [] : notUnderstood(name, `${name} is not supported here`, 'not-supported'),
  );

/** What is asked for that is understood, and what is not. */
const understood = async (asked: Asked, request: Request, service: Service, extent: Extent | undefined) => {
  const { _outputFormat: format = 'ndjson', _since, _until } = asked;
  const {
    shows: known = RESOURCE_TYPES as readonly string[],
    name: version,
    elements: table,
  } = request.fhirVersion;
  const offered = extent?.types.filter((one) => known.includes(one)) ?? known;
  const types = listed(asked._type);
  const wanted = types.length === 0 ? offered : types.filter((one) => offered.includes(one));
  const [since, until] = [Date.parse(_since ?? ''), Date.parse(_until ?? '')];
  const names = listed(asked._elements).map((name) => ({ name, found: elements(name, [], table) }));
  const filters = await typeFilters(asked._typeFilter ?? [], request, service);
  const misplaced = filters.flatMap((one) =>
    'where' in one && !wanted.includes(one.type)
      ? notUnderstood('_typeFilter', `${one.type} is not among the types exported`)
      : [],
  );
  const issues: readonly Issue[] = [
    ...(FORMATS.includes(format)
      ? []
      : [notUnderstood('_outputFormat', `“${format}” is not written here; ask for ${FORMATS[0]}`)]),
    ...types
      .filter((one) => !offered.includes(one))
      .map((one) =>
        notUnderstood(
          '_type',
          known.includes(one)
            ? `${one} ${extent?.outside}`
            : `“${one}” is not a resource type of FHIR ${version}`,
        ),
      ),
    ...timeIssues(since, until, Date.parse(service.now())),
    ...names.flatMap(({ found }) => (isWrong(found) ? notUnderstood('_elements', found.wrong) : [])),
    ...filters.flatMap((one) => ('where' in one ? [] : one)),
    ...misplaced,
    ...unsupported(asked),
    ...(extent?.issues ?? []),
  ];
  return {
    wanted,
    since,
    until,
    elements: names.flatMap(({ name, found }) => (isWrong(found) ? [] : name)),
    filters: filters.filter((one): one is TypeFilter => 'where' in one),
    issues,
  };
};

const updated = (comparator: 'gt' | 'lt', time: number): readonly Criterion[] =>
  Number.isNaN(time) ? [] : [{ kind: 'last-updated', comparator, low: time, high: time + 1 }];

/**
 * Reads what a kick-off asks for, everything or of an extent; what is not understood of a lenient one is left out.
 * What was deleted can be told of everything alone: nobody knows to what it belonged.
 */
export const bulkRequest = async (
  asked: Asked,
  request: Request,
  service: Service,
  extent?: Extent,
): Promise<BulkRequest | Failure> => {
  const read = await understood(asked, request, service, extent);
  const { wanted, since, until, filters, issues } = read;
  if (wanted.length === 0 || (issues.length > 0 && !isLenient(request)))
    return { failure: 'malformed', issues };
  const { base, type, id, query } = request;
  const address = [base, type, id, '$export'].filter((one) => one !== '').join('/');
  return {
    url: link(address, query),
    fhirVersion: request.fhirVersion.name,
    parts: wanted.map((one) => {
      const own = filters.filter((filter) => filter.type === one).map(({ where }) => where);
      return {
        type: one,
        where: every([
          ...updated('gt', since),
          ...updated('lt', until),
          ...(own.length > 0 ? [some(own)] : []),
          ...(extent ? [extent.within(one)] : []),
        ]),
      };
    }),
    ...(!Number.isNaN(since) &&
      extent === undefined && {
        deletions: { types: wanted, since, until: Number.isNaN(until) ? Number.MAX_SAFE_INTEGER : until },
      }),
    ...(read.elements.length > 0 && { elements: read.elements }),
    issues: issues.map((issue) => ({ ...issue, severity: 'warning' })),
  };
};
