import type { DrawnCircuit } from './drawn';
import type { Layers } from './layers';

/**
 * The nodes of every layer from top to bottom as they are met when one goes back from the output depth first, by the
 * earlier port first. A tree has no crossings then, and what is read at the first port stands on top.
 */
export function firstOrderOf({ symbols, links, output }: DrawnCircuit, { layer, layerCount, ways, result }: Layers): number[][] {
  const orders = Array.from({ length: layerCount }, (): number[] => []);
  const met = new Uint8Array(layer.length);
  const meet = (node: number): boolean => {
    if (met[node] === 1) return false;
    met[node] = 1;
    orders[layer[node] ?? 0]?.push(node);
    return true;
  };
  const into = symbols.map((): number[] => []);
  links.forEach(({ to }, link) => into[to]?.push(link));
  const read = new Uint8Array(symbols.length);
  for (const { from } of links) read[from] = 1;
  const ends = symbols.flatMap((_, box) => (read[box] === 1 || box === output ? [] : [box]));

  meet(result);
  // The last of the stack is met next: so what comes first is pushed last.
  const stack: { readonly box: number; readonly link: number }[] = [output, ...ends].map((box) => ({ box, link: -1 })).reverse();
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const way = ways[top.link] ?? [];
    for (const node of way.slice(1, -1).reverse()) meet(node);
    if (!meet(top.box)) continue;
    for (const link of (into[top.box] ?? []).toReversed()) stack.push({ box: links[link]?.from ?? 0, link });
  }
  return orders;
}
