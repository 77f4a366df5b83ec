import type { ValueSet, ValueSetExpansionContains, ValueSetExpansionParameter } from 'fhir/r5.js';
import type { Issue } from '../fhir/issue.ts';
import type { Member } from '../fhir/terminology/code-set.ts';
import { CYCLE, codeSets } from '../fhir/terminology/value-set.ts';
import { designationsOf, displayOf, displaysOf } from './designation.ts';
import { incomplete, type Result, refusal } from './result.ts';
import { requestedValueSet, type Stored, StoredResources, type ValueSetRequest } from './stored-resources.ts';

/** Parameters of $expand: https://hl7.org/fhir/R5/valueset-operation-expand.html */
export interface ExpandRequest extends ValueSetRequest {
  /** Words, each the beginning of a word of a code's names, or of the code. */
  readonly filter?: string;
  readonly offset?: number;
  readonly count?: number;
  readonly includeDesignations?: boolean;
  readonly includeDefinition?: boolean;
  readonly activeOnly?: boolean;
  readonly excludeNotForUI?: boolean;
  readonly displayLanguage?: string;
  /** Properties to say of each code, by code or URI; `*` for all. */
  readonly property?: readonly string[];
  /** Whether the codes that are known will do where not all are; otherwise that is refused. */
  readonly acceptIncomplete?: boolean;
}

/** What tells an expansion from others. */
export interface Stamp {
  /** A URI of its own: `urn:uuid:…`. */
  readonly identifier: string;
  readonly timestamp: string;
}

const UNCLOSED = 'http://hl7.org/fhir/StructureDefinition/valueset-unclosed';

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether each word of a filter begins a word of the code's names, or the code. */
const matches = (member: Member, filter: string): boolean => {
  const names = [displayOf(member) ?? '', ...displaysOf(member)].flatMap(words);
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every(
      (typed) =>
        member.code.toLowerCase().startsWith(typed) ||
        words(typed).every((word) => names.some((name) => name.startsWith(word))),
    );
};

const isWanted = (member: Member, { activeOnly, excludeNotForUI, filter }: ExpandRequest): boolean =>
  !(activeOnly && member.isInactive) &&
  !(excludeNotForUI && member.isAbstract) &&
  (filter === undefined || matches(member, filter));

const wantedProperties = ({ concepts, concept }: Member, wanted: readonly string[]) =>
  (concept?.property ?? []).filter(({ code }) =>
    wanted.some((name) => name === '*' || concepts?.isProperty(code, name)),
  );

const contains = (
  member: Member,
  { includeDesignations, displayLanguage }: ExpandRequest,
  properties: readonly string[],
): ValueSetExpansionContains => {
  const { system, code, isAbstract, isInactive } = member;
  const display = displayOf(member, displayLanguage);
  const designation = includeDesignations ? [...designationsOf(member)] : [];
  const property = wantedProperties(member, properties);
  return {
    system,
    ...(isAbstract && { abstract: true }),
    ...(isInactive && { inactive: true }),
    code,
    ...(display !== undefined && { display }),
    ...(designation.length > 0 && { designation }),
    ...(property.length > 0 && { property }),
  };
};

const expansionProperties = (members: readonly Member[], wanted: readonly string[]) => {
  const found = new Map<string, string | undefined>();
  for (const member of members) {
    for (const { code } of wantedProperties(member, wanted)) {
      const uri = member.concepts?.codeSystem.property?.find((property) => property.code === code)?.uri;
      found.set(code, found.get(code) ?? uri);
    }
  }
  return [...found].map(([code, uri]) => ({ code, ...(uri !== undefined && { uri }) }));
};

const used = (members: readonly Member[]): readonly ValueSetExpansionParameter[] => {
  const codeSystems = new Set(members.map(({ concepts }) => concepts?.codeSystem));
  return [...codeSystems]
    .filter((codeSystem) => codeSystem?.version !== undefined)
    .map((codeSystem) => ({
      name: 'used-codesystem',
      valueUri: `${codeSystem?.url}|${codeSystem?.version}`,
    }));
};

/** The parameters that made the expansion what it is. */
const parameters = (
  request: ExpandRequest,
  members: readonly Member[],
  gaps: readonly Issue[],
): readonly ValueSetExpansionParameter[] => [
  ...(['filter', 'displayLanguage'] as const).flatMap((name) => {
    const value = request[name];
    if (value === undefined) return [];
    return [name === 'filter' ? { name, valueString: value } : { name, valueCode: value }];
  }),
  ...(['offset', 'count'] as const).flatMap((name) => {
    const value = request[name];
    return value === undefined ? [] : [{ name, valueInteger: value }];
  }),
  { name: 'excludeNested', valueBoolean: true },
  ...(['includeDesignations', 'includeDefinition', 'activeOnly', 'excludeNotForUI'] as const).flatMap(
    (name) => {
      const value = request[name];
      return value === undefined ? [] : [{ name, valueBoolean: value }];
    },
  ),
  ...(request.property ?? []).map((valueString) => ({ name: 'property', valueString })),
  ...used(members),
  ...gaps.map(({ text }) => ({ name: 'warning', valueString: text })),
];

const isCount = (value: number | undefined): boolean =>
  value === undefined || (Number.isInteger(value) && value >= 0);

/** The codes of a value set, as a flat list: https://hl7.org/fhir/R5/valueset-operation-expand.html */
export const expand = async (
  stored: Stored,
  request: ExpandRequest,
  { identifier, timestamp }: Stamp,
): Promise<Result<ValueSet>> => {
  const { offset, count } = request;
  if (!isCount(offset) || !isCount(count))
    return refusal('invalid', 'expand-paging', 'offset and count are to be whole numbers, not negative');
  const resources = new StoredResources(stored);
  const requested = await requestedValueSet(request, resources);
  if ('issue' in requested) return requested;
  const { text: _, compose, expansion: __, ...valueSet } = requested.value;
  const { url = 'given' } = valueSet;
  const { members, gaps } = codeSets(resources)(requested.value).list();
  const cycles = gaps.filter(({ rule }) => rule === CYCLE);
  if (cycles.length > 0) return incomplete(url, cycles);
  if (gaps.length > 0 && !request.acceptIncomplete) return incomplete(url, gaps);
  const wanted = members.filter((member) => isWanted(member, request));
  const start = offset ?? 0;
  const page = wanted.slice(start, count === undefined ? undefined : start + count);
  const properties = request.property ?? compose?.property ?? [];
  const property = expansionProperties(page, properties);
  return {
    value: {
      ...valueSet,
      ...(request.includeDefinition && compose && { compose }),
      expansion: {
        ...(gaps.length > 0 && { extension: [{ url: UNCLOSED, valueBoolean: true }] }),
        identifier,
        timestamp,
        total: wanted.length,
        ...((offset ?? count) !== undefined && { offset: start }),
        parameter: [...parameters(request, members, gaps)],
        ...(property.length > 0 && { property }),
        ...(page.length > 0 && { contains: page.map((member) => contains(member, request, properties)) }),
      },
    },
  };
};
