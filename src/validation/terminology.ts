import type { CodeSystem, ValueSet } from 'fhir/r5.js';
import { type Answer, type CodeSet, hasCode, type Member } from '../fhir/terminology/code-set.ts';
import { conceptsOf } from '../fhir/terminology/concepts.ts';
import { grammarOf } from '../fhir/terminology/grammar.ts';
import { implicitValueSet } from '../fhir/terminology/implicit-value-set.ts';
import { packaged } from '../fhir/terminology/packaged.ts';
import { canonicalParts, type TerminologyResources } from '../fhir/terminology/resources.ts';
import { systemSet } from '../fhir/terminology/system-set.ts';
import { codeSets } from '../fhir/terminology/value-set.ts';
import type { FindCanonical } from './canonical-resources.ts';

/** What is packaged, and beyond it what can be found. */
const resourcesWith = (find: FindCanonical): TerminologyResources => ({
  codeSystem: (url, version) =>
    packaged.codeSystem(url, version) ?? (find('CodeSystem', url, version) as CodeSystem | undefined),
  valueSet: (url, version) =>
    packaged.valueSet(url, version) ??
    (find('ValueSet', url, version) as ValueSet | undefined) ??
    implicitValueSet(url),
});

/** How many codes of a value set are remembered. */
const MOST_KEPT = 10_000;

/** Answers about codes, as far as they can be known offline. */
export class Terminology {
  readonly #resources: TerminologyResources;
  readonly #codeSet: (valueSet: ValueSet) => CodeSet;
  readonly #systems = new Map<string, CodeSet>();
  readonly #implicit = new Map<string, ValueSet>();
  /** The codes that value sets have, by the system, or none, that they were asked for with. */
  readonly #members = new Map<string, Map<string | undefined, Set<string>>>();

  constructor(find: FindCanonical) {
    this.#resources = resourcesWith(find);
    this.#codeSet = codeSets(this.#resources);
  }

  /** Whether a code system has a code. */
  hasCode(system: string, code: string): Answer {
    const known = this.#systems.get(system);
    if (known) return known.has(system, code);
    const set = systemSet({ system }, this.#resources);
    // Systems that are unknown come from outside: they are not kept, so that they cannot fill the memory.
    if (packaged.codeSystem(system) || grammarOf(system)) this.#systems.set(system, set);
    return set.has(system, code);
  }

  /** The display a code should have, if the one given is none of its own. */
  rightDisplay(system: string, code: string, display: string): string | undefined {
    const codeSystem = this.#resources.codeSystem(system);
    const concept = codeSystem && conceptsOf(codeSystem).find(code);
    if (concept?.display === display) return undefined;
    const displays = [concept?.display, ...(concept?.designation ?? []).map(({ value }) => value)].filter(
      (own) => own !== undefined,
    );
    const given = display.toLowerCase();
    return given.trim() === '' || displays.some((own) => own.toLowerCase() === given)
      ? undefined
      : displays[0];
  }

  #valueSet(valueSet: ValueSet | string): ValueSet | undefined {
    if (typeof valueSet !== 'string') return valueSet;
    const { url, version } = canonicalParts(valueSet);
    const known = this.#implicit.get(url);
    if (known) return known;
    const found = this.#resources.valueSet(url, version) ?? this.#resources.valueSet(url);
    // Definitions name those that are asked for, so there is an end to them.
    if (found && implicitValueSet(url)) this.#implicit.set(url, found);
    return found;
  }

  /** The codes of a value set, as far as they can be listed. */
  members(valueSet: ValueSet | string): readonly Member[] {
    const known = this.#valueSet(valueSet);
    return known === undefined ? [] : this.#codeSet(known).list().members;
  }

  /** Whether there is a code system of this URL. */
  hasCodeSystem(url: string): boolean {
    return this.#resources.codeSystem(url) !== undefined;
  }

  /** Whether there is a value set of this URL. */
  hasValueSet(url: string): boolean {
    return this.#resources.valueSet(url) !== undefined;
  }

  /** Whether a value set has a code; without a system, whether it has it from any. */
  isMember(valueSet: ValueSet | string, system: string | undefined, code: string): Answer {
    if (typeof valueSet === 'string' && this.#members.get(valueSet)?.get(system)?.has(code)) return 'yes';
    const known = this.#valueSet(valueSet);
    const answer = known === undefined ? 'unknown' : hasCode(this.#codeSet(known), system, code);
    if (answer === 'yes' && typeof valueSet === 'string') this.#keep(valueSet, system, code);
    return answer;
  }

  /** Remembers a code that a value set has, if that is packaged and so cannot change. */
  #keep(valueSet: string, system: string | undefined, code: string): void {
    const { url, version } = canonicalParts(valueSet);
    if (!packaged.valueSet(url, version)) return;
    const systems = this.#members.get(valueSet) ?? new Map<string | undefined, Set<string>>();
    this.#members.set(valueSet, systems);
    const kept = systems.get(system) ?? new Set();
    systems.set(system, kept);
    // There is no end to the codes of those that follow a grammar.
    if (kept.size < MOST_KEPT) kept.add(code);
  }
}
