import type { Locator } from '@playwright/test';
import { isLeaf, type Graph } from '../../src/engine';
import { formatName } from '../../src/scene/format';
import { expect } from './fixture';
import { pressByKey } from './tabTo';

/** Takes every node that cannot be first, then begins anew and takes all of them in an order that works. */
export async function answerOrder(frame: Locator, { nodes }: Graph): Promise<void> {
  const status = frame.getByRole('status');
  const taken = frame.getByRole('list', { name: 'Order so far' }).getByRole('listitem');
  const free = (id: string): Locator => frame.getByRole('group', { name: 'Nodes without a place' }).getByRole('button', { name: formatName(id), exact: true });

  for (const node of nodes) {
    if (isLeaf(node)) continue;
    await pressByKey(free(node.id));
    await expect(status).toContainText(`✗ ${formatName(node.id)} reads `);
    for (const input of node.inputs) await expect(status).toContainText(formatName(input));
    await expect(status).toContainText(/, which (has|have) no place in the order yet\.$/);
    await expect(taken).toHaveCount(0);
  }
  await pressByKey(free(nodes.find(isLeaf)?.id ?? ''));
  await expect(taken).toHaveCount(1);
  await pressByKey(frame.getByRole('button', { name: 'Begin again' }));
  await expect(taken).toHaveCount(0);

  const order: string[] = [];
  while (order.length < nodes.length) {
    // From the end of the list, so that it is another order than the one that was shown.
    const next = nodes.findLast((node) => !order.includes(node.id) && (isLeaf(node) || node.inputs.every((input) => order.includes(input))));
    if (next === undefined) throw new Error('the graph has a cycle');
    await pressByKey(free(next.id));
    order.push(next.id);
    await expect(taken).toHaveText(order.map(formatName));
  }
  await expect(status).toHaveText('✓ In this order every node finds what it reads already computed.');
}
