import { readFileSync } from 'node:fs';

/** By resource type, the codes of the search parameters by which a resource of it belongs to a compartment. */
export type Compartment = Readonly<Record<string, readonly string[]>>;

const FILE = new URL('../../../profiles/generated/compartments.json', import.meta.url);

/** R5's compartments (`Patient`, `Encounter`, …); `_id` stands for the resource that the compartment is of. */
export const compartments: Readonly<Record<string, Compartment>> = JSON.parse(readFileSync(FILE, 'utf8'));
