import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';

/** The code samples of the README, in their order. */
export function readmeSamples(): string[] {
  return Array.from(readFileSync('README.md', 'utf8').matchAll(/```ts\n([\s\S]*?)```/g), ([, code = '']) => code);
}

/** Runs a sample as it stands, its imports resolved to `modules`, and gives the numbers that it logs. */
export function printedBy(source: string, modules: ReadonlyMap<string, unknown>): number[] {
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const numbers: number[] = [];
  const require = (name: string): unknown => {
    if (!modules.has(name)) throw new Error(`the sample imports ${name}`);
    return modules.get(name);
  };
  const run = compileFunction(outputText, ['require', 'exports', 'console']) as (...args: unknown[]) => void;
  const log = (...logged: unknown[]): void => {
    for (const one of logged) {
      if (typeof one === 'number') numbers.push(one);
      if (one instanceof Float64Array) numbers.push(...one);
    }
  };
  run(require, {}, { log });
  return numbers;
}

/** The complaints of the type checker about a file of that text beside the README, under the project's own options. */
export function faultsOf(source: string): string[] {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', (file) => ts.sys.readFile(file)).config, ts.sys, '.');
  const file = path.resolve('readme-sample.ts');
  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (name) => name === file || disk.fileExists(name),
    getSourceFile: (name, ...rest) => (name === file ? ts.createSourceFile(name, source, ts.ScriptTarget.ES2022) : disk.getSourceFile(name, ...rest)),
  };
  const program = ts.createProgram([file], options, host);
  const parsed = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(parsed), ...program.getSemanticDiagnostics(parsed)].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
