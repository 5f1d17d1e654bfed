/** Markup that is safe to put on a page: made by `html`, or by hand where the text is ours alone. */
export interface Html {
  readonly markup: string;
}

export type Slot = Html | string | number | null | readonly Slot[];

const SPECIAL = /[&<>"'`]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};
/** Signs that HTML forbids, and those that turn the direction of the text around them. */
const UNWELCOME = /(?![\n\t])[\p{Cc}\p{Noncharacter_Code_Point}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** The one way by which text gets onto the page, in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(UNWELCOME, "").replace(SPECIAL, (sign) => ENTITIES[sign] ?? "");
}

/** Markup with everything in `${}` escaped, unless it is markup itself. Lists are joined, null is nothing. */
export function html(parts: TemplateStringsArray, ...slots: readonly Slot[]): Html {
  let markup = parts[0] ?? "";
  for (let at = 0; at < slots.length; at += 1) markup += `${markupOf(slots[at] ?? null)}${parts[at + 1] ?? ""}`;
  return { markup };
}

function markupOf(slot: Slot): string {
  if (slot === null) return "";
  if (typeof slot === "string") return escapeHtml(slot);
  if (typeof slot === "number") return String(slot);
  return "markup" in slot ? slot.markup : slot.map(markupOf).join("");
}

/** How JSON writes half of a broken character, of which the page has the sign for it. */
const HALF = /(?<!\\)((?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/g;

/** Data inside a script element, where only `<` could end it. */
export function escapeJson(data: unknown): string {
  return JSON.stringify(data).replace(HALF, "$1\ufffd").replace(UNWELCOME, "").replaceAll("<", "\\u003c");
}
