/** One line of a listing. */
export interface CodeLine {
  readonly text: string;
  /** The steps that happen here, by their keys (see `stepKey`). */
  readonly at?: readonly string[];
  /** Stands for several lines of the file, which would be too many to look at. */
  readonly folded?: {
    /** How many they are. */
    readonly count: number;
    readonly whole: () => readonly string[];
  };
}

/** Lines in which nothing happens by itself. */
export function plainLines(text: string): CodeLine[] {
  return text.split('\n').map((line) => ({ text: line }));
}
