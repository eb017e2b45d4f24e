import { formatFigure, formatName } from '../../scene/format';
import type { Finding, HealthInput } from './finding';
import { EXTREME_RATIO, layerRatio } from './layerRatio';
import { saturated } from './saturated';
import { deadUnits } from './deadUnits';
import { scalingRemedy } from './unscaled';

/** A first layer that hardly learns: next to nothing of the gradient comes through to it. */
export function vanishing(input: HealthInput): Finding | undefined {
  const found = layerRatio(input.vitals, (ratio) => ratio < 1 / EXTREME_RATIO);
  if (found === undefined) return undefined;
  const { first, last, ratio, step } = found;
  const share = ratio === 0 ? 'is 0' : `is ${formatFigure(ratio, 2)} times that of ${formatName(last)}`;
  const blocked = saturated(input)[0] ?? deadUnits(input)[0];
  const where = blocked?.node === undefined ? '' : ` It is lost in ${formatName(blocked.node)}, whose slope is next to nothing.`;
  const remedy = scalingRemedy(input) ?? blocked?.remedy;
  return {
    kind: 'vanishing',
    step,
    node: first,
    severity: 'warning',
    title: `Hardly any gradient reaches ${formatName(first)}`,
    cause: `Per number, the gradient of ${formatName(first)} ${share} (the median of eight looks): while the last layer learns, the first one stands still.${where}`,
    ...(remedy === undefined ? {} : { remedy }),
  };
}
