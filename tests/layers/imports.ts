import ts from 'typescript';

/** Source files by their path from the project's folder, with slashes. */
export type Sources = ReadonlyMap<string, string>;

/** What a file reaches for: another file of the project, or a package. */
export type Import = { readonly from: string } & ({ readonly file: string } | { readonly package: string });

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx'];

/** Every import of a file, of types too, dynamic ones, re-exports and workers started by their address. */
export function importsOf(file: string, sources: Sources): readonly Import[] {
  const known = read.get(sources) ?? new Map<string, readonly Import[]>();
  read.set(sources, known);
  const imports = known.get(file) ?? readImports(file, sources);
  known.set(file, imports);
  return imports;
}

/** What has been read already: a whole tree is asked for more than one thing. */
const read = new WeakMap<Sources, Map<string, readonly Import[]>>();

function readImports(file: string, sources: Sources): Import[] {
  return specifiersOf(file, sources.get(file) ?? '').map((specifier) => {
    const [path = ''] = specifier.split('?');
    if (!path.startsWith('.')) return { from: file, package: packageName(path) };
    const target = new URL(path, `file:///${file}`).pathname.slice(1);
    return { from: file, file: ENDINGS.map((ending) => target + ending).find((name) => sources.has(name)) ?? target };
  });
}

function specifiersOf(file: string, text: string): string[] {
  const found: string[] = [];
  const add = (node: ts.Node | undefined): void => {
    if (node && ts.isStringLiteralLike(node)) found.push(node.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    else if (ts.isNewExpression(node) && isAddressOfFile(node)) add(node.arguments?.[0]);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  return found;
}

/** `new URL('./worker.ts', import.meta.url)` */
function isAddressOfFile(node: ts.NewExpression): boolean {
  return node.expression.getText() === 'URL' && node.arguments?.[1]?.getText() === 'import.meta.url';
}

/** `@scope/name/deep/file` is a file of the package `@scope/name`. */
function packageName(specifier: string): string {
  return specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
