import { clean } from "../text.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text of the data in XML 1.0: `clean` leaves only two of the characters that it forbids. */
function xmlText(text: string): string {
  return clean(text.replace(/[\ufffe\uffff]/g, "")).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}

export function attributes(given: Readonly<Record<string, string | number>>): string {
  return Object.entries(given)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join("");
}

/** An element with others in it, each on lines of its own. */
export function element(name: string, given: Readonly<Record<string, string | number>>, inside: readonly string[]): string {
  const start = `<${name}${attributes(given)}`;
  return inside.length === 0 ? `${start}/>` : `${start}>\n${inside.join("\n")}\n</${name}>`;
}

/** An element with lines of text of the data. */
export function textElement(name: string, given: Readonly<Record<string, string | number>>, lines: readonly string[]): string {
  return `<${name}${attributes(given)}>${lines.map(xmlText).join("\n")}</${name}>`;
}
