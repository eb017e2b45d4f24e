import { formatCount, formatNumber } from '../../scene/format';
import { drawCurveChart, type Chart, type CurvePicture } from './curveChart';
import { DistanceView, type DistanceData } from './distanceView';
import { tenths } from './lossPaths';

export type { DistanceData } from './distanceView';

/** Dots need so many pixels from one to the next. */
const DOT_SPACING = 9;

/** How far two runs are apart, as a line over their steps, with each value under the pointer and by keyboard. It fills its host. */
export function drawDistanceCurve(host: HTMLElement): Chart<DistanceData> {
  const view = new DistanceView();
  return drawCurveChart<DistanceData>(host, {
    name: () => 'Distance of the parameters',
    readOut: () => 'Distance at step',
    empty: '',
    small: true,
    settle(data, width, height): CurvePicture {
      const axes = view.settle(data, width, height);
      const last = data.distances[data.distances.length - 1] ?? NaN;
      const step = data.steps[data.steps.length - 1] ?? NaN;
      return {
        axes,
        band: '',
        line: linePath(view, data),
        dots: dotPath(view, data),
        note: view.note,
        last: view.shows(last) ? { x: view.x(step), y: view.y(last), text: formatNumber(last) } : null,
        stop: null,
      };
    },
    place(index, { steps, distances }) {
      const distance = distances[index] ?? NaN;
      return { x: view.x(steps[index] ?? NaN), y: view.shows(distance) ? view.y(distance) : NaN };
    },
    nearest: (pixel) => view.nearest(pixel),
    range: ({ steps }) => (steps.length === 0 ? null : { min: 0, max: steps.length - 1, stride: 1, page: 10 }),
    lines: (index, { steps, distances, between }) => [
      ['before step', formatCount(steps[index] ?? NaN)],
      [between, formatNumber(distances[index] ?? NaN)],
    ],
    words: (index, { steps, distances }) =>
      `before step ${formatCount(steps[index] ?? NaN)}: ${formatNumber(distances[index] ?? NaN)}`,
    summary: distanceSummary,
  });
}

/** The whole curve in a sentence. */
export function distanceSummary({ between, steps, distances, scale }: DistanceData): string {
  const end = steps.length - 1;
  if (end < 0) return `Distance of ${between}: nothing yet`;
  const [first, last] = [formatNumber(distances[0] ?? NaN), formatNumber(distances[end] ?? NaN)];
  const manner = scale === 'log' ? 'logarithmic' : 'linear';
  return `Distance of ${between}: ${first} before step ${formatCount(steps[0] ?? NaN)}, ${last} before step ${formatCount(steps[end] ?? NaN)}, ${manner} scale`;
}

/** A line through all points that have a place; it breaks off where there is none. */
function linePath(view: DistanceView, { steps, distances }: DistanceData): string {
  let path = '';
  let pen = 'M';
  for (let index = 0; index < steps.length; index++) {
    const distance = distances[index] ?? NaN;
    if (view.shows(distance)) {
      path += `${pen}${tenths(view.x(steps[index] ?? NaN))} ${tenths(view.y(distance))}`;
      pen = 'L';
    } else pen = 'M';
  }
  return path;
}

function dotPath(view: DistanceView, { steps, distances }: DistanceData): string {
  if (steps.length > 1 && view.x(steps[1] ?? 0) - view.x(steps[0] ?? 0) < DOT_SPACING) return '';
  let path = '';
  for (let index = 0; index < steps.length; index++) {
    const distance = distances[index] ?? NaN;
    if (view.shows(distance)) path += `M${tenths(view.x(steps[index] ?? NaN))} ${tenths(view.y(distance))}h0`;
  }
  return path;
}
