/** Stands here until the tool does. */
export function TraceTool() {
  return <p>Trace</p>;
}
