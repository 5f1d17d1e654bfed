import type { Book } from "./book.ts";
import type { Refusal } from "./findings.ts";
import { longList } from "./long-list.ts";
import { count, link, make } from "./make.ts";
import type { Shown } from "./panel.ts";
import { routeText } from "./route.ts";

/** The rows that could not be read as complaints, by what is said of each; `rule` by its title, empty for all. */
export function showRefused(book: Book, rule: string, refusals: readonly Refusal[]): Shown {
  const title = rule === "" ? "Refused" : `Refused: ${rule}`;
  const list = longList({
    title,
    unit: "row",
    headings: ["Reference", "Row of the export", "What is wrong"],
    all: refusals,
    textOf: ({ reference, place, text }) => `${reference} ${place} ${text}`,
    rowOf: ({ reference, place, text }) =>
      make(
        "tr",
        {},
        make("th", { scope: "row", class: "name" }, named(book, reference)),
        make("td", {}, place),
        make("td", { class: "text" }, text),
      ),
  });
  return { title, body: [make("p", {}, `${count(refusals.length, "row")}, in no figure of the return.`), ...list] };
}

function named(book: Book, reference: string): HTMLAnchorElement | string {
  const isKnown = reference !== "" && book.complaint(reference).length > 0;
  return isKnown ? link(routeText({ shows: "complaint", reference }), reference) : reference || "none";
}
