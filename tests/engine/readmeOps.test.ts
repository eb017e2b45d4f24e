import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { OPS } from '../../src/engine';

test('README lists every op as it is declared', () => {
  const readme = readFileSync('README.md', 'utf8');
  const listed = /<!-- ops -->\n([^]*?)<!-- \/ops -->/.exec(readme)?.[1];
  const rows = OPS.map(({ name, ports, variadic, doc }) => {
    const reads = variadic ? 'any number of inputs' : ports.join(', ');
    return `| \`${name}\` | ${reads} | ${doc} |`;
  });
  expect(listed).toBe(['| op | reads | what it is |', '|---|---|---|', ...rows, ''].join('\n'));
});
