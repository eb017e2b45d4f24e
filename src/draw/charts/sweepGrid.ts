import { select, type BaseType, type EnterElement, type Selection } from 'd3';
import { formatCount } from '../../scene/format';
import { append } from '../parts/dom';
import styles from './sweepGrid.module.css';
import { sweepArrows, sweepDomain, sweepPath, sweepTicks, type SweepCurve } from './sweepView';

/** One cell of a sweep that is done. */
export interface SweepGridCell extends SweepCurve {
  /** Its loss in the end, as a figure; what became of it, if it has none. */
  readonly figure: string;
  /** Whether its numbers have become infinite, or are on their way there. */
  readonly diverged: boolean;
  /** The cell in words, for its button. */
  readonly words: string;
}

/** What the grid shows: a row a batch size, a column a learning rate. */
export interface SweepGridData {
  readonly learningRates: readonly string[];
  readonly batchSizes: readonly string[];
  /** Row by row; undefined where nothing has come of it yet. */
  readonly cells: readonly (SweepGridCell | undefined)[];
  /** How many epochs were asked for. */
  readonly epochs: number;
  /** The place of the best cell. */
  readonly best: number | undefined;
  /** The place of the cell that is being trained, and how many steps it has taken. */
  readonly running: number | undefined;
  readonly runningSteps: number;
}

/** What the grid tells its owner. */
export interface SweepGridCallbacks {
  /** A cell was clicked, tapped or taken with Enter. */
  readonly open: (index: number) => void;
}

/** The grid inside its host. */
export interface SweepGrid {
  update(data: SweepGridData): void;
  destroy(): void;
}

/** The plot's own units: it is stretched to the cell, its strokes are not. */
const SIZE = { width: 120, height: 72 } as const;

interface Drawn {
  readonly index: number;
  readonly cell: SweepGridCell | undefined;
  readonly path: string;
  readonly state: 'best' | 'diverged' | 'done' | 'running' | 'waiting';
}

/**
 * The curves of a sweep as small multiples, all on the same logarithmic axis: a row for each batch size, a column for each learning rate,
 * each cell a button. As wide as its host; beyond what fits it scrolls.
 */
export function drawSweepGrid(host: HTMLElement, { open }: SweepGridCallbacks): SweepGrid {
  const root = append(host, 'div', styles.grid, { role: 'group', 'aria-label': 'Loss curves of the sweep' });
  const top = append(root, 'div', styles.row);
  const corner = append(top, 'div', styles.corner, { 'aria-hidden': 'true' });
  append(corner, 'span', undefined).textContent = 'rate →';
  append(corner, 'span', undefined).textContent = 'batch ↓';
  const heads = select(append(top, 'div', styles.cells, { 'aria-hidden': 'true' }));
  const body = select(append(root, 'div', styles.body));

  return {
    update(data) {
      const { learningRates, batchSizes, cells, epochs } = data;
      const done = cells.filter((cell) => cell !== undefined);
      const calm = done.filter(({ diverged }) => !diverged);
      const domain = sweepDomain(calm.length === 0 ? done : calm);
      const ticks = sweepTicks(domain, SIZE);
      root.style.setProperty('--columns', String(learningRates.length));
      heads
        .selectAll('span')
        .data(learningRates)
        .join('span')
        .attr('class', styles.head ?? '')
        .text((rate) => rate);
      const row = body.selectAll<HTMLDivElement, string>('div.row').data(batchSizes).join(newRow);
      row.select(`.${styles.size ?? ''}`).text((size) => size);
      row
        .select(`.${styles.ticks ?? ''}`)
        .selectAll('span')
        .data(done.length > 0 ? ticks : [])
        .join('span')
        .style('top', ({ at }) => `${(at / SIZE.height) * 100}%`)
        .text(({ label }) => label);
      const cell = row
        .select(`.${styles.cells ?? ''}`)
        .selectAll<HTMLButtonElement, Drawn>('button')
        .data((_, rowIndex) =>
          learningRates.map((__, column): Drawn => {
            const index = rowIndex * learningRates.length + column;
            const one = cells[index];
            return { index, cell: one, path: one === undefined ? '' : sweepPath(one, domain, epochs, SIZE), state: stateOf(data, index) };
          }),
        )
        .join(newCell);
      cell
        .property('disabled', ({ cell: one }) => one === undefined)
        .attr('data-state', ({ state }) => state)
        .attr('aria-label', ({ cell: one, index, state }) =>
          one === undefined
            ? `Learning rate ${learningRates[index % learningRates.length] ?? ''}, batch size ${batchSizes[Math.floor(index / learningRates.length)] ?? ''}: ${state}`
            : one.words,
        );
      cell.select('path').attr('d', ({ path }) => path);
      cell.select(`.${styles.arrow ?? ''}`).attr('d', ({ cell: one }) => (one === undefined ? '' : sweepArrows(one, domain, epochs, SIZE)));
      cell
        .select('g')
        .selectAll('line')
        .data(ticks)
        .join('line')
        .attr('x1', 0)
        .attr('x2', SIZE.width)
        .attr('y1', ({ at }) => at)
        .attr('y2', ({ at }) => at);
      cell.select(`.${styles.figure ?? ''}`).text(({ cell: one, state }) => one?.figure ?? (state === 'running' ? (data.runningSteps === 0 ? 'training …' : `step ${formatCount(data.runningSteps)}`) : ''));
    },
    destroy() {
      root.remove();
    },
  };

  function newCell(enter: Selection<EnterElement, Drawn, BaseType, string>): Selection<HTMLButtonElement, Drawn, BaseType, string> {
    const button = enter.append('button').attr('type', 'button').attr('class', styles.cell ?? '');
    button.on('click', (_: unknown, { index }) => open(index));
    const svg = button
      .append('svg')
      .attr('viewBox', `0 0 ${SIZE.width} ${SIZE.height}`)
      .attr('preserveAspectRatio', 'none')
      .attr('aria-hidden', 'true');
    svg.append('g');
    svg.append('path');
    svg.append('path').attr('class', styles.arrow ?? '');
    button.append('span').attr('class', styles.figure ?? '');
    return button;
  }
}

function newRow(enter: Selection<EnterElement, string, HTMLDivElement, unknown>): Selection<HTMLDivElement, string, HTMLDivElement, unknown> {
  const row = enter.append('div').attr('class', `row ${styles.row ?? ''}`);
  const side = row.append('div').attr('class', styles.side ?? '').attr('aria-hidden', 'true');
  side.append('span').attr('class', styles.size ?? '');
  side.append('div').attr('class', styles.ticks ?? '');
  row.append('div').attr('class', styles.cells ?? '');
  return row;
}

function stateOf({ cells, best, running }: SweepGridData, index: number): Drawn['state'] {
  const cell = cells[index];
  if (cell !== undefined) return cell.diverged ? 'diverged' : index === best ? 'best' : 'done';
  return index === running ? 'running' : 'waiting';
}
