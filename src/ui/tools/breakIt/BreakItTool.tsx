/** Stands here until the tool does. */
export function BreakItTool() {
  return <p>BreakIt</p>;
}
