import type { Fate } from "../domain/return.ts";
import type { Book } from "./book.ts";
import { longList } from "./long-list.ts";
import { count, link, make } from "./make.ts";
import type { Shown } from "./panel.ts";
import { routeText } from "./route.ts";

type Shows = Exclude<Fate, "refused">;

const FATES: Readonly<Record<Shows, string>> = { counted: "Counted", excluded: "Left out", merged: "Merged" };

/** The complaints whose rows came to one fate by one rule. */
export function showRows(book: Book, fate: Shows, rule: string): Shown {
  const kept = book.kept(fate, rule);
  const title = rule === "" ? FATES[fate] : `${FATES[fate]}: ${book.ruleTitle(rule)}`;
  const list = longList({
    title,
    unit: "complaint",
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
  const note =
    fate === "excluded"
      ? [
          make(
            "p",
            { class: "quiet" },
            "Rows without a reference, such as a line of totals, are not in this list; ledger.csv has every row.",
          ),
        ]
      : [];
  return { title, body: [make("p", {}, `${count(kept.length, "complaint")}.`), ...note, ...list] };
}
