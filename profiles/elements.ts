import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StructureDefinition } from 'fhir/r5.js';
import { elementLines } from './element-lines.ts';

// Writes the elements of R5's types to `generated/elements.json`.

const HERE = import.meta.dirname;
const CORE = join(HERE, '../node_modules/hl7.fhir.r5.core');

const definitions = readdirSync(CORE)
  .filter((name) => name.startsWith('StructureDefinition-'))
  .sort()
  .map((name): StructureDefinition => JSON.parse(readFileSync(join(CORE, name), 'utf8')))
  .filter(({ kind, derivation }) => kind !== 'logical' && derivation !== 'constraint');

writeFileSync(join(HERE, 'generated/elements.json'), `{\n${elementLines(definitions).join(',\n')}\n}\n`);
