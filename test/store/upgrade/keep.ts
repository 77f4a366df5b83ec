// Keeps a database of this version, which later versions have to bring to their own schema: npm run keep:store
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import packageJson from '../../../package.json' with { type: 'json' };
import { openStore } from '../../../src/store/open.ts';
import { fill, KEPT } from './kept.ts';

const folder = mkdtempSync(join(tmpdir(), 'trialbridge-'));
const path = join(folder, 'store.sqlite');
const store = await openStore(`sqlite:${path}`);
await fill(store);
await store.close();
writeFileSync(join(KEPT, `${packageJson.version}.sqlite.gz`), gzipSync(readFileSync(path), { level: 9 }));
rmSync(folder, { recursive: true });
