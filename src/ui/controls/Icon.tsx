/** The product's icons: strokes and fills on a grid of 24. */
const SHAPES = {
  play: <path d="M7 4.5v15l12-7.5z" fill="currentColor" stroke="none" />,
  pause: <path d="M7 5h3.5v14H7zM13.5 5H17v14h-3.5z" fill="currentColor" stroke="none" />,
  stepForward: <path d="M6 5v14l9-7zM17 5h2.5v14H17z" fill="currentColor" stroke="none" />,
  stepBack: <path d="M18 5v14l-9-7zM4.5 5H7v14H4.5z" fill="currentColor" stroke="none" />,
  nextPhase: <path d="M4 5v14l7-7zM11.5 5v14l7-7zM19 5h2v14h-2z" fill="currentColor" stroke="none" />,
  previousPhase: <path d="M20 5v14l-7-7zM12.5 5v14l-7-7zM3 5h2v14H3z" fill="currentColor" stroke="none" />,
  plus: <path d="M12 5v14M5 12h14" />,
  minus: <path d="M5 12h14" />,
  fit: <path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />,
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3M5.3 5.3l2.1 2.1M16.6 16.6l2.1 2.1M18.7 5.3l-2.1 2.1M7.4 16.6l-2.1 2.1" />
    </>
  ),
  moon: <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z" />,
  system: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 3.5v17a8.5 8.5 0 0 0 0-17z" fill="currentColor" stroke="none" />
    </>
  ),
  range: <path d="M3.5 6v12M20.5 6v12M7.5 12h9M10.5 8.5L7 12l3.5 3.5M13.5 8.5L17 12l-3.5 3.5" />,
  chevron: <path d="M9 5l7 7-7 7" />,
  close: <path d="M6 6l12 12M18 6L6 18" />,
  warning: <path d="M12 4L2.8 20h18.4zM12 10v5M12 17.2v.3" />,
} as const;

export type IconName = keyof typeof SHAPES;

/** An icon beside or instead of words; the control that holds it has the name. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[name]}
    </svg>
  );
}
