/** Stands here until the tool does. */
export function UnfoldTool() {
  return <p>Unfold</p>;
}
