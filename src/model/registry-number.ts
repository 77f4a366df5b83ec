import type { Registry } from './trial.ts';

/**
 * The forms of the registries' numbers; `prefix` as the registry writes it. CTIS stands before EudraCT, whose form
 * its numbers have, too.
 */
const FORMS: readonly { readonly registry: Registry; readonly prefix: string; readonly rest: string }[] = [
  { registry: 'NCT', prefix: 'NCT', rest: String.raw`\d{8}` },
  { registry: 'CTIS', prefix: '', rest: String.raw`20\d\d-5\d{5}-\d\d(?:-\d\d)?` },
  { registry: 'EudraCT', prefix: '', rest: String.raw`(?:19|20)\d\d-\d{6}-\d\d` },
  { registry: 'ISRCTN', prefix: 'ISRCTN', rest: String.raw`\d{8}` },
  { registry: 'ChiCTR', prefix: 'ChiCTR', rest: String.raw`[\-A-Za-z]*\d{6,12}` },
  { registry: 'IRCT', prefix: 'IRCT', rest: String.raw`\d{8,}N\d+` },
  { registry: 'CTRI', prefix: 'CTRI', rest: String.raw`\/\d{4}\/\d{2,3}\/\d{6}` },
  { registry: 'DRKS', prefix: 'DRKS', rest: String.raw`\d{8}` },
  { registry: 'ACTRN', prefix: 'ACTRN', rest: String.raw`\d{14}` },
  { registry: 'jRCT', prefix: 'jRCT', rest: String.raw`[a-z]?\d{9,10}` },
  { registry: 'UMIN', prefix: 'UMIN', rest: String.raw`\d{9}` },
  { registry: 'KCT', prefix: 'KCT', rest: String.raw`\d{7}` },
  { registry: 'PACTR', prefix: 'PACTR', rest: String.raw`\d{15,16}` },
  { registry: 'TCTR', prefix: 'TCTR', rest: String.raw`\d{11}` },
  { registry: 'NTR', prefix: 'NTR', rest: String.raw`\d{3,5}` },
  { registry: 'RBR', prefix: 'RBR', rest: '-[0-9a-z]{5,8}' },
  { registry: 'REPEC', prefix: 'PER', rest: String.raw`-\d{3}-\d\d` },
  { registry: 'RPCEC', prefix: 'RPCEC', rest: String.raw`\d{8}` },
  { registry: 'SLCTR', prefix: 'SLCTR', rest: String.raw`\/\d{4}\/\d{3}` },
  { registry: 'LBCTR', prefix: 'LBCTR', rest: String.raw`\d{10}` },
  { registry: 'JapicCTI', prefix: 'JapicCTI', rest: String.raw`-?\d{5,6}` },
  { registry: 'JMACCT', prefix: 'JMA', rest: String.raw`-IIA\d{5}` },
  { registry: 'ITMCTR', prefix: 'ITMCTR', rest: String.raw`\d{10}` },
  { registry: 'SNCTP', prefix: 'SNCTP', rest: String.raw`\d{9}` },
  { registry: 'NL-OMON', prefix: 'NL-OMON', rest: String.raw`\d{4,6}` },
];

/** Any registry's number, for finding one within a text. */
export const REGISTRY_NUMBER = new RegExp(FORMS.map(({ prefix, rest }) => prefix + rest).join('|'));

const WHOLE = FORMS.map(({ registry, prefix, rest }) => ({
  registry,
  prefix,
  form: new RegExp(`^${prefix}(?<rest>${rest})$`, 'i'),
}));

/** What stands before a number and only names who gave it. */
const NAMED = /^(?:EUCTR|EudraCT|EU[ -]?CT|CTIS|JPRN-)(?:\s*(?:number|no\.?))?\s*:?\s*/i;

/** The country whose protocol a EudraCT number with it names; the trial is the same: `-DE`, `-3rd`, `/3rd`, `/outside-EU/EEA`. */
const COUNTRY = /[-/](?:[A-Z]{2}|3rd|outside-EU\/EEA)$/i;

/** A registry's number as that registry writes it. */
export interface RegistryNumber {
  readonly registry: Registry;
  readonly number: string;
}

/** The registry's number that a text is, whatever its case, a name before it or a EudraCT protocol's country behind it. */
export const registryNumber = (text: string): RegistryNumber | undefined => {
  const bare = text.trim().replace(NAMED, '');
  for (const { registry, prefix, form } of WHOLE) {
    const rest = form.exec(registry === 'EudraCT' ? bare.replace(COUNTRY, '') : bare)?.groups?.rest;
    if (rest !== undefined) return { registry, number: prefix + rest };
  }
  return undefined;
};
