import type { Book, Complaint } from "./book.ts";
import type { Told } from "./findings.ts";
import { link, make } from "./make.ts";
import type { Shown } from "./panel.ts";
import { routeText } from "./route.ts";

/** What a shell takes as it stands; anything else could be pasted as more than a reference. */
const PLAIN = /^\w[\w./-]*$/;

/** What became of a complaint: its figures, its rules, and what was found about it. */
export function showComplaint(book: Book, reference: string, told: readonly Told[]): Shown {
  return {
    title: reference,
    body: [
      ...book.complaint(reference).flatMap((complaint) => partsOf(book, complaint)),
      ...(told.length === 0
        ? []
        : [
            make("h3", {}, "What was found about it"),
            make("ul", {}, ...told.map(({ what, text }) => make("li", {}, make("strong", {}, what), `: ${text}`))),
          ]),
      ...(PLAIN.test(reference)
        ? [
            make(
              "p",
              { class: "quiet" },
              "What would have to be different: ",
              make("kbd", {}, `ko41a explain FOLDER --complaint ${reference}`),
            ),
          ]
        : []),
    ],
  };
}

function partsOf(book: Book, complaint: Complaint): readonly HTMLElement[] {
  const { items, rules, rows, site } = complaint;
  const code = book.sites[site]?.code ?? null;
  const figures = items.flatMap((item) => {
    const { id, label } = book.items[item] ?? {};
    return id === undefined ? [] : [make("li", {}, link(routeText({ shows: "figure", site: code, item: id }), label ?? id))];
  });
  return [
    make("p", {}, standing(book, complaint)),
    make("p", { class: "quiet" }, rows.join(", ")),
    ...(figures.length === 0 ? [] : [make("h3", {}, "Figures it is in"), make("ul", { class: "pieces" }, ...figures)]),
    make("h3", {}, complaint.fate === "counted" ? "Rules that put it there" : "The rule that decided"),
    make(
      "dl",
      { class: "reasons" },
      ...rules.flatMap(({ id, title, why, source }) => [
        make("dt", {}, title, " ", make("code", {}, id)),
        make("dd", {}, why, make("small", {}, source)),
      ]),
    ),
  ];
}

function standing(book: Book, { fate, site, rules, mergedInto }: Complaint): string {
  const reason = rules[0]?.title ?? "";
  switch (fate) {
    case "counted": {
      const { code = "", name = "" } = book.sites[site] ?? {};
      return `Counted at ${code}${name === code ? "" : ` ${name}`}.`;
    }
    case "excluded":
      return `Left out of the return: ${reason}.`;
    case "merged":
      return `Merged into ${mergedInto ?? "another complaint"}: ${reason}.`;
    case "refused":
      return `Refused, so it is in no figure: ${reason}.`;
  }
}
