/** What a part of a graph is found to be: where it is, and a sentence about it. */
export interface Found {
  readonly nodes?: readonly string[];
  readonly edges?: readonly string[];
  /** What is written on edges, by their `to:port`. */
  readonly labels?: ReadonlyMap<string, string>;
  readonly here: string;
}
