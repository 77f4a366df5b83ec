import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** Source files by their paths from the root of the project. */
export type Sources = ReadonlyMap<string, string>;

/** A file and what it imports of the project's own files, types and `import()` included. */
export interface Module {
  readonly path: string;
  readonly imports: readonly string[];
  /** Files whose exports it passes on. */
  readonly passesOn: readonly string[];
}

/** The TypeScript files below a folder of the project at `root`. */
export const readSources = (root: string, folder: string): Sources =>
  new Map(
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
      .sort()
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );

const specifiers = (file: ts.SourceFile): { readonly name: string; readonly passesOn: boolean }[] => {
  const found: { name: string; passesOn: boolean }[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier)
      found.push({
        name: (node.moduleSpecifier as ts.StringLiteral).text,
        passesOn: ts.isExportDeclaration(node),
      });
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      found.push({ name: (node.argument.literal as ts.StringLiteral).text, passesOn: false });
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      found.push({ name: (node.arguments[0] as ts.StringLiteral).text, passesOn: false });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
};

/** What each file imports of the others. */
export const modules = (sources: Sources): readonly Module[] =>
  [...sources].map(([path, text]) => {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    const own = specifiers(file)
      .filter(({ name }) => name.startsWith('.'))
      .map(({ name, passesOn }) => ({ to: join(dirname(path), name), passesOn }));
    return {
      path,
      imports: own.map(({ to }) => to),
      passesOn: own.filter(({ passesOn }) => passesOn).map(({ to }) => to),
    };
  });

const RELATIVE = /(['"`])((?:\.\.\/)+[^'"`\n]*)\1/g;

/** What files name by a path that leads out of the project. */
export const pathsOutside = (sources: Sources): readonly string[] =>
  [...sources].flatMap(([path, text]) =>
    [...text.matchAll(RELATIVE)]
      .map(([, , to = '']) => to)
      .filter((to) => join(dirname(path), to).startsWith('..'))
      .map((to) => `${path} → ${to}`),
  );

/** The part of the architecture a file is in: `src/rest/read.ts` is in `rest`, `src/app.ts` is `app.ts`. */
const part = (path: string): string => path.split('/')[1] ?? '';

/** Imports from one part of `src` into another that the table does not allow, and parts it does not name. */
export const forbiddenImports = (
  all: readonly Module[],
  allowed: Readonly<Record<string, readonly string[]>>,
): readonly string[] =>
  all.flatMap(({ path, imports }) => {
    const from = part(path);
    const known = allowed[from];
    if (known === undefined) return [`${path}: “${from}” has no row in the table`];
    return imports
      .filter((to) => to.startsWith('src/'))
      .filter((to) => part(to) !== from && !known.includes(part(to)))
      .map((to) => `${path} → ${to}`);
  });

/** Each ring of imports once, as the files on it. */
export const cycles = (all: readonly Module[]): readonly string[] => {
  const byPath = new Map(all.map((one) => [one.path, one]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) {
      found.push([...way.slice(at), path].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of byPath.get(path)?.imports ?? []) visit(next, [...way, path]);
    done.add(path);
  };
  for (const { path } of all) visit(path, []);
  return found;
};

/** Files that pass on what other files export. */
export const barrels = (all: readonly Module[]): readonly string[] =>
  all
    .filter(({ path, passesOn }) => passesOn.length > 0 || /(^|\/)index\.ts$/.test(path))
    .map(({ path }) => path);
