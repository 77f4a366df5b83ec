import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  barrels,
  cycles,
  forbiddenImports,
  modules,
  pathsOutside,
  readSources,
  type Sources,
} from './architecture.ts';

/** What each part of `src` may import from the others; type imports count. */
const ALLOWED = {
  model: [],
  fhir: [],
  sources: ['model'],
  mapping: ['model', 'fhir'],
  statistics: ['fhir'],
  synthesis: ['statistics', 'fhir'],
  terminology: ['fhir'],
  patch: ['fhir'],
  r4: ['fhir'],
  snapshot: ['fhir'],
  validation: ['fhir'],
  store: ['fhir'],
  joining: ['store', 'fhir'],
  security: ['store', 'fhir'],
  subscription: ['security', 'store', 'fhir'],
  development: [],
  archives: [],
  packages: ['archives', 'fhir'],
  export: ['sources', 'mapping', 'synthesis', 'joining', 'store', 'fhir'],
  'pipeline.ts': ['sources', 'model', 'mapping', 'statistics', 'validation', 'joining', 'store', 'fhir'],
  metrics: ['pipeline.ts', 'store', 'validation', 'fhir'],
  rest: [
    'pipeline.ts',
    'export',
    'metrics',
    'packages',
    'patch',
    'r4',
    'security',
    'snapshot',
    'statistics',
    'store',
    'subscription',
    'synthesis',
    'terminology',
    'validation',
    'fhir',
  ],
  'app.ts': ['rest'],
  config: [],
  'log.ts': [],
  commands: [
    'app.ts',
    'archives',
    'config',
    'development',
    'export',
    'log.ts',
    'metrics',
    'packages',
    'pipeline.ts',
    'rest',
    'security',
    'snapshot',
    'statistics',
    'store',
    'subscription',
    'terminology',
    'validation',
    'fhir',
  ],
  'main.ts': ['commands', 'store'],
  client: [],
  ui: ['client'],
};

/** What `src` uses that is generated or is no code. */
const OUTSIDE = ['openapi/types.d.ts', 'package.json', 'profiles/generated/'];

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const sources = readSources(ROOT, 'src');
const all = modules(sources);

describe('the source', () => {
  test('is there, and its imports are seen', () => {
    expect(all.length).toBeGreaterThan(50);
    expect(all.find(({ path }) => path === 'src/app.ts')?.imports).toEqual([
      'src/rest/probes.ts',
      'src/rest/request-id.ts',
      'src/rest/router.ts',
      'src/rest/security-headers.ts',
      'src/rest/service.ts',
    ]);
  });

  test('imports only in the directions of the table', () => {
    expect(forbiddenImports(all, ALLOWED)).toEqual([]);
  });

  test('imports nothing outside src but what is generated', () => {
    const outside = all.flatMap(({ imports }) => imports.filter((to) => !to.startsWith('src/')));
    expect(outside.filter((to) => !OUTSIDE.some((one) => to.startsWith(one)))).toEqual([]);
  });

  test('reaches the server from the workbench over HTTP alone', () => {
    const ui = all.filter(({ path }) => path.startsWith('src/ui/'));
    expect(ui.length).toBeGreaterThan(5);
    const outside = ui.flatMap(({ imports }) => imports.filter((to) => !to.startsWith('src/ui/')));
    expect(outside.filter((to) => to !== 'openapi/types.d.ts' && !to.startsWith('src/client/'))).toEqual([]);
  });

  test('has no cycles', () => {
    expect(cycles(all)).toEqual([]);
  });

  test('has no barrels', () => {
    expect(barrels(all)).toEqual([]);
  });

  test('has nothing generated in it, only TypeScript, and the page and styles of the workbench', () => {
    const files = readdirSync(`${ROOT}src`, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    );
    const written = ({ name, parentPath }: { readonly name: string; readonly parentPath: string }) =>
      parentPath.startsWith(`${ROOT}src/ui`)
        ? /\.tsx?$|\.css$|^index\.html$|^favicon\.svg$|^tsconfig\.json$/.test(name)
        : name.endsWith('.ts');
    expect(files.filter((file) => !written(file) || file.name.endsWith('.d.ts'))).toEqual([]);
    const generated = [...sources].filter(([, text]) =>
      /@generated|auto-generated|do not (?:edit|make direct changes)/i.test(text),
    );
    expect(generated.map(([path]) => path)).toEqual([]);
    expect(
      readdirSync(`${ROOT}src`, { recursive: true }).filter((path) => String(path).includes('generated')),
    ).toEqual([]);
  });

  test('has a pipeline of forty lines at most, whose first line states the order', () => {
    const lines = sources.get('src/pipeline.ts')?.trimEnd().split('\n') ?? [];
    expect(lines.length).toBeLessThanOrEqual(40);
    const [first = ''] = lines;
    const order = ['read', 'map', 'check', 'validate', 'write'].map((stage) => first.indexOf(stage));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

test.each(['src', 'test', 'bench', 'docs', 'openapi', 'profiles'])(
  '%s reaches for nothing that does not come with the project',
  (folder) => {
    expect(pathsOutside(readSources(ROOT, folder))).toEqual([]);
  },
);

describe('the checks themselves', () => {
  const check = (files: Record<string, string>) => modules(new Map(Object.entries(files)) as Sources);

  test.each([
    ["import { a } from '../rest/a.ts';"],
    ["import type { A } from '../rest/a.ts';"],
    ["export const a = () => import('../rest/a.ts');"],
    ["export type A = import('../rest/a.ts').A;"],
    ["export { a } from '../rest/a.ts';"],
  ])('see a stage that imports a later one: %s', (text) => {
    expect(forbiddenImports(check({ 'src/model/x.ts': text }), ALLOWED)).toEqual([
      'src/model/x.ts → src/rest/a.ts',
    ]);
  });

  test('see a part that has no row, and let through what has one', () => {
    expect(forbiddenImports(check({ 'src/new/x.ts': '' }), ALLOWED).length).toBe(1);
    const fine = { 'src/rest/x.ts': "import { a } from '../store/a.ts'; import './y.ts'; import 'node:fs';" };
    expect(forbiddenImports(check(fine), ALLOWED)).toEqual([]);
  });

  test('see a path that leads out of the project, and none where there is none', () => {
    const paths = (to: string) => pathsOutside(new Map([['test/rest/x.test.ts', `new URL('${to}', a)`]]));
    const up = (levels: number) => `${'../'.repeat(levels)}samples/`;
    expect(paths(up(3))).toEqual([`test/rest/x.test.ts → ${up(3)}`]);
    expect(paths(up(2))).toEqual([]);
    expect(paths('...')).toEqual([]);
  });

  test('see a cycle, and none where there is none', () => {
    const ring = {
      'src/a.ts': "import './b.ts';",
      'src/b.ts': "import type { C } from './c.ts';",
      'src/c.ts': "import './a.ts';",
    };
    expect(cycles(check(ring))).toEqual(['src/a.ts → src/b.ts → src/c.ts → src/a.ts']);
    expect(cycles(check({ ...ring, 'src/c.ts': '' }))).toEqual([]);
  });

  test('see barrels', () => {
    const files = {
      'src/a/index.ts': '',
      'src/b.ts': "export * from './c.ts';",
      'src/c.ts': 'export const c = 1;',
    };
    expect(barrels(check(files))).toEqual(['src/a/index.ts', 'src/b.ts']);
  });
});
