/** Stands here until the tool does. */
export function CodeTool() {
  return <p>Code</p>;
}
