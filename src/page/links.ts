import type { Fate } from "../domain/return.ts";
import type { Book } from "./book.ts";
import { link } from "./make.ts";
import { type Route, routeText } from "./route.ts";

/** Makes every figure, reference and number of rows that has something behind it a link to it. */
export function addLinks(within: ParentNode, book: Book): void {
  for (const place of within.querySelectorAll<HTMLElement>("[data-figure], [data-complaint], [data-rows]")) {
    const route = routeFor(place, book);
    if (route !== null) place.replaceChildren(link(routeText(route), place.textContent ?? ""));
  }
}

function routeFor({ dataset, textContent }: HTMLElement, book: Book): Route | null {
  const [first = "", second = ""] = (dataset.figure ?? dataset.rows ?? "").split("/");
  if (dataset.figure !== undefined) {
    const item = book.items[Number(second)];
    const site = first === "*" ? null : book.sites[Number(first)];
    return item === undefined || site === undefined ? null : { shows: "figure", site: site?.code ?? null, item: item.id };
  }
  if (dataset.rows !== undefined) {
    const fate = first as Fate;
    const isThere = fate === "refused" || book.kept(fate, second).length > 0;
    return isThere ? { shows: "rows", fate, rule: second } : null;
  }
  const reference = textContent ?? "";
  return book.complaint(reference).length === 0 ? null : { shows: "complaint", reference };
}
