import { append, appendSvg, setAttribute } from '../parts/dom';
import styles from './lossLines.module.css';
import type { CurvePaths } from './lossCurve';
import type { ChartRun } from './lossData';
import { runColour, runDash } from './runLook';

/** The lines of one run, each drawn anew only when its path has changed. */
interface Lines {
  readonly group: SVGGElement;
  update(run: ChartRun, paths: CurvePaths): void;
}

/** The lines of all runs. */
export interface LossLines {
  update(runs: readonly ChartRun[], pathsOf: (run: ChartRun) => CurvePaths): void;
}

/** Draws the run at the front into one group, and the others into another behind it, which is left alone while it grows. */
export function drawLossLines(behind: SVGGElement, before: SVGGElement): LossLines {
  const drawn = new Map<number, Lines>();
  return {
    update(runs, pathsOf) {
      for (const [id, { group }] of drawn) {
        if (runs.some((run) => run.id === id)) continue;
        group.remove();
        drawn.delete(id);
      }
      for (const run of runs) {
        let lines = drawn.get(run.id);
        if (lines === undefined) {
          lines = createLines();
          drawn.set(run.id, lines);
        }
        const home = run.front ? before : behind;
        if (lines.group.parentNode !== home) home.append(lines.group);
        lines.update(run, pathsOf(run));
      }
    },
  };
}

function createLines(): Lines {
  const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  const band = appendSvg(group, 'path', styles.band);
  const test = appendSvg(group, 'path', styles.test);
  const markers = appendSvg(group, 'path', styles.markers);
  const line = appendSvg(group, 'path', styles.line);
  let shownSlot = -1;
  const shown = new Map<SVGPathElement, string>();
  const write = (path: SVGPathElement, data: string): void => {
    if (shown.get(path) === data) return;
    shown.set(path, data);
    path.setAttribute('d', data);
    if (path === band) band.classList.toggle(styles.bandLine ?? '', !data.includes('Z'));
  };
  return {
    group,
    update({ slot, front }, paths) {
      // Written only if it differs, or the browser would paint all of it again.
      setAttribute(group, 'class', `${styles.run ?? ''} ${front ? (styles.front ?? '') : ''}`);
      if (slot !== shownSlot) {
        shownSlot = slot;
        group.style.setProperty('--run', runColour(slot));
        line.setAttribute('stroke-dasharray', runDash(slot));
      }
      write(band, paths.band);
      write(line, paths.line);
      write(test, paths.test);
      write(markers, paths.markers);
    },
  };
}

/** A short piece of a run's line, as the read-out shows beside its name. */
export function appendSwatch(parent: Element, slot: number): void {
  const svg = appendSvg(parent, 'svg', styles.swatch, { viewBox: '0 0 26 8', width: 26, height: 8, 'aria-hidden': 'true' });
  svg.style.setProperty('--run', runColour(slot));
  appendSvg(svg, 'path', undefined, { d: 'M1 4H25', 'stroke-dasharray': runDash(slot) });
}

/** An empty cell of a grid. */
export function appendCell(parent: Element, className: string | undefined, text: string): HTMLElement {
  const cell = append(parent, 'span', className);
  cell.textContent = text;
  return cell;
}
