import { select, type EnterElement, type Selection } from 'd3';
import { formatCount, formatNumber } from '../../scene/format';
import { appendSvg, setAttribute, setAttributes } from '../parts/dom';
import { createReadOut } from '../parts/readOut';
import { createStage } from '../parts/stage';
import { createTooltip } from '../parts/tooltip';
import styles from './edgeNorms.module.css';
import { edgeNormsHeight, EdgeNormsView, edgeWords, ROW, type EdgeNormsData, type EdgeRow } from './edgeNormsView';
import { layOver } from './frames';
import { runColour } from './runLook';

export type { EdgeNormsData } from './edgeNormsView';

/** The chart inside its host. */
export interface EdgeNorms {
  update(data: EdgeNormsData): void;
  destroy(): void;
}

/** Half of a mark's width. */
const MARK = 4.5;

/**
 * The norm of what came back along every edge, in two runs: a row an edge, a disc for the one run and a diamond for the other, on
 * a common logarithmic scale. As wide as its host; its height follows from the number of edges.
 */
export function drawEdgeNorms(host: HTMLElement): EdgeNorms {
  const view = new EdgeNormsView();
  let data: EdgeNormsData | null = null;
  const stage = createStage(host, styles.chart, draw);
  const { root } = stage;
  setAttributes(root, { role: 'figure', 'aria-label': 'Gradients on the edges' });
  const svg = appendSvg(root, 'svg', styles.svg, { role: 'img' });
  const grid = select(appendSvg(svg, 'g', styles.grid));
  const labels = select(appendSvg(svg, 'g', styles.ticks));
  const title = appendSvg(svg, 'text', styles.title, { 'text-anchor': 'end' });
  title.textContent = 'gradient norm ‖·‖₂';
  const highlight = appendSvg(svg, 'rect', styles.highlight);
  const rows = select(appendSvg(svg, 'g', undefined));
  const readOut = createReadOut(root, styles.readOut, 'Gradient norm on edge', {
    range: () => (data === null || data.edges.length === 0 ? null : { min: 0, max: data.edges.length - 1, stride: 1, page: 4 }),
    start: () => 0,
    words: (index) => (data === null ? '' : edgeWords(data, index)),
    moved: () => stage.request(),
  });
  const tooltip = createTooltip(root);
  const toRow = (event: PointerEvent): void => {
    readOut.move(view.rowAt(event.clientY - root.getBoundingClientRect().top));
  };
  readOut.element.addEventListener('pointermove', toRow);
  readOut.element.addEventListener('pointerdown', toRow);
  readOut.element.addEventListener('pointerleave', () => readOut.move(null));

  function draw(width: number): void {
    if (data === null) return;
    view.settle(data, width);
    const { frame } = view;
    const [here, there] = data.runs;
    root.style.setProperty('--here', runColour(here.slot));
    root.style.setProperty('--there', runColour(there.slot));
    setAttribute(svg, 'aria-label', summary(data));
    grid
      .selectAll('line')
      .data(view.ticks)
      .join('line')
      .attr('x1', ({ at }) => Math.round(at) + 0.5)
      .attr('x2', ({ at }) => Math.round(at) + 0.5)
      .attr('y1', frame.top)
      .attr('y2', frame.bottom);
    labels
      .selectAll('text')
      .data(view.ticks)
      .join('text')
      .attr('x', ({ at }) => at)
      .attr('y', frame.bottom + 16)
      .text(({ label }) => label);
    setAttributes(title, { x: frame.right, y: frame.bottom + 32 });
    const row = rows.selectAll<SVGGElement, EdgeRow>('g').data(view.rows).join(newRow);
    row.attr('transform', ({ y }) => `translate(0 ${y})`);
    row.select('text').attr('x', frame.left - 12).text(({ name }) => name);
    row
      .select(`.${styles.note ?? ''}`)
      .attr('x', frame.right - 8)
      .text(({ note }) => note);
    row
      .select('line')
      .attr('x1', ({ here: from }) => from || 0)
      .attr('x2', ({ there: to }) => to || 0)
      .style('display', ({ here: from, there: to }) => (Number.isNaN(from + to) ? 'none' : null));
    row.select('path').attr('d', ({ there: at }) => (Number.isNaN(at) ? '' : diamond(at)));
    row
      .select('circle')
      .attr('cx', ({ here: at }) => at || 0)
      .style('display', ({ here: at }) => (Number.isNaN(at) ? 'none' : null));
    layOver(readOut.element, { ...frame, left: 0 });
    readOut.refresh();
    point(readOut.value, data);
  }

  /** Both norms of the row that is pointed at. */
  function point(index: number | null, { edges, runs: [here, there] }: EdgeNormsData): void {
    const [row, edge] = index === null ? [] : [view.rows[index], edges[index]];
    highlight.style.display = row === undefined ? 'none' : '';
    if (row === undefined || edge === undefined) {
      tooltip.hide();
      return;
    }
    setAttributes(highlight, { x: 0, y: row.y - ROW / 2, width: view.frame.right, height: ROW, rx: 4 });
    const at = Math.max(row.here || 0, row.there || 0, view.frame.left);
    tooltip.show(at, row.y - ROW / 2, [
      [row.name, ''],
      [here.name, formatNumber(edge.here)],
      [there.name, formatNumber(edge.there)],
    ]);
  }

  return {
    update(next) {
      data = next;
      root.style.height = `${edgeNormsHeight(next.edges.length)}px`;
      stage.request();
    },
    destroy: () => stage.destroy(),
  };
}

type Rows<Element extends SVGGElement | EnterElement> = Selection<Element, EdgeRow, SVGGElement, unknown>;

function newRow(enter: Rows<EnterElement>): Rows<SVGGElement> {
  const row = enter.append('g').attr('class', styles.row ?? '');
  row.append('text');
  row.append('line');
  row.append('path');
  row.append('circle').attr('r', MARK);
  row.append('text').attr('class', styles.note ?? '');
  return row;
}

function diamond(x: number): string {
  const half = MARK + 1.5;
  return `M${x - half} 0L${x} ${-half}L${x + half} 0L${x} ${half}Z`;
}

function summary({ edges, step, runs: [here, there] }: EdgeNormsData): string {
  return `Norms of the gradients on ${edges.length} edges at step ${formatCount(step)}, ${here.name} beside ${there.name}, logarithmic scale`;
}
