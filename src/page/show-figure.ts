import { ALL_SITES, type Behind, type Book } from "./book.ts";
import { longList } from "./long-list.ts";
import { count, figure, link, make } from "./make.ts";
import type { Shown } from "./panel.ts";
import { routeText } from "./route.ts";

/** The complaints behind a figure at a site or at ALL_SITES, and the figures it is made of. */
export function showFigure(book: Book, site: number, item: number): Shown {
  const behind = book.behind(site, item);
  const sum = behind.reduce((all, { times }) => all + times, 0);
  const at = book.sites[site];
  const label = book.items[item]?.label ?? "";
  const title = `${label}: ${figure(sum)}`;
  const where = at === undefined ? "All sites together, for checking only." : `${at.code} ${at.name === at.code ? "" : at.name}`;
  const said =
    sum === behind.length
      ? `${count(sum, "complaint")} ${sum === 1 ? "is" : "are"} behind this figure.`
      : `${count(sum, "aspect")} of ${count(behind.length, "complaint")} make this figure: a complaint counts once in each item it is about.`;
  return {
    title,
    body: [
      make("p", {}, where),
      make("p", {}, said),
      ...madeOf("It adds up from", partsOf(book, site, item)),
      ...(site === ALL_SITES ? madeOf("By site", sitesOf(book, item)) : []),
      ...complaintList(book, label, behind, site === ALL_SITES),
    ],
  };
}

interface Piece {
  readonly label: string;
  readonly route: string;
  readonly size: number;
}

function sizeOf(book: Book, site: number, item: number): number {
  return book.behind(site, item).reduce((sum, { times }) => sum + times, 0);
}

function partsOf(book: Book, site: number, item: number): readonly Piece[] {
  const leaves = book.items[item]?.leaves ?? [];
  if (leaves.length < 2) return [];
  return leaves.map((leaf) => {
    const { id = "", label = "" } = book.items[leaf] ?? {};
    return {
      label,
      route: routeText({ shows: "figure", site: book.sites[site]?.code ?? null, item: id }),
      size: sizeOf(book, site, leaf),
    };
  });
}

function sitesOf(book: Book, item: number): readonly Piece[] {
  return book.sites.map(({ code, name }, at) => ({
    label: code === name ? code : `${code} ${name}`,
    route: routeText({ shows: "figure", site: code, item: book.items[item]?.id ?? "" }),
    size: sizeOf(book, at, item),
  }));
}

function madeOf(title: string, pieces: readonly Piece[]): readonly HTMLElement[] {
  const some = pieces.filter(({ size }) => size > 0);
  if (some.length === 0) return [];
  const lines = some.map(({ label, route, size }) => make("li", {}, link(route, label), ": ", make("strong", {}, figure(size))));
  return [make("h3", {}, title), make("ul", { class: "pieces" }, ...lines)];
}

function complaintList(book: Book, label: string, behind: readonly Behind[], withSite: boolean): readonly HTMLElement[] {
  if (behind.length === 0) return [];
  const several = behind.some(({ times }) => times > 1);
  const list = longList({
    title: `Complaints in ${label}`,
    unit: "complaint",
    headings: [
      "Complaint",
      ...(several ? ["Times"] : []),
      ...(withSite ? ["Site"] : []),
      "Rows of the export",
      "Rules that decided",
    ],
    all: behind,
    textOf: ({ complaint }) => `${complaint.reference} ${complaint.rows.join(" ")}`,
    rowOf: ({ complaint, times }) =>
      make(
        "tr",
        {},
        make(
          "th",
          { scope: "row", class: "name" },
          link(routeText({ shows: "complaint", reference: complaint.reference }), complaint.reference),
        ),
        several ? make("td", { class: "n" }, figure(times)) : null,
        withSite ? make("td", {}, book.sites[complaint.site]?.code ?? "") : null,
        make("td", {}, complaint.rows.join(", ")),
        make("td", { class: "text" }, complaint.rules.map(({ title }) => title).join("; ")),
      ),
  });
  return [make("h3", {}, "Complaints"), ...list];
}
