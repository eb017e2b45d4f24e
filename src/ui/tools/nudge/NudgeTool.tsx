/** Stands here until the tool does. */
export function NudgeTool() {
  return <p>Nudge</p>;
}
