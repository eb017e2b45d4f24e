import type { SeekTimes } from './historyTimes';

const [WIDTH, HEIGHT] = [640, 300];
const FRAME = { left: 62, right: 616, top: 24, bottom: 244 };

/** Seek time against the memory of the checkpoints, both on a logarithmic scale, as an SVG picture for the README. */
export function tradeOffPicture(runs: readonly SeekTimes[]): string {
  const kilobytes = runs.map(({ checkpointBytes }) => checkpointBytes / 1024);
  const x = logScale(kilobytes, FRAME.left, FRAME.right);
  const y = logScale([...runs.map(({ median }) => median), 0.1, 100], FRAME.bottom, FRAME.top);
  const points = runs.map(({ median }, at) => [x.place(kilobytes[at] ?? NaN), y.place(median)] as const);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12">`,
    '<title>Median time to restore a step of a run of 100,000 steps, against the memory of its checkpoints</title>',
    '<style>text{fill:#4a5a6f}.g{stroke:#dfe5ec}.l{stroke:#1d6fd8;fill:none;stroke-width:2}.p{fill:#1d6fd8}',
    '@media (prefers-color-scheme:dark){text{fill:#a9b6c5}.g{stroke:#2a3643}.l{stroke:#5aa5ff}.p{fill:#5aa5ff}}</style>',
    ...y.ticks.map((tick) => {
      const at = y.place(tick).toFixed(1);
      return `<line class="g" x1="${FRAME.left}" x2="${FRAME.right}" y1="${at}" y2="${at}"/><text x="${FRAME.left - 8}" y="${Number(at) + 4}" text-anchor="end">${tick}</text>`;
    }),
    ...x.ticks.map((tick) => `<text x="${x.place(tick).toFixed(1)}" y="${FRAME.bottom + 18}" text-anchor="middle">${tick.toLocaleString('en')}</text>`),
    `<text x="${FRAME.left - 46}" y="14">median, ms</text><text x="${FRAME.right}" y="${FRAME.bottom + 36}" text-anchor="end">checkpoints, KB</text>`,
    `<polyline class="l" points="${points.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(' ')}"/>`,
    ...points.map(([px, py], at) => {
      const { capacity } = runs[at] ?? { capacity: NaN };
      return `<circle class="p" cx="${px.toFixed(1)}" cy="${py.toFixed(1)}" r="4"/><text x="${(px + 6).toFixed(1)}" y="${(py - 8).toFixed(1)}">≤ ${capacity.toLocaleString('en')}</text>`;
    }),
    '</svg>',
    '',
  ].join('\n');
}

/** From numbers to pixels, with a tick at every power of ten. */
function logScale(numbers: readonly number[], from: number, to: number): { readonly place: (x: number) => number; readonly ticks: readonly number[] } {
  const low = Math.floor(Math.log10(Math.min(...numbers)));
  const high = Math.ceil(Math.log10(Math.max(...numbers)));
  const ticks = Array.from({ length: high - low + 1 }, (_, at) => Number((10 ** (low + at)).toPrecision(3)));
  return { place: (x) => from + ((Math.log10(x) - low) / (high - low)) * (to - from), ticks };
}
