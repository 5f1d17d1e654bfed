import { SaxesParser } from "saxes";
import { Refusal } from "../domain/problem.ts";
import { attributesIn, type StartTag, scanXml } from "./scan-xml.ts";

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

/** Looks at its attributes only when somebody asks for them. */
class ScannedElement implements Element {
  readonly name: string;
  readonly parent: ScannedElement | null;
  readonly start: number;
  readonly openEnd: number;
  readonly selfClosing: boolean;
  closeStart: number;
  end: number;
  readonly #xml: string;
  readonly #tag: StartTag;
  #attributes: Attributes | null = null;

  constructor(xml: string, tag: StartTag, parent: ScannedElement | null) {
    this.#xml = xml;
    this.#tag = tag;
    this.name = tag.name;
    this.parent = parent;
    this.start = tag.start;
    this.openEnd = tag.end;
    this.selfClosing = tag.selfClosing;
    this.closeStart = tag.end;
    this.end = tag.end;
  }

  get attributes(): Attributes {
    this.#attributes ??= attributesIn(this.#xml, this.#tag);
    return this.#attributes;
  }
}

/**
 * Walks the elements of an XML text. Offsets count in the text as given.
 * @throws {Refusal} when it is not well formed.
 */
export function walkXml(xml: string, { opened, enough = () => false }: Visitor): void {
  let current: ScannedElement | null = null;
  scanXml(xml, {
    open: (tag) => {
      current = new ScannedElement(xml, tag, current);
      opened(current);
    },
    close: (_, start, end) => {
      if (current === null) return;
      if (!current.selfClosing) {
        current.closeStart = start;
        current.end = end;
      }
      current = current.parent;
    },
    enough,
  });
}

/**
 * All elements of a small part, each behind its parent. A general parser looks at the whole of it first.
 * @throws {Refusal} when it is not well formed.
 */
export function elementsOf(xml: string): readonly Element[] {
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  parser.on("error", (error) => {
    throw new Refusal({ what: `a part of the workbook is damaged: its XML is not well formed (${error.message})` });
  });
  parser.write(xml).close();
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
export function changeTag(
  element: Element,
  changes: Readonly<Record<string, string | undefined>>,
  selfClosing = element.selfClosing,
): string {
  const attributes: Record<string, string> = { ...element.attributes };
  for (const [key, value] of Object.entries(changes)) {
    if (value === undefined) delete attributes[key];
    else attributes[key] = value;
  }
  return `${tagStart(element.name, attributes)}${selfClosing ? "/" : ""}>`;
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
