/** Stands here until the tool does. */
export function PredictTool() {
  return <p>Predict</p>;
}
