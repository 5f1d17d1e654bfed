import type { PageData } from "../domain/page-data.ts";
import { ALL_SITES, type Book, bookOf } from "./book.ts";
import { addFinder } from "./finder.ts";
import { type Card, cardsOf, refusalsIn, toldOf } from "./findings.ts";
import { addLinks } from "./links.ts";
import { addPanel, type Shown } from "./panel.ts";
import { type Route, routeOf } from "./route.ts";
import { showComplaint } from "./show-complaint.ts";
import { showFigure } from "./show-figure.ts";
import { showRefused } from "./show-refused.ts";
import { showRows } from "./show-rows.ts";
import { forgetPanels, leavePanels, visitNow } from "./visits.ts";

// Everything that this adds works on a page that can be read without it.
const data = JSON.parse(document.getElementById("complaints")?.textContent ?? "null") as PageData;
const book = bookOf(data);
const cards = cardsOf(data.more);

addLinks(document, book);
const [first] = cards;
const firstPart = first?.element.closest("section");
if (firstPart != null) addFinder(cards, book, firstPart);
for (const hint of document.querySelectorAll<HTMLElement>("[data-with-script]")) hint.hidden = false;

const panel = addPanel(leavePanels);

/** `previous`: the address behind # before this one. */
function follow(previous: string): void {
  const route = routeOf(location.hash);
  if (route === null) {
    forgetPanels();
    panel.close();
  } else panel.show(shownAt(route, book, cards), visitNow(previous).depth > 1);
}

const NOTHING: Shown = { title: "Not in this report", body: [] };

function shownAt(route: Route, asked: Book, all: readonly Card[]): Shown {
  switch (route.shows) {
    case "figure": {
      const site = route.site === null ? ALL_SITES : asked.siteAt(route.site);
      const item = asked.itemAt(route.item);
      return site === null || item === null ? NOTHING : showFigure(asked, site, item);
    }
    case "complaint":
      if (asked.complaint(route.reference).length === 0) return NOTHING;
      return showComplaint(asked, route.reference, toldOf(all, route.reference));
    case "rows":
      return route.fate === "refused"
        ? showRefused(asked, all.find(({ rule }) => rule === route.rule)?.title ?? route.rule, refusalsIn(all, route.rule))
        : showRows(asked, route.fate, route.rule);
  }
}

window.addEventListener("hashchange", ({ oldURL }) => follow(new URL(oldURL).hash));
follow("");
