/**
 * Canvas and theme. SVG follows the custom properties by itself; what is painted on a canvas has to read them, and to
 * read them again when the theme changes, or when the window moves to a screen of another density.
 */

/**
 * The colours that custom properties stand for at an element, as the context writes colours: `#rrggbb` if they are opaque,
 * however the style sheet, or a minifier, had them.
 */
export function readColours(context: CanvasRenderingContext2D, element: Element, names: readonly string[]): string[] {
  const style = getComputedStyle(element);
  return names.map((name) => {
    context.fillStyle = style.getPropertyValue(name).trim();
    return context.fillStyle;
  });
}

/**
 * Calls back after a change of the theme (`data-theme` on the root element) or of the screen's density.
 *
 * @returns a function that ends the watch.
 */
export function watchAppearance(changed: () => void): () => void {
  const themeObserver = new MutationObserver(changed);
  themeObserver.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  let density: MediaQueryList | null = null;
  const densityChanged = (): void => {
    watchDensity();
    changed();
  };
  // A query for the present density fires once, when it stops being true; then the next one is due.
  const watchDensity = (): void => {
    density?.removeEventListener('change', densityChanged);
    density = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    density.addEventListener('change', densityChanged);
  };
  watchDensity();
  return () => {
    themeObserver.disconnect();
    density?.removeEventListener('change', densityChanged);
  };
}

/** Gives a canvas a size in CSS pixels at the screen's full density, clears it, and returns its context in CSS pixels. */
export function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D | null {
  const density = devicePixelRatio;
  const context = canvas.getContext('2d');
  const columns = Math.round(width * density);
  const rows = Math.round(height * density);
  if (canvas.width !== columns || canvas.height !== rows) {
    canvas.width = columns;
    canvas.height = rows;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  context?.setTransform(density, 0, 0, density, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}
