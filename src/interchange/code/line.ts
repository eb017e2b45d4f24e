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

/** How an array is written. */
export interface Dialect {
  /** `np.array` */
  readonly array: string;
  /** Further arguments, with a comma before them. */
  readonly more: string;
  /** The names of what is not finite. */
  readonly nan: string;
  readonly inf: string;
}

/** Where the value of a leaf stands, which is all that differs between two iterations of a graph. */
export interface LeafSlot {
  /** The leaf's id. */
  readonly leaf: string;
  readonly before: string;
  readonly after: string;
  readonly dialect: Dialect;
}

/** What a file is made of, before the values are filled in. */
export type CodePart = CodeLine | LeafSlot;

/** Lines in which nothing happens by itself. */
export function plainLines(text: string): CodeLine[] {
  return text.split('\n').map((line) => ({ text: line }));
}
