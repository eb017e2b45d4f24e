export function ContourPanel() {
  return null;
}
