/** Appends a new HTML element. The class may be missing, since a CSS module's entries are typed so. */
export function append<Tag extends keyof HTMLElementTagNameMap>(
  parent: Element,
  tag: Tag,
  className: string | undefined,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[Tag] {
  const node = document.createElement(tag);
  if (className !== undefined) node.className = className;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  parent.append(node);
  return node;
}

/** Appends a new SVG element. */
export function appendSvg<Tag extends keyof SVGElementTagNameMap>(
  parent: Element,
  tag: Tag,
  className: string | undefined,
  attributes: Readonly<Record<string, string | number>> = {},
): SVGElementTagNameMap[Tag] {
  const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
  if (className !== undefined) node.setAttribute('class', className);
  setAttributes(node, attributes);
  parent.append(node);
  return node;
}

/** Sets several attributes. */
export function setAttributes(node: Element, attributes: Readonly<Record<string, string | number>>): void {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
}

/** Writes a text only if it differs: an unchanged text must not disturb layout or screen readers. */
export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** Sets an attribute only if it differs, for the same reason. */
export function setAttribute(node: Element, name: string, value: string): void {
  if (node.getAttribute(name) !== value) node.setAttribute(name, value);
}
