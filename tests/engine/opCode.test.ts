import { describe, expect, test } from 'vitest';
import { OPS, portName } from '../../src/engine';

describe.each(OPS.map((op) => [op.name, op] as const))('the code of %s', (_, op) => {
  const inputs = Array.from({ length: op.variadic ? 3 : op.ports.length }, (_unused, port) => `in_${portName(op, port)}`);
  const names = { inputs, output: 'out', shapes: inputs.map(() => [3, 3]), attributes: {}, upstream: 'above' };

  test('reads every input in the value, in NumPy and in torch', () => {
    for (const expression of [op.code.forward(names), op.code.torch(names)]) {
      for (const input of inputs) expect(expression).toMatch(new RegExp(`\\b${input}\\b`));
    }
  });

  test('passes on what comes from above, at every port', () => {
    for (const port of inputs.keys()) expect(op.code.backward(names, port)).toMatch(/\babove\b/);
  });

  test('defines each function under its own name, and calls no other', () => {
    const functions = op.code.functions ?? {};
    for (const [name, source] of Object.entries(functions)) expect(source.startsWith(`\ndef ${name}(`)).toBe(true);
    const sources = [op.code.forward(names), ...inputs.map((_unused, port) => op.code.backward(names, port)), ...Object.values(functions)].join('\n').replaceAll(/""".*"""/g, '');
    const called = [...sources.matchAll(/(?<![.\w])(?!def\b)([a-z_]\w*)\(/g)].map(([, name]) => name ?? '');
    expect(called.filter((name) => !(name in functions) && name !== 'len')).toEqual([]);
  });
});
