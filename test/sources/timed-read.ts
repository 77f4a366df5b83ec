import { readFileSync } from 'node:fs';
import { read } from '../../src/sources/read.ts';

// Reads standard input and says how long that took the processor, in milliseconds.
const bytes = readFileSync(0);
const before = process.cpuUsage();
read(bytes);
const { user, system } = process.cpuUsage(before);
process.stdout.write(String(Math.round((user + system) / 1000)));
