import { appendSvg } from '../parts/dom';
import styles from './hatch.module.css';

let patterns = 0;

/** Adds the hatching for what is not known to `svg`; what it returns goes into a `fill` attribute. */
export function createHatch(svg: SVGSVGElement): string {
  const id = `hatch-${patterns++}`;
  const size = 7;
  const pattern = appendSvg(svg, 'pattern', undefined, {
    id,
    width: size,
    height: size,
    patternUnits: 'userSpaceOnUse',
    patternTransform: 'rotate(45)',
  });
  appendSvg(pattern, 'rect', styles.ground, { width: size, height: size });
  appendSvg(pattern, 'line', styles.stroke, { x1: 0.5, x2: 0.5, y1: 0, y2: size });
  return `url(#${id})`;
}
