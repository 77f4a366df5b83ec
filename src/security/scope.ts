import { RESOURCE_TYPES } from '../fhir/resource-type.ts';
import { type Pair, pairsOf } from '../fhir/search/pair.ts';

/** Create, read, update, delete, search, in the order in which a scope names them. */
const PERMISSIONS = ['c', 'r', 'u', 'd', 's'] as const;

/** What a scope lets do: https://hl7.org/fhir/smart-app-launch/STU2.2/scopes-and-launch-context.html */
export type Permission = (typeof PERMISSIONS)[number];

/** Access to resources of one type or of all, to those alone that a search would find. */
export interface Scope {
  readonly context: 'patient' | 'user' | 'system';
  /** `*` for all. */
  readonly type: string;
  readonly permissions: readonly Permission[];
  /** The parameters of the search. */
  readonly query: readonly Pair[];
}

const SCOPE =
  /^(?<context>patient|user|system)\/(?<type>\*|[A-Za-z]+)\.(?:(?<first>read|write|\*)|(?<second>(?=.)c?r?u?d?s?)(?:\?(?<query>.+))?)$/;

/** What the scopes of version 1 let do, said in those of version 2. */
const FIRST: Readonly<Record<string, string>> = { read: 'rs', write: 'cud', '*': 'cruds' };

/** Reads a scope of SMART, version 1 or 2; what is none lets do nothing. */
const scopeOf = (text: string): readonly Scope[] => {
  const groups = SCOPE.exec(text)?.groups;
  if (groups === undefined) return [];
  const { context, type = '', first = '', second, query = '' } = groups;
  const pairs = pairsOf(query);
  if (pairs === undefined || !(type === '*' || RESOURCE_TYPES.some((one) => one === type))) return [];
  const letters = second ?? FIRST[first] ?? '';
  return [
    {
      context: context as Scope['context'],
      type,
      permissions: PERMISSIONS.filter((one) => letters.includes(one)),
      query: pairs,
    },
  ];
};

/** The scopes on resources among those of a token, which are divided by spaces. */
export const scopesOf = (text: string): readonly Scope[] => text.split(' ').flatMap(scopeOf);
