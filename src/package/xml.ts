import { SaxesParser } from "saxes";
import { Refusal } from "../domain/problem.ts";

export type Attributes = Readonly<Record<string, string>>;

/** An element and where its text stands: `start` its "<", `openEnd` behind its start tag, `end` behind all of it. */
export interface Element {
  readonly name: string;
  readonly attributes: Attributes;
  readonly parent: Element | null;
  readonly start: number;
  readonly openEnd: number;
  readonly selfClosing: boolean;
  closeStart: number;
  end: number;
}

interface Visitor {
  /** Its end is not known yet. */
  readonly opened: (element: Element) => void;
  /** The rest need not be read. */
  readonly enough?: () => boolean;
}

const CHUNK = 4096;

/**
 * Walks the elements of an XML text. Offsets count in the text as given.
 * @throws {Refusal} when it is not well formed.
 */
export function walkXml(xml: string, { opened, enough = () => false }: Visitor): void {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  let current: Element | null = null;
  parser.on("error", (error) => {
    throw new Refusal({ what: `a part of the workbook is damaged: its XML is not well formed (${error.message})` });
  });
  parser.on("opentag", ({ name, attributes, isSelfClosing: selfClosing }) => {
    const openEnd = parser.position;
    const start = xml.lastIndexOf("<", openEnd - 1);
    const parent: Element | null = current;
    const element = { name, attributes, parent, selfClosing, start, openEnd, closeStart: openEnd, end: openEnd };
    current = element;
    opened(element);
  });
  parser.on("closetag", () => {
    if (current === null) return;
    if (!current.selfClosing) {
      current.end = parser.position;
      current.closeStart = xml.lastIndexOf("<", current.end - 1);
    }
    current = current.parent;
  });
  for (let at = 0; at < xml.length; at += CHUNK) {
    if (enough()) return;
    parser.write(xml.slice(at, at + CHUNK));
  }
  parser.close();
}

/** All elements of a small part, each behind its parent. */
export function elementsOf(xml: string): readonly Element[] {
  const elements: Element[] = [];
  walkXml(xml, { opened: (element) => elements.push(element) });
  return elements;
}

/** `x:` of `x:row`; mostly nothing. */
export function prefixOf({ name }: Element): string {
  return name.slice(0, name.indexOf(":") + 1);
}

export function localName({ name }: Element): string {
  return name.slice(name.indexOf(":") + 1);
}

/** A start tag without its closing bracket. */
export function tagStart(name: string, attributes: Attributes): string {
  let tag = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) tag += ` ${key}="${escapeXml(value)}"`;
  return tag;
}

/** A start tag with `changes` made to its attributes; undefined takes one away. */
export function changeTag(element: Element, changes: Readonly<Record<string, string | undefined>>): string {
  const attributes: Record<string, string> = { ...element.attributes };
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) delete attributes[key];
    else attributes[key] = value;
  }
  return `${tagStart(element.name, attributes)}${element.selfClosing ? "/" : ""}>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Text for an element or an attribute. White space is written so that no parser folds it. */
export function escapeXml(text: string): string {
  return /[&<>"\t\n\r]/.test(text) ? text.replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character] ?? "") : text;
}
