import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import * as engine from '../../src/engine';
import { relativeDifference } from './closeness';
import { asTensor, golden } from './golden';

const sample = /```ts\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))?.[1] ?? '';
const { case2 } = golden.lesson;

describe('the first code sample of the README', () => {
  test('has at most 15 lines', () => {
    const lines = sample.trimEnd().split('\n').length;
    expect(lines).toBeGreaterThan(5);
    expect(lines).toBeLessThanOrEqual(15);
  });

  test('passes the type check', () => {
    expect(faultsOf(sample)).toEqual([]);
    expect(faultsOf(`${sample}\nprogram.forward('twice');`)).toEqual(['Expected 0 arguments, but got 1.']);
  }, 60_000);

  test("builds, runs and differentiates the lesson's network of two layers", () => {
    const [cost, ...gradient] = printedBy(sample);
    expect(relativeDifference(cost ?? NaN, case2.cost)).toBeLessThanOrEqual(1e-15);
    const wanted = [...asTensor(case2.grads['W1'] ?? NaN).data];
    expect(gradient).toHaveLength(2);
    wanted.forEach((x, cell) => {
      expect(relativeDifference(gradient[cell] ?? NaN, x)).toBeLessThanOrEqual(1e-13);
    });
  });

  test('says in its comments what it prints, to all the digits that it gives', () => {
    const comments = sample.split('\n').map((line) => line.split('//')[1] ?? '');
    const said = comments.flatMap((comment) => comment.match(/-?\d+\.\d+/g) ?? []);
    expect(said).toHaveLength(3);
    printedBy(sample).forEach((x, place) => {
      expect(relativeDifference(x, Number(said[place]))).toBeLessThanOrEqual(1e-14);
    });
  });
});

/** Runs the sample as it stands, its import resolved to the engine, and gives the numbers that it logs. */
function printedBy(source: string): number[] {
  const { outputText } = ts.transpileModule(source, { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } });
  const numbers: number[] = [];
  const require = (name: string): typeof engine => {
    if (name !== './src/engine') throw new Error(`the sample imports ${name}`);
    return engine;
  };
  const run = compileFunction(outputText, ['require', 'exports', 'console']) as (...args: unknown[]) => void;
  const log = (...logged: (number | Float64Array)[]): void => {
    for (const one of logged) numbers.push(...(typeof one === 'number' ? [one] : one));
  };
  run(require, {}, { log });
  return numbers;
}

/** The complaints of the type checker about a file of that text beside the README, under the project's own options. */
function faultsOf(source: string): string[] {
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
