/** Stands here until the tool does. */
export function GlossaryTool() {
  return <p>Glossary</p>;
}
