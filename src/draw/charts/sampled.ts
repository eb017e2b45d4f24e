/** A function of one variable on an even grid that includes both ends. */
export interface Sampled {
  readonly from: number;
  readonly to: number;
  /** What is not finite counts as not known. */
  readonly samples: ArrayLike<number>;
}

/** The place of a sample on the axis. */
export function placeOfSample({ from, to, samples }: Sampled, index: number): number {
  return from + ((to - from) * index) / (samples.length - 1);
}

/** The function between its samples, by linear interpolation; NaN where a sample that counts is not known, and outside. */
export function valueBetween({ from, to, samples }: Sampled, at: number): number {
  const place = ((at - from) / (to - from)) * (samples.length - 1);
  const index = Math.floor(place);
  const share = place - index;
  const here = samples[index] ?? NaN;
  const value = share === 0 ? here : here * (1 - share) + (samples[index + 1] ?? NaN) * share;
  return Number.isFinite(value) ? value : NaN;
}

/** A stretch of the axis on which no value is known. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches without a value. Where exactly the function's domain ends between two samples is not known: half way. At
 * the ends of the range they end with it.
 */
export function gapsOf(sampled: Sampled): Gap[] {
  const { samples, from, to } = sampled;
  const gaps: Gap[] = [];
  let start = 0;
  while (start < samples.length) {
    if (Number.isFinite(samples[start])) {
      start++;
      continue;
    }
    let end = start;
    while (end < samples.length && !Number.isFinite(samples[end])) end++;
    gaps.push({
      from: start === 0 ? from : placeOfSample(sampled, start - 0.5),
      to: end === samples.length ? to : placeOfSample(sampled, end - 0.5),
    });
    start = end;
  }
  return gaps;
}
