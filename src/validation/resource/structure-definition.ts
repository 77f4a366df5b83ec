import type { StructureDefinition as DefinitionResource, ElementDefinition } from 'fhir/r5.js';
import type { Issue } from '../../fhir/issue.ts';
import type { Definitions } from '../definitions.ts';
import type { Check } from '../run.ts';
import { checkCompliance } from './complies-with.ts';

/** What only the definition of a new type can say: https://hl7.org/fhir/R5/elementdefinition.html#interpretation */
const OF_TYPES_ONLY = /^_?(?:meaningWhenMissing|defaultValue[A-Z]\w*)$/;

const list = <T>(value: readonly T[] | undefined): readonly T[] => (Array.isArray(value) ? value : []);

/** The expressions that constraints have elsewhere, by key: in the base, and in the types of its elements. */
const knownConstraints = (
  base: DefinitionResource | undefined,
  find: (url: string) => DefinitionResource | undefined,
): Map<string, string | undefined> => {
  const elements = list(base?.snapshot?.element);
  const types = new Set(elements.flatMap(({ type }) => list(type).map(({ code }) => code)));
  const roots = [...types].map(
    (code) => find(`http://hl7.org/fhir/StructureDefinition/${code}`)?.snapshot?.element[0],
  );
  return new Map(
    [...elements, ...roots].flatMap((element) =>
      list(element?.constraint).map(({ key, expression }) => [key, expression] as const),
    ),
  );
};

/** Whether a path of elements is there: of a type, an abstract one, or within one. */
const isElement = (path: string, definitions: Definitions): boolean => {
  const [type = '', ...names] = path.split('.');
  let at = definitions.type(type)?.root;
  for (const name of names) {
    const own = at && definitions.referenced(at);
    const content = own?.children ? own : definitions.type(own?.types[0]?.code ?? '')?.root;
    at = content?.children?.find((child) => child.name === name || child.name === `${name}[x]`);
  }
  return at !== undefined;
};

/** Checks that an extension's definition names itself and only elements that there are. */
const checkExtensionDefinition = (check: Check, definition: DefinitionResource): void => {
  const { run, instance } = check;
  const issue = (rule: string, text: string, below = ''): void =>
    run.report({ severity: 'error', code: 'business-rule', rule, text }, instance, undefined, below);
  const elements = [...list(definition.snapshot?.element), ...list(definition.differential?.element)];
  const fixed = elements.find(({ path, fixedUri }) => path === 'Extension.url' && fixedUri)?.fixedUri;
  if (fixed !== undefined && fixed !== definition.url) {
    issue('definition-extension-url', `The extension's url is fixed to ${fixed}, not to ${definition.url}`);
  }
  for (const [index, { type, expression }] of list(definition.context).entries()) {
    if (type !== 'element' || expression === undefined) continue;
    const path = expression.replace(/^http:\/\/hl7\.org\/fhir\/StructureDefinition\/[^#]*#/, '');
    if (/:/.test(path) || isElement(path, run.definitions)) continue;
    const text = `There is no element ${expression} that an extension could stand on`;
    issue('definition-context', text, `.context[${index}]`);
  }
};

/** Checks that a profile says nothing that only a type's definition can, and uses no key of a constraint for another. */
const checkProfile = (check: Check, definition: DefinitionResource): void => {
  const { run, instance } = check;
  const find = (url: string): DefinitionResource | undefined =>
    run.find('StructureDefinition', url.split('|')[0]!) as DefinitionResource | undefined;
  const elements: readonly ElementDefinition[] = list(definition.differential?.element);
  const hasConstraints = elements.some(({ constraint }) => constraint);
  const keys = hasConstraints ? knownConstraints(find(definition.baseDefinition ?? ''), find) : new Map();
  for (const [index, element] of elements.entries()) {
    const at = `.differential.element[${index}]`;
    const issue = (rule: string, text: string, below: string): void =>
      run.report({ severity: 'error', code: 'business-rule', rule, text }, instance, undefined, below);
    for (const name of Object.keys(element).filter((key) => OF_TYPES_ONLY.test(key))) {
      issue('definition-property', `${element.path}: a profile cannot have ${name}`, at);
    }
    for (const [place, { key, expression }] of list(element.constraint).entries()) {
      if (keys.has(key) && keys.get(key) !== expression) {
        const text = `The constraint key ${key} is that of another expression, ${keys.get(key)}`;
        issue('definition-constraint-key', text, `${at}.constraint[${place}]`);
      }
      keys.set(key, expression);
    }
  }
};

/** Tells why there can be no snapshot; of what a definition builds on, not all may be known here. */
const reportSnapshot = ({ run, instance }: Check, issues: readonly Issue[]): void => {
  if (issues.length === 0) return;
  const isUnknown = issues.every(({ rule }) => rule === 'snapshot-no-base');
  const text = `There can be no snapshot: ${issues.map((issue) => issue.text).join('; ')}`;
  run.report(
    { severity: isUnknown ? 'warning' : 'error', code: 'business-rule', rule: 'definition-snapshot', text },
    instance,
  );
};

/** Checks a definition of a type, profile or extension: https://hl7.org/fhir/R5/structuredefinition.html */
export const checkStructureDefinition = (check: Check): void => {
  const definition = check.instance.value as DefinitionResource;
  if (definition.derivation !== 'constraint') return;
  if (definition.type === 'Extension') checkExtensionDefinition(check, definition);
  checkProfile(check, definition);
  const complete = check.run.definitions.complete(definition);
  if ('root' in complete) checkCompliance(check, definition, complete);
  else reportSnapshot(check, complete);
};
