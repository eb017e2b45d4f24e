import { formatShape, type Recording, type Tensor } from '../engine';
import { behindOperator, formatNumber, texNumber } from './format';
import { quoteOf, type QuotedPart } from './reading';
import { indexOf } from './recording/recordingIndex';

const PARTS: Readonly<Record<string, QuotedPart>> = { val: 'value', tr: 'value', grad: 'gradient', after: 'after' };

/**
 * A formula with its quotations filled in from an iteration: `\val{f}` a node's value, `\val{X[0,1]}` one cell, `\grad{W}` a
 * gradient, `\tr{X}` a value transposed, `\after{w}` a parameter after the update, `\shape{X}` a shape, `\lr` the learning rate.
 * A negative number behind an operator gets brackets.
 *
 * @throws Error naming the quotation that cannot be filled in
 */
export function withQuotes(tex: string, recording: Recording): string {
  return tex
    .replace(/\\lr(?![A-Za-z])/g, () => texNumber(learningRateOf(recording)))
    .replace(/\\shape\{([^}]*)\}/g, (_, of: string) => formatShape(quoteOf(recording, 'value', of).shape).replaceAll('×', '\\times'))
    .replace(/\\(val|grad|tr|after)\{([^}]*)\}/g, (_, macro: string, of: string, at: number, whole: string) => {
      const quote = quoteOf(recording, PARTS[macro] ?? 'value', of);
      return texTensor(macro === 'tr' ? transposed(quote) : quote, needsBrackets(whole.slice(0, at)));
    });
}

/** Whether what stands before a number makes a sign of its own unreadable: an operator, or a number or name that it is multiplied with. */
function needsBrackets(before: string): boolean {
  return /(?:[+\-*]|\\cdot|\\times)\s*(?:\\,)?\s*$/.test(before);
}

function texTensor({ shape, data }: Tensor, brackets: boolean): string {
  if (shape.length === 0) {
    const number = texNumber(data[0] ?? NaN);
    return brackets ? behindOperator(number) : number;
  }
  const columns = shape.at(-1) ?? 1;
  const rows = Array.from({ length: data.length / columns }, (_, row) =>
    Array.from(data.subarray(row * columns, (row + 1) * columns), (value) => texNumber(value)).join(' & '),
  );
  return `\\begin{bmatrix} ${rows.join(' \\\\ ')} \\end{bmatrix}`;
}

function transposed({ shape: [rows = 1, columns = 1], data }: Tensor): Tensor {
  return { shape: [columns, rows], data: data.map((_, at) => data[(at % rows) * columns + Math.floor(at / rows)] ?? NaN) };
}

function learningRateOf(recording: Recording): number {
  const [rate] = indexOf(recording).learningRates.values();
  if (rate === undefined) throw new Error('\\lr: nothing is updated in this iteration');
  return rate;
}

/** A quotation in running text: `−4`, `[18, 21]`, `[[1, 2], [3, 4]]`. */
export function quotedText(recording: Recording, part: QuotedPart, of: string, { times = 1, digits = 4 }: { readonly times?: number; readonly digits?: number } = {}): string {
  const { shape, data } = quoteOf(recording, part, of);
  const texts = Array.from(data, (value) => formatNumber(value * times, digits));
  const nested = [...shape].reverse().reduce<string[]>((parts, length) => grouped(parts, length).map((group) => `[${group.join(', ')}]`), texts);
  return nested.join(', ');
}

function grouped(parts: readonly string[], length: number): string[][] {
  return Array.from({ length: parts.length / length }, (_, group) => parts.slice(group * length, (group + 1) * length));
}
