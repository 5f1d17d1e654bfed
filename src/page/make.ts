type Child = Node | string | null;

/** An element with its attributes and children; text is only ever text. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

export function link(route: string, text: string): HTMLAnchorElement {
  return make("a", { href: `#${route}` }, text);
}

export function figure(number: number): string {
  return number.toLocaleString("en-GB");
}

export function count(number: number, one: string): string {
  return `${figure(number)} ${one}${number === 1 ? "" : "s"}`;
}

/** What a button says that adds some of those that are left. */
export function showMore(left: number, atOnce: number): string {
  return left <= atOnce ? `Show the other ${figure(left)}` : `Show ${figure(atOnce)} more of ${figure(left)}`;
}
