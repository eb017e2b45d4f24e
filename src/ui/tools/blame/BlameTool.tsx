/** Stands here until the tool does. */
export function BlameTool() {
  return <p>Blame</p>;
}
