import { isDeepStrictEqual } from 'node:util';
import { isTree, type Tree, treesIn } from '../fhir/exact-tree.ts';
import { textOf } from './item.ts';
import { R4, R5 } from './version.ts';

// R4 says with one element what R5 says with one of a list: the trial's state, its sponsor, its principal investigator
// and the group that may be enrolled. R5's lists stand whole in extensions; what a client changed in R4's element counts.

const STATUS = 'http://hl7.org/fhir/research-study-status';
const ROLE = 'http://hl7.org/fhir/research-study-party-role';

/** R4's states, and the nearest of them for those that only R5 has: https://hl7.org/fhir/R4/valueset-research-study-status.html */
export const STATES: Readonly<Record<string, string>> = {
  active: 'active',
  'active-but-not-recruiting': 'closed-to-accrual',
  'administratively-completed': 'administratively-completed',
  approved: 'approved',
  'closed-to-accrual': 'closed-to-accrual',
  'closed-to-accrual-and-intervention': 'closed-to-accrual-and-intervention',
  completed: 'completed',
  disapproved: 'disapproved',
  'enrolling-by-invitation': 'active',
  'in-review': 'in-review',
  'not-yet-recruiting': 'approved',
  recruiting: 'active',
  'temporarily-closed-to-accrual': 'temporarily-closed-to-accrual',
  'temporarily-closed-to-accrual-and-intervention': 'temporarily-closed-to-accrual-and-intervention',
  terminated: 'administratively-completed',
  withdrawn: 'withdrawn',
};

const SPONSORS = ['lead-sponsor', 'sponsor'];
const INVESTIGATORS = ['primary-investigator'];

const codeIn = (system: string, concept: unknown): string | undefined =>
  treesIn(isTree(concept) ? concept.coding : undefined)
    .filter((coding) => coding.system === system)
    .map(({ code }) => textOf(code))[0];

const stateOf = ({ state }: Tree): string | undefined => STATES[codeIn(STATUS, state) ?? ''];

const hasEnded = ({ period }: Tree): boolean => isTree(period) && period.end !== undefined;

/** The progress that says how the trial stands: one that has not ended, else the first. */
const current = (study: Tree): Tree | undefined => {
  const states = treesIn(study.progressStatus).filter((one) => stateOf(one) !== undefined);
  return states.find((one) => !hasEnded(one)) ?? states[0];
};

const leadsTo = (types: readonly string[], reference: unknown): reference is Tree =>
  isTree(reference) && types.some((type) => textOf(reference.reference).includes(`${type}/`));

const partyOf = (study: Tree, roles: readonly string[], types: readonly string[]): Tree | undefined =>
  roles
    .flatMap((role) => treesIn(study.associatedParty).filter((one) => codeIn(ROLE, one.role) === role))
    .find(({ party }) => leadsTo(types, party));

const sponsorOf = (study: Tree): Tree | undefined => partyOf(study, SPONSORS, ['Organization']);

const investigatorOf = (study: Tree): Tree | undefined =>
  partyOf(study, INVESTIGATORS, ['Practitioner', 'PractitionerRole']);

const eligibilityOf = ({ recruitment }: Tree): Tree | undefined => {
  const eligibility = isTree(recruitment) ? recruitment.eligibility : undefined;
  return leadsTo(['Group'], eligibility) ? eligibility : undefined;
};

/** A reference as R4 shows it, whose extensions stand in the list that it is from. */
const shown = (reference: unknown): Tree | undefined => {
  if (!isTree(reference)) return undefined;
  const { extension: _, _reference, _display, id, ...plain } = reference;
  return plain;
};

/** Adds to R4's study what R4 says on its own; a study that is published as usual needs no extension for that. */
export const finishR4Study = (study: Tree, out: Tree): void => {
  const state = current(study);
  if (state === undefined) {
    const nothing = {
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' },
      ],
    };
    out._status = {
      extension: [
        { url: `${R5.extension}ResearchStudy.progressStatus.state`, valueCodeableConcept: nothing },
      ],
    };
  } else out.status = stateOf(state);
  const sponsor = shown(sponsorOf(study)?.party);
  if (sponsor !== undefined) out.sponsor = sponsor;
  const investigator = shown(investigatorOf(study)?.party);
  if (investigator !== undefined) out.principalInvestigator = investigator;
  const eligibility = shown(eligibilityOf(study));
  if (eligibility !== undefined) out.enrollment = [eligibility, ...treesIn(out.enrollment)];
  const modifiers = treesIn(out.modifierExtension).filter(
    ({ url, valueCode }) => url !== `${R5.extension}ResearchStudy.status` || valueCode !== 'active',
  );
  if (modifiers.length > 0) out.modifierExtension = modifiers;
  else delete out.modifierExtension;
};

/** A list with an item changed, added or, if that is none any more, removed. */
const replaced = (
  list: unknown,
  old: Tree | undefined,
  now: Tree | undefined,
): readonly Tree[] | undefined => {
  const all = treesIn(list);
  const changed = all.flatMap((one) => (one === old ? (now === undefined ? [] : [now]) : [one]));
  const kept = old === undefined && now !== undefined ? [now, ...all] : changed;
  return kept.length > 0 ? kept : undefined;
};

const set = (out: Tree, name: string, value: unknown): void => {
  if (value === undefined) delete out[name];
  else out[name] = value;
};

const coded = (system: string, code: unknown): Tree => ({ coding: [{ system, code }] });

const takeParty = (out: Tree, role: string, old: Tree | undefined, reference: unknown): void => {
  if (isDeepStrictEqual(shown(old?.party), shown(reference))) return;
  const now = isTree(reference) ? { ...(old ?? { role: coded(ROLE, role) }), party: reference } : undefined;
  set(out, 'associatedParty', replaced(out.associatedParty, old, now));
};

/** Takes into R5's study what R4 says on its own, where that is not what stands in the extensions. */
export const finishR5Study = (study: Tree, out: Tree): void => {
  if (study.status !== undefined || study._status !== undefined) out.status ??= 'active';
  const state = current(out);
  const status = study.status;
  if (status !== undefined && status !== (state && stateOf(state))) {
    const now = { ...state, state: coded(STATUS, status) };
    set(out, 'progressStatus', replaced(out.progressStatus, state, now));
  }
  takeParty(out, 'lead-sponsor', sponsorOf(out), study.sponsor);
  takeParty(out, 'primary-investigator', investigatorOf(out), study.principalInvestigator);
  const [enrollment, ...others] = treesIn(study.enrollment);
  if (!isDeepStrictEqual(shown(eligibilityOf(out)), shown(enrollment))) {
    const recruitment = { ...(isTree(out.recruitment) && out.recruitment) };
    set(recruitment, 'eligibility', enrollment);
    set(out, 'recruitment', Object.keys(recruitment).length > 0 ? recruitment : undefined);
  }
  if (others.length > 0) {
    const carried = others.map((one) => ({
      url: `${R4.extension}ResearchStudy.enrollment`,
      valueReference: one,
    }));
    out.extension = [...treesIn(out.extension), ...carried];
  }
};
