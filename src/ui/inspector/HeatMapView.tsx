import { useEffect, useEffectEvent, useRef, type JSX } from 'react';
import type { Tensor } from '../../engine';
import { layoutCells } from '../../draw/heatMap/cells';
import { drawHeatMap, type Cell, type HeatMap } from '../../draw/heatMap/heatMap';
import { cellAt, offsetOf } from '../../scene/places';

interface HeatMapViewProps {
  readonly tensor: Tensor;
  /** What it is: `Value of s`. */
  readonly label: string;
  /** The offset of the chosen cell. */
  readonly chosen: number;
  readonly format: (value: number) => string;
  readonly onChoose: (cell: number) => void;
}

/** The seam between React and the drawing of a heat map. */
export function HeatMapView({ tensor, label, chosen, format, onChoose }: HeatMapViewProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const map = useRef<HeatMap>(null);
  const told = useEffectEvent((cell: Cell | null, taken: boolean) => {
    if (cell !== null && taken) onChoose(offsetOf(tensor.shape, cell));
  });
  useEffect(() => {
    if (host.current === null) return;
    const drawn = drawHeatMap(host.current, { onCell: (cell, taken) => told(cell, taken) });
    map.current = drawn;
    return () => {
      map.current = null;
      drawn.destroy();
    };
  }, []);
  useEffect(() => {
    map.current?.update({ tensor, label, chosen: cellAt(tensor.shape, chosen), format });
  }, [tensor, label, chosen, format]);
  return <div ref={host} style={{ minHeight: heatMapHeight(tensor.shape) }} />;
}

/** The height of a heat map in pixels, which does not depend on its width. */
export function heatMapHeight(shape: readonly number[]): number {
  return layoutCells(shape, COMMON_WIDTH).height;
}

/** For asking the layout, which wants some width. */
const COMMON_WIDTH = 258;
