import ts from 'typescript';
import type { Sources } from './imports';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  noEmit: true,
};

/**
 * What does not compile where there is the language and nothing else: no DOM, no Node, no packages.
 * That catches every global of a browser, `window` as much as `performance` or `console`.
 */
export function beyondTheLanguage(sources: Sources): string[] {
  const standard = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...standard,
    getCurrentDirectory: () => '/',
    fileExists: (name) => sources.has(name.slice(1)),
    directoryExists: () => true,
    getDirectories: () => [],
    readFile: (name) => sources.get(name.slice(1)),
    getSourceFile: (name, version) => {
      const text = sources.get(name.slice(1));
      return text === undefined ? standard.getSourceFile(name, version) : ts.createSourceFile(name, text, version);
    },
  };
  const program = ts.createProgram([...sources.keys()].map((file) => `/${file}`), options, host);
  return ts.getPreEmitDiagnostics(program).map((found) => {
    const place = found.file && found.start !== undefined ? found.file.getLineAndCharacterOfPosition(found.start).line + 1 : 0;
    return `${found.file?.fileName.slice(1) ?? ''}:${place} ${ts.flattenDiagnosticMessageText(found.messageText, ' ')}`;
  });
}
