import { formatCount, formatNumber } from '../../scene/format';
import { columnDots } from './columnDots';
import { drawCurveChart, type Chart, type CurvePicture } from './curveChart';
import { bandPath } from './lossPaths';
import { valueAt } from './descentReadings';
import { DescentView, isLogarithmic, type DescentCurveData } from './descentView';

export type { DescentCurveData } from './descentView';

/** The curve of a descent inside its host. */
export type DescentCurve = Chart<DescentCurveData>;

/** So many pixels down along so many to the right are steep. */
const STEEP = { along: 40, fall: 12 };

/**
 * The value of a function at each iteration of a gradient descent, live, from iteration 0: a line, with a dot for each
 * iteration where there is room, and a value under the pointer and by keyboard. It fills its host.
 */
export function drawDescentCurve(host: HTMLElement): DescentCurve {
  const view = new DescentView();
  return drawCurveChart<DescentCurveData>(host, {
    name: (data) => `${data?.name ?? 'f'} over the iterations`,
    readOut: (data) => `${data?.name ?? 'f'} at iteration`,
    empty: 'Press Descend: the value after every iteration appears here.',
    small: true,
    settle(data, width, height): CurvePicture {
      const axes = view.settle(data, width, height);
      const { columns, note, x, y } = view;
      const { stoppedAt } = data;
      return {
        axes,
        band: '',
        line: bandPath(columns, x, y),
        dots: columnDots(columns, x, y),
        note,
        last: lastOf(view, data),
        stop: stoppedAt && { ...stoppedAt, x: x(stoppedAt.iteration) },
      };
    },
    place(iteration, data) {
      const value = valueAt(data, iteration);
      return { x: view.x(iteration), y: Number.isFinite(value) ? view.y(value) : NaN };
    },
    nearest: (pixel) => view.nearest(pixel),
    range({ count }) {
      if (count === 0) return null;
      const stride = Math.max(1, Math.round(count / Math.max(1, view.x(count) - view.x(0))));
      return { min: 0, max: count - 1, stride, page: 10 * stride };
    },
    lines: (iteration, data) => [
      ['iteration', formatCount(iteration)],
      [data.name, figureOf(data, valueAt(data, iteration))],
    ],
    words: (iteration, data) => `iteration ${formatCount(iteration)}: ${data.name} ${figureOf(data, valueAt(data, iteration))}`,
    summary: descentSummary,
  });
}

/** The end of the line, with its value. The curve counts as steep if it falls so far along the value's own width. */
function lastOf(view: DescentView, data: DescentCurveData): CurvePicture['last'] {
  const { lastStep } = view.readings;
  const value = valueAt(data, lastStep);
  if (!Number.isFinite(value)) return null;
  const [x, y] = [view.x(lastStep), view.y(value)];
  const before = valueAt(data, view.nearest(x - STEEP.along) ?? lastStep);
  return { x, y, text: figureOf(data, value), falls: y - view.y(before) > STEEP.fall };
}

/** The whole curve in a sentence or two. */
export function descentSummary(data: DescentCurveData): string {
  const { name, count, stoppedAt } = data;
  if (count === 0) return `${name} over the iterations: empty, the descent has not begun`;
  const [first, last] = [valueAt(data, 0), valueAt(data, count - 1)];
  const scale = isLogarithmic(data) ? 'logarithmic scale' : 'linear scale';
  const stopped = stoppedAt === null ? '' : `, ${stoppedAt.words}`;
  return `${name} over the iterations: from ${figureOf(data, first)} to ${figureOf(data, last)} at iteration ${formatCount(count - 1)}, ${scale}${stopped}`;
}

function figureOf({ format = formatNumber }: DescentCurveData, value: number): string {
  return format(value);
}
