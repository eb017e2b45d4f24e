/** Shapes that do not fit. Its message says which shapes, and the likely cause. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

/** What is wrong with a graph, where, and with which value. */
export class GraphError extends Error {
  override readonly name = 'GraphError';

  /**
   * @param message a sentence that names the node
   * @param node the id of the node at fault, where there is one
   */
  constructor(
    message: string,
    readonly node?: string,
  ) {
    super(message);
  }
}
