import { readFileSync } from 'node:fs';
import { read } from '../../src/sources/read.ts';

// Reads standard input and says what it was and how long that took the processor, in milliseconds.
const bytes = readFileSync(0);
const before = process.cpuUsage();
const { kind } = read(bytes);
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ kind, milliseconds: Math.round((user + system) / 1000) }));
