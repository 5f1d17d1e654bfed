import { cellText } from "../../package/cell-text.ts";
import { type Attributes, escapeXml } from "../../package/xml.ts";

/** A cell and what it shall hold: a number, a text, a truth value as the result of a formula, or null for nothing. */
export interface CellEdit {
  readonly row: number;
  readonly column: number;
  readonly value: number | string | boolean | null;
  /** Without "=". `value` is then its cached result. A formula that stands in the cell already is kept instead. */
  readonly formula?: string | undefined;
}

/** XML of the cell that stays. */
interface KeptOfCell {
  readonly formula: string;
  readonly extension: string;
}

const NOTHING_KEPT: KeptOfCell = { formula: "", extension: "" };

/** The XML of a cell. Text is an inline string: no spreadsheet runs it, whatever it starts with. */
export function cellXml(prefix: string, attributes: Attributes, edit: CellEdit, kept = NOTHING_KEPT): string {
  const { value } = edit;
  const added = edit.formula === undefined ? "" : `<${prefix}f>${cellText(edit.formula)}</${prefix}f>`;
  const formula = kept.formula || added;
  const type = typeOf(value, formula !== "");
  const inside = formula + valueXml(prefix, value, type) + kept.extension;
  const tag = `<${prefix}c${attributesThatStay(attributes)}${type && ` t="${type}"`}`;
  return inside === "" ? `${tag}/>` : `${tag}>${inside}</${prefix}c>`;
}

type CellType = "" | "b" | "str" | "inlineStr";

function typeOf(value: CellEdit["value"], isResult: boolean): CellType {
  if (typeof value === "number") return "";
  if (typeof value === "boolean") return "b";
  if (isResult) return "str";
  return value === null ? "" : "inlineStr";
}

/** Without `t`, which says what the old value was, and `vm`, which points at more about it. */
function attributesThatStay(attributes: Attributes): string {
  let text = "";
  for (const name in attributes) {
    if (name !== "t" && name !== "vm") text += ` ${name}="${escapeXml(attributes[name] ?? "")}"`;
  }
  return text;
}

function valueXml(prefix: string, value: CellEdit["value"], type: CellType): string {
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${value} cannot stand in a cell`);
    return `<${prefix}v>${value}</${prefix}v>`;
  }
  if (typeof value === "boolean") return `<${prefix}v>${Number(value)}</${prefix}v>`;
  const text = cellText(value ?? "");
  if (type === "str") return `<${prefix}v>${text}</${prefix}v>`;
  return type === "" ? "" : `<${prefix}is><${prefix}t xml:space="preserve">${text}</${prefix}t></${prefix}is>`;
}
