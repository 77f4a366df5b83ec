import type { UsageContext } from 'fhir/r5.js';
import type { Content } from '../fhir/content.ts';
import { exactValue } from '../fhir/exact-tree.ts';
import type { Issue } from '../fhir/issue.ts';
import { positions } from '../fhir/json.ts';
import type { FindCanonical, MakeSnapshot } from './canonical-resources.ts';
import { Definitions } from './definitions.ts';
import { checkResource } from './element.ts';
import { checkProfile } from './profile.ts';
import { checkPublication } from './publication.ts';
import type { Elsewhere, Report, Run } from './run.ts';
import { StructureReader } from './structure.ts';
import { Terminology } from './terminology.ts';
import { hasOddNumbers } from './written-number.ts';

/**
 * Checks a resource against R5, the profiles named and those it claims, as it is used in the contexts named; what is
 * wrong comes as issues, never as an exception.
 */
export type Validate = (
  resource: Content,
  profiles?: readonly string[],
  usageContexts?: readonly UsageContext[],
) => readonly Issue[];

/** What a validator works with. */
interface Sources {
  /** R5's definitions and our own, as they are generated. */
  readonly folder?: URL;
  readonly find?: FindCanonical;
  readonly snapshot?: MakeSnapshot;
  readonly elsewhere?: Elsewhere;
  /** Whether relative references are to resources of a server, which are of the types that the references name. */
  readonly ownsReferences?: boolean;
  /** Whether an extension that nothing defines is an error; of HL7's own namespace it is one always. */
  readonly refusesUnknownExtensions?: boolean;
  /** Whether resources are to be published by HL7, which asks for more than FHIR does. */
  readonly forPublication?: boolean;
}

const GENERATED = new URL('../../profiles/generated/core/', import.meta.url);

/** Rules on JSON that is of no element, or of too many. */
const UNREADABLE: ReadonlySet<string | undefined> = new Set([
  'structure-choice',
  'structure-empty',
  'structure-null',
  'structure-resource-type',
  'structure-type',
  'structure-unknown-property',
]);

/** The validator; it reads definitions as they are needed. */
export const createValidator = ({
  folder = GENERATED,
  find = () => undefined,
  snapshot,
  elsewhere,
  ownsReferences = false,
  refusesUnknownExtensions = false,
  forPublication = false,
}: Sources = {}): Validate => {
  const definitions = new Definitions(folder, find, snapshot);
  const terminology = new Terminology(find);

  return ({ text, value }, profiles = [], usageContexts = []) => {
    const { resourceType } = value;
    if (!definitions.isResourceType(resourceType)) {
      const issue: Issue = {
        severity: 'error',
        code: 'structure',
        rule: 'structure-resource-type',
        text: `R5 has no resource type "${resourceType}"`,
        expression: resourceType,
      };
      return withPositions([issue], text);
    }
    const issues: Issue[] = [];
    const report: Report = (finding, at, definition, below = '') => {
      issues.push({
        ...finding,
        expression: at.expression + below,
        ...(definition?.derivation === 'constraint' && { profile: definition.url }),
      });
    };
    const exact = hasOddNumbers(text) ? exactValue(text) : undefined;
    const looksUp = elsewhere !== undefined || resourceType === 'Bundle';
    const reader = new StructureReader(definitions, report, !looksUp);
    const root = reader.root(value, resourceType, exact);
    const run: Run = {
      definitions,
      terminology,
      find,
      root,
      isSound: issues.length === 0,
      isReadable: !issues.some(({ rule }) => UNREADABLE.has(rule)),
      hasElementIds: reader.hasElementIds,
      elsewhere,
      ownsReferences,
      refusesUnknownExtensions,
      usageContexts,
      checked: new Map(),
      report,
    };
    // Before those it claims: that one is unknown is worse where it was asked for.
    for (const profile of profiles) checkProfile(root, profile, run, 'error');
    checkResource(root, run);
    if (forPublication) checkPublication(root, run);
    return withPositions(distinct(issues), text);
  };
};

/** Several definitions may say the same of the same element. */
const distinct = (issues: readonly Issue[]): readonly Issue[] => {
  if (issues.length < 2) return issues;
  const seen = new Set<string>();
  return issues.filter(({ expression, rule, text }) => {
    const key = JSON.stringify([expression, rule, text]);
    return !seen.has(key) && seen.add(key);
  });
};

const withPositions = (issues: readonly Issue[], text: string): readonly Issue[] => {
  if (issues.length === 0) return issues;
  const places = positions(text, new Set(issues.map(({ expression }) => expression ?? '')));
  return issues.map((issue) => ({ ...issue, ...places.get(issue.expression ?? '') }));
};
