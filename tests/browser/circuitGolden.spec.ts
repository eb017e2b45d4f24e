import { readFileSync } from 'node:fs';
import { CircuitPage } from './circuitPage';
import { expect, test } from './fixture';
import { readNumber } from './page';

type Argument = string | number;

interface ScalarGraph {
  readonly name: string;
  readonly inputs: Readonly<Record<string, number>>;
  readonly expr: string;
  readonly ops: readonly (readonly [id: string, op: string, a: Argument, b?: Argument])[];
  readonly out: string;
  readonly value: number;
  readonly grads: Readonly<Record<string, number>>;
  readonly op_values: Readonly<Record<string, number>>;
  readonly op_grads: Readonly<Record<string, number>>;
}

const golden = JSON.parse(readFileSync('tests/golden/golden.json', 'utf8')) as { scalar_graphs: { graphs: readonly ScalarGraph[] } };

const SIGNS: Readonly<Record<string, string>> = { add: '+', sub: '-', mul: '*', div: '/' };

/** One line for each operation, as a reader would type it. */
function lines({ ops }: ScalarGraph): string {
  return ops
    .map(([id, op, a, b]) => {
      const sign = SIGNS[op];
      return `${id} = ${sign === undefined ? `${op}(${[a, b].filter((argument) => argument !== undefined).join(', ')})` : `${a} ${sign} ${b ?? ''}`}`;
    })
    .join('\n');
}

/** To twelve digits; a golden 0 has to be 0. */
function expectClose(found: number, wanted: number, what: string): void {
  expect(Math.abs(found - wanted), `${what}: ${found} instead of ${wanted}`).toBeLessThanOrEqual(1e-12 * Math.abs(wanted));
}

test.describe('expressions with known values and gradients, typed into the box', () => {
  for (const graph of golden.scalar_graphs.graphs) {
    test(`${graph.name}: every value and every gradient, as torch has them`, async ({ page }) => {
      const circuit = new CircuitPage(page);
      await circuit.open();
      await circuit.button('All digits').click();

      await circuit.typeExpression(`out = ${graph.expr}`);
      for (const [input, value] of Object.entries(graph.inputs)) await circuit.setValue(input, value);
      expectClose((await circuit.numbersOf('out')).value, graph.value, 'the value');
      for (const [input, gradient] of Object.entries(graph.grads)) {
        expectClose((await circuit.numbersOf(input)).gradient, gradient, `the gradient of ${input}`);
        expectClose(readNumber((await circuit.cells(input)).backprop), gradient, `the gradient of ${input} in the table`);
      }

      // Names decide which operations are shared: every line computes what torch computed at that place.
      await circuit.typeExpression(lines(graph));
      for (const [id, value] of Object.entries(graph.op_values)) {
        const found = await circuit.numbersOf(id);
        expectClose(found.value, value, id);
        const gradient = graph.op_grads[id];
        if (gradient !== undefined) expectClose(found.gradient, gradient, `the gradient of ${id}`);
      }
    });
  }
});
