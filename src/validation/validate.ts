import type { Content } from '../fhir/content.ts';
import type { Issue } from '../fhir/issue.ts';
import { positions } from '../fhir/json.ts';
import { withParents } from '../fhir/position.ts';
import type { FindCanonical } from './canonical-resources.ts';
import { Definitions } from './definitions.ts';
import { checkProfile, checkResource } from './element.ts';
import { asObject, asString, type Instance, rootInstance } from './instance.ts';
import { expressionOf } from './pointer.ts';
import type { Run } from './run.ts';
import { Structure } from './structure.ts';
import { Terminology } from './terminology.ts';

/** Checks a resource against R5, the profiles named and those it claims; what is wrong comes as issues, never as an exception. */
export type Validate = (resource: Content, profiles?: readonly string[]) => readonly Issue[];

/** What a validator works with. */
interface Sources {
  /** R5's definitions and our own, as they are generated. */
  readonly folder?: URL;
  readonly find?: FindCanonical;
}

const GENERATED = new URL('../../profiles/generated/core/', import.meta.url);

/** The resources inside a resource, each with its place. */
const inner = function* (
  value: unknown,
  pointer: readonly string[],
): Generator<{ readonly value: unknown; readonly type: string; readonly pointer: readonly string[] }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* inner(item, [...pointer, String(index)]);
    return;
  }
  for (const [name, child] of Object.entries(asObject(value) ?? {})) {
    if (typeof child !== 'object') continue;
    yield* inner(child, [...pointer, name]);
  }
  const type = asString(asObject(value)?.resourceType);
  if (type !== undefined) yield { value, type, pointer };
};

/** The validator; it reads definitions as they are needed. */
export const createValidator = ({ folder = GENERATED, find = () => undefined }: Sources = {}): Validate => {
  const definitions = new Definitions(folder, find);
  const terminology = new Terminology(find);
  const structure = new Structure(definitions);

  const structureIssues = (root: Instance): readonly Issue[] =>
    [...inner(root.value, [])].flatMap(({ value, type, pointer }) => {
      const expression = root.type + expressionOf(pointer, root.type, definitions);
      if (!definitions.isResourceType(type)) {
        const text = `R5 has no resource type "${type}"`;
        return [{ severity: 'error', code: 'structure', rule: 'structure-resource-type', text, expression }];
      }
      return structure.faults(value, type).map(({ pointer: below, ...finding }) => ({
        ...finding,
        expression: expression + expressionOf(below, type, definitions),
      }));
    });

  return ({ text, value }, profiles = []) => {
    const root = rootInstance(value, value.resourceType);
    const issues: Issue[] = [...structureIssues(root)];
    if (definitions.isResourceType(root.type)) {
      const run: Run = {
        definitions,
        terminology,
        root,
        broken: new Set(
          issues
            .filter(({ rule }) => rule !== 'structure-unknown-property')
            .flatMap(({ expression = root.type }) => [...withParents(expression)]),
        ),
        report: (finding, at, { url, derivation }) => {
          issues.push({
            ...finding,
            expression: at.expression,
            ...(derivation === 'constraint' && { profile: url }),
          });
        },
      };
      checkResource(root, run);
      for (const profile of profiles) checkProfile(root, profile, run, 'error');
    }
    return withPositions(distinct(issues), text);
  };
};

/** Several definitions may say the same of the same element. */
const distinct = (issues: readonly Issue[]): readonly Issue[] => {
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
