import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/engine';
import { parseExpression } from '../../src/expression/parseExpression';
import { arbitraryText, evaluated } from './arbitraryText';

const PIECES = [
  '(', ')', '((', '))', '[', ']', '{', '}', ',', ';', '\n', '\r\n', '=', '==', '+', '-', '*', '/', '^', '**', '.', '..', '!', '%', "'", '"', '`', '\\', '#', '?', ':', '|', '&', '~', '<', '@',
  'x', 'y', 'q', 'f', 'v1', 'e', 'pi', 'i', 'w₀', '__proto__', 'constructor', 'hasOwnProperty', 'toString', 'import', 'eval', 'this', 'globalThis', 'Function',
  'exp', 'log', 'max', 'add', 'sigmoid', 'sigmod', 'f(x) = x', 'exp = 2', 'q = ', 'x = 3', 'import("fs")', 'a.constructor("return 1")()', 'cos.constructor', '[1, 2; 3]', '{a: 1}.a', '2 cm to inch', 'mod', 'in', 'true', 'NaN',
  '0', '1', '-2', '.5', '1e5', '1e999', '2e', '0x', '0b1', '1e-400', '٣', '½', '²', '⁻¹', '√', '×', '÷', '−', '∞', 'π', 'ß', '𝐱', '😀', '\u0000', '\u001b', '\u200b', '\u202e', '\ufeff', '\u00a0', '\u2028', '\ud835', '\udc00', ' ', '\t',
] as const;

const soup = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 40 }).map((parts) => parts.join(''));

/** A text that can be read, with a piece cut out, put in, or repeated. */
const mutated = fc
  .tuple(arbitraryText('any', 5), fc.array(fc.tuple(fc.nat(), fc.nat(4), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 3 }))
  .map(([text, edits]) =>
    edits.reduce((all, [place, length, piece]) => {
      const at = place % (all.length + 1);
      return all.slice(0, at) + piece + all.slice(at + length);
    }, text),
  );

const long = fc
  .tuple(fc.constantFrom(...PIECES), fc.constantFrom('', ' ', '+', '(', '\n', 'x'), fc.constantFrom(50, 101, 2_000, 9_000, 25_000))
  .map(([piece, between, count]) => new Array<string>(Math.min(count, Math.floor(50_100 / (piece.length + between.length)))).fill(piece + between).join(''));

let slowest = { milliseconds: 0, text: '' };

/** Milliseconds of this process's own work: others may be using the machine. */
function work(action: () => void): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function check(text: string): void {
  let parsed = parseExpression('x');
  const milliseconds = work(() => (parsed = parseExpression(text)));
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, text: `${text.slice(0, 40)} (${text.length} characters)` };
  if (parsed.problem === undefined) {
    const { graph, inputs, spans, lines } = parsed.expression;
    const program = compile(graph);
    for (const id of inputs) program.feed(id, 0.5);
    program.forward();
    program.backward();
    for (const { start, end } of [...spans.values(), ...lines.map(({ span }) => span)]) {
      expect(0 <= start && start < end && end <= text.length).toBe(true);
    }
    expect(spans.size).toBe(graph.nodes.filter((node) => !('role' in node && node.role === 'constant')).length);
    return;
  }
  const { span, message } = parsed.problem;
  expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
  expect(span.start < span.end || text === '').toBe(true);
  expect(message).toMatch(/^["\p{L}_$√\d.].*[.?]$/u);
  expect(message.length).toBeLessThan(200);
  expect(message).not.toMatch(/expected|undefined(?! is no)/);
}

/** Everything that a text could have changed. */
function world(): unknown {
  const names = (value: object): string[] => Reflect.ownKeys(value).map(String).sort();
  return [globalThis, Object.prototype, Array.prototype, Function.prototype, Map.prototype, Math].map(names);
}

describe('parseExpression of whatever is typed', () => {
  test('gives a graph or a sentence, at once, and executes nothing', () => {
    const before = world();
    fc.assert(fc.property(soup, check), { numRuns: 2_600 });
    fc.assert(fc.property(mutated, check), { numRuns: 2_300 });
    fc.assert(fc.property(long, check), { numRuns: 100, endOnFailure: true });
    expect(world()).toEqual(before);
    expect(evaluated('1 + 2*3', new Map())).toBe(7);
    expect(slowest.milliseconds, slowest.text).toBeLessThan(200);
  }, 60_000);
});
