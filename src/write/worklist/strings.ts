import { cellText } from "../../package/cell-text.ts";
import { clean } from "../report/text.ts";

/** The texts of a workbook: each stands once, for the same words are in many lines, and is never a formula. */
export interface Strings {
  /** The end of a cell's XML that holds a text which came with the data; empty when nothing of it can be seen. */
  readonly cellEnd: (text: string) => string;
  /** The XML of the texts that were added. */
  readonly added: () => string;
  readonly size: () => number;
}

/** `first` texts are there already. */
export function stringsFrom(first: number): Strings {
  const ends = new Map<string, string>();
  const texts: string[] = [];
  const add = (text: string): string => {
    const shown = textXml(text);
    if (shown === "") return "";
    texts.push(`<si><t xml:space="preserve">${shown}</t></si>`);
    return `" t="s"><v>${first + texts.length - 1}</v></c>`;
  };
  return {
    cellEnd: (text) => {
      const known = ends.get(text);
      if (known !== undefined) return known;
      const end = add(text);
      ends.set(text, end);
      return end;
    },
    added: () => texts.join(""),
    size: () => first + texts.length,
  };
}

/** Text that came with the data as a cell may hold and show it. */
export function textXml(text: string): string {
  return cellText(clean(text));
}
