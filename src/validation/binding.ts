import type { Answer } from '../fhir/terminology/code-set.ts';
import { UCUM } from '../fhir/ucum.ts';
import { asObject, asString, type Instance } from './instance.ts';
import type { Check, Finding, Run } from './run.ts';
import type { AdditionalBinding } from './structure-definition.ts';
import { appliesHere } from './usage-context.ts';

interface Code {
  readonly system: string | undefined;
  readonly code: string;
}

const codeOf = (value: unknown): readonly Code[] => {
  const coding = asObject(value);
  const code = asString(coding?.code);
  return code === undefined ? [] : [{ system: asString(coding?.system), code }];
};

/** The codes an element has, by its type: https://hl7.org/fhir/R5/terminologies.html#code */
const codesOf = ({ type, value }: Instance): readonly Code[] | undefined => {
  switch (type) {
    case 'CodeableConcept':
      return codingsOf(value);
    case 'CodeableReference':
      return asObject(value)?.concept === undefined ? undefined : codingsOf(asObject(value)?.concept);
    case 'Coding':
    case 'Quantity':
      return codeOf(value);
    default: {
      const code = asString(value);
      return code === undefined ? undefined : [{ system: undefined, code }];
    }
  }
};

const codingsOf = (concept: unknown): readonly Code[] => {
  const codings = asObject(concept)?.coding;
  return Array.isArray(codings) ? codings.flatMap(codeOf) : [];
};

const shown = ({ system, code }: Code): string => `"${system === undefined ? '' : `${system}|`}${code}"`;

const finding = (severity: Finding['severity'], rule: string, text: string): Finding => ({
  severity,
  code: 'code-invalid',
  rule,
  text,
});

type Purpose = AdditionalBinding['purpose'];

/** How a code that is not in the value set is wrong. */
const WANTED: Readonly<Record<Purpose, string>> = {
  required: 'is required',
  extensible: 'should be',
  maximum: 'is required (maximum)',
};

const answersOf = (
  { type }: Instance,
  codes: readonly Code[],
  valueSet: string,
  { terminology }: Run,
): readonly Answer[] =>
  codes.map(({ system, code }) =>
    // A code alone means the system of the value set; in a Coding the system has to be said.
    system === undefined && /^(?:Coding|CodeableConcept|CodeableReference)$/.test(type)
      ? 'no'
      : terminology.isMember(valueSet, system, code),
  );

/** Checks the codes of an element against one value set. */
const checkCodes = (
  { run, instance, definition }: Check,
  codes: readonly Code[],
  purpose: Purpose,
  valueSet: string,
): void => {
  // A Quantity may be without a code; a unit in words is no code.
  if (codes.length === 0 && instance.type === 'Quantity') return;
  const answers = answersOf(instance, codes, valueSet, run);
  if (answers.includes('yes')) return;
  const names = codes.map(shown).join(', ');
  if (answers.includes('unknown')) {
    const text = `Whether ${names} is in the value set ${valueSet} cannot be checked here`;
    run.report(
      { ...finding('information', 'binding-unchecked', text), code: 'not-supported' },
      instance,
      definition,
    );
    return;
  }
  const text =
    codes.length === 0
      ? `No code is given; one from the value set ${valueSet} ${WANTED[purpose]}`
      : `${names} is not in the value set ${valueSet}`;
  const severity = purpose === 'extensible' ? 'warning' : 'error';
  run.report(finding(severity, `binding-${purpose}`, text), instance, definition);
};

/** Whether another of the repeats has a code of the value set, where one is enough. */
const isMetByAnother = ({ any, valueSet }: AdditionalBinding, { run, instance }: Check): boolean =>
  any === true &&
  (instance.parent?.children(instance.element.name) ?? []).some((one) =>
    answersOf(one, codesOf(one) ?? [], valueSet, run).includes('yes'),
  );

const isOneOf = (value: unknown, valueSet: string, { terminology }: Run): boolean => {
  const { system, code } = asObject(value) ?? {};
  return (
    typeof system === 'string' &&
    typeof code === 'string' &&
    terminology.isMember(valueSet, system, code) === 'yes'
  );
};

/** Whether one of its codes, each with its system if it has to have one, is found in the value set: that of most is. */
const isBound = ({ type, value }: Instance, valueSet: string, run: Run): boolean => {
  if (typeof value === 'string') return run.terminology.isMember(valueSet, undefined, value) === 'yes';
  if (type === 'Coding') return isOneOf(value, valueSet, run);
  const codings = type === 'CodeableConcept' ? asObject(value)?.coding : undefined;
  return Array.isArray(codings) && codings.some((coding) => isOneOf(coding, valueSet, run));
};

/** Checks an element's codes against its value sets: https://hl7.org/fhir/R5/terminologies.html#binding */
export const checkBinding = (check: Check): void => {
  const { run, instance, element, definition } = check;
  const { binding, additionalBindings } = element;
  if (additionalBindings === undefined && binding && isBound(instance, binding.valueSet, run)) return;
  const codes = codesOf(instance);
  if (codes === undefined) {
    // Not even an extension that says why stands for it.
    if (binding?.strength === 'required' && run.definitions.isPrimitive(instance.type)) {
      const text = `No code is given; one from the value set ${binding.valueSet} is required`;
      run.report(finding('error', 'binding-required', text), instance, definition);
    }
    return;
  }
  if (binding) checkCodes(check, codes, binding.strength, binding.valueSet);
  for (const additional of additionalBindings ?? []) {
    if (!appliesHere(additional, check) || isMetByAnother(additional, check)) continue;
    checkCodes(check, codes, additional.purpose, additional.valueSet);
  }
};

const checkSystem = (
  system: string,
  { run, instance, definition }: Pick<Check, 'run' | 'instance' | 'definition'>,
): void => {
  const issue = (text: string): void =>
    run.report(finding('error', 'code-system', text), instance, definition);
  if (!/^[A-Za-z][\w+.-]*:/.test(system)) issue(`The code system "${system}" is not absolute`);
  else if (run.terminology.hasValueSet(system)) issue(`${system} is a value set, no code system`);
};

/** Checks that a code is of its system and is called by its name: https://hl7.org/fhir/R5/datatypes.html#Coding */
export const checkCoding = ({ run, instance, definition }: Check): void => {
  const value = asObject(instance.value);
  const system = asString(value?.system);
  const code = asString(value?.code);
  if (system === undefined || code === undefined) return;
  if (instance.type === 'Quantity' ? system !== UCUM : instance.type !== 'Coding') return;
  if (instance.parent?.type !== 'CodeableConcept') checkSystem(system, { run, instance, definition });
  if (run.terminology.hasCode(system, code) === 'no') {
    const text = `The code system ${system} has no code "${code}"`;
    // A unit in words helps a reader still.
    const severity = system === UCUM ? 'warning' : 'error';
    run.report(finding(severity, 'code-unknown', text), instance, definition);
    return;
  }
  const display = asString(value?.display);
  const right = display === undefined ? undefined : run.terminology.rightDisplay(system, code, display);
  if (right !== undefined) {
    const text = `The display "${display}" is not that of ${system}|${code}, "${right}"`;
    run.report(finding('error', 'code-display', text), instance, definition);
  }
};
