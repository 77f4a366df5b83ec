// Keeps a database of this version, which later versions have to bring to their own schema: npm run keep:store
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openStore } from '../../../src/store/open.ts';
import { fill, KEPT } from './kept.ts';

const folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
const path = join(folder, 'store.sqlite');
const store = await openStore(`sqlite:${path}`);
await fill(store);
await store.close();
mkdirSync(new URL('.', KEPT), { recursive: true });
writeFileSync(KEPT, gzipSync(readFileSync(path), { level: 9 }));
rmSync(folder, { recursive: true });
