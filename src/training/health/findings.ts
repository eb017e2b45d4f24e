import { deadUnits } from './deadUnits';
import { exploding, growthOf } from './exploding';
import type { Finding, HealthInput } from './finding';
import { nonFinite } from './nonFinite';
import { oscillating } from './oscillating';
import { saturated } from './saturated';
import { stalled } from './stalled';
import { unscaled } from './unscaled';
import { vanishing } from './vanishing';

/**
 * What is wrong with a training at present, causes before their consequences; nothing as long as all is well. What has
 * healed is not told any more. A pure function of what has been measured.
 */
export function findingsOf(input: HealthInput): readonly Finding[] {
  const broken = nonFinite(input) ?? exploding(input);
  // Whatever is found since numbers went out of hand is their wreckage, and overshooting is how that begins.
  const since = broken?.severity === 'error' ? Math.min(broken.step, (growthOf(input)?.until ?? Infinity) + 1) : Infinity;
  const others = [...saturated(input), vanishing(input), oscillating(input), stalled(input)].filter(
    (finding) => finding !== undefined && finding.step < since && (since === Infinity || finding.kind !== 'oscillating'),
  );
  return [broken, unscaled(input), ...deadUnits(input), ...others].filter((finding) => finding !== undefined);
}
