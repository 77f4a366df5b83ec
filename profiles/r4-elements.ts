import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementDefinitionType, StructureDefinition } from 'fhir/r5.js';
import { elementLines } from './element-lines.ts';
import { r4Types } from './r4-definitions.ts';

// Writes the elements of R4's types to `generated/r4-elements.json`, with what their references may lead to.

const targeted = ({ code, targetProfile = [] }: ElementDefinitionType): string =>
  code === 'Reference'
    ? `Reference(${targetProfile.map((url) => url.slice(url.lastIndexOf('/') + 1)).join('|')})`
    : code;

// What is read of a definition is the same in both versions.
const lines = elementLines(r4Types() as unknown as readonly StructureDefinition[], targeted);
writeFileSync(join(import.meta.dirname, 'generated/r4-elements.json'), `{\n${lines.join(',\n')}\n}\n`);
