import type { Fate } from "../domain/return.ts";
import type { Book } from "./book.ts";
import { longList } from "./long-list.ts";
import { count, link, make } from "./make.ts";
import type { Shown } from "./panel.ts";
import { routeText } from "./route.ts";

const FATES: Readonly<Record<Fate, string>> = {
  counted: "Counted",
  excluded: "Left out",
  merged: "Merged",
  refused: "Refused",
};

/** The complaints whose rows came to one fate by one rule. */
export function showRows(book: Book, fate: Fate, rule: string): Shown {
  const kept = book.kept(fate, rule);
  const title = rule === "" ? FATES[fate] : `${FATES[fate]}: ${book.ruleTitle(rule)}`;
  const list = longList({
    title,
    headings: ["Complaint", "Rows of the export", "Found as well"],
    all: kept,
    textOf: ({ reference, rows }) => `${reference} ${rows.join(" ")}`,
    rowOf: ({ reference, rows, rules }) =>
      make(
        "tr",
        {},
        make("th", { scope: "row", class: "name" }, link(routeText({ shows: "complaint", reference }), reference)),
        make("td", {}, rows.join(", ")),
        make(
          "td",
          { class: "text" },
          rules
            .filter(({ id }) => id !== rule)
            .map((one) => one.title)
            .join("; "),
        ),
      ),
  });
  const note = "Rows without a reference are no complaints and not in this list; ledger.csv has every row.";
  return { title, body: [make("p", {}, `${count(kept.length, "complaint")}.`), make("p", { class: "quiet" }, note), ...list] };
}
