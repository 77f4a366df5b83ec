import { type Answer, type CodeSet, hasCode as isIn } from '../fhir/terminology/code-set.ts';
import { conceptsOf } from '../fhir/terminology/concepts.ts';
import { packaged } from '../fhir/terminology/packaged.ts';
import { systemSet } from '../fhir/terminology/system-set.ts';
import { codeSets } from '../fhir/terminology/value-set.ts';
import { withoutVersion } from './definitions.ts';

const systems = new Map<string, CodeSet>();
const codeSet = codeSets(packaged);

/** Whether a code system has a code. */
export const hasCode = (system: string, code: string): Answer => {
  const set = systems.get(system) ?? systemSet({ system }, packaged);
  // Systems that are unknown come from outside: they are not kept, so that they cannot fill the memory.
  if (packaged.codeSystem(system)) systems.set(system, set);
  return set.has(system, code);
};

const normalised = (display: string): string => display.trim().replace(/\s+/g, ' ').toLowerCase();

/** The display a code should have, if the one given is none of its own. */
export const rightDisplay = (system: string, code: string, display: string): string | undefined => {
  const codeSystem = packaged.codeSystem(system);
  const concept = codeSystem && conceptsOf(codeSystem).find(code);
  const displays = [concept?.display, ...(concept?.designation ?? []).map(({ value }) => value)].filter(
    (own) => own !== undefined,
  );
  return displays.some((own) => normalised(own) === normalised(display)) ? undefined : displays[0];
};

/** Whether a value set has a code; without a system, whether it has it from any. */
export const isMember = (valueSet: string, system: string | undefined, code: string): Answer => {
  const known = packaged.valueSet(withoutVersion(valueSet));
  return known === undefined ? 'unknown' : isIn(codeSet(known), system, code);
};
