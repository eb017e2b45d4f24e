/** Work that follows many changes, and is done for all of one frame together. */
export interface OncePerFrame {
  readonly request: () => void;
  readonly cancel: () => void;
}

/** Does the work in the next frame after it was asked for, however often that was. */
export function onceAFrame(work: () => void): OncePerFrame {
  let frame: number | undefined;
  return {
    request: () => {
      frame ??= requestAnimationFrame(() => {
        frame = undefined;
        work();
      });
    },
    cancel: () => {
      if (frame !== undefined) cancelAnimationFrame(frame);
      frame = undefined;
    },
  };
}
