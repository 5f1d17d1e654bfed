import type { PageData, PageFinding } from "../domain/page-data.ts";
import { make } from "./make.ts";

/** What was found about a complaint, for the panel. */
export interface Told {
  readonly what: string;
  readonly text: string;
}

/** A row that could not be read as a complaint. */
export interface Refusal {
  /** Empty where it has none. */
  readonly reference: string;
  /** "export.csv row 12". */
  readonly place: string;
  readonly text: string;
}

export interface Row {
  readonly site: string;
  readonly reference: string;
  /** In small letters, to be searched. */
  readonly words: string;
  /** In its table already, or made when it is asked for. */
  readonly element: () => HTMLElement;
  readonly isThere: boolean;
}

/** The findings of one rule and weight, as one card of the page. */
export interface Card {
  readonly element: HTMLElement;
  /** "What to put right" and so on: the part of the page it is in. */
  readonly part: string;
  readonly rule: string;
  readonly title: string;
  readonly rows: readonly Row[];
}

export function cardsOf(more: PageData["more"]): readonly Card[] {
  return [...document.querySelectorAll<HTMLElement>("article.card")].map((element) => {
    const title = element.querySelector("h3 .title")?.textContent ?? "";
    const part = element.closest("section")?.querySelector("h2")?.textContent ?? "";
    const rule = element.dataset.rule ?? "";
    const shared = `${title} ${rule} ${element.querySelector(".fix")?.textContent ?? ""}`;
    const there = [...element.querySelectorAll<HTMLElement>("tbody tr, li")].map((row) => rowThere(row, shared));
    const columns = [...element.querySelectorAll<HTMLElement>("thead th")];
    const rest = (more[element.id] ?? []).map((finding) => rowToMake(finding, columns, shared));
    return { element, part, rule, title, rows: [...there, ...rest] };
  });
}

/** What the cards say of one complaint. */
export function toldOf(cards: readonly Card[], reference: string): readonly Told[] {
  return cards.flatMap(({ title, rows }) =>
    rows
      .filter((row) => row.reference === reference)
      .map((row) => ({ what: title, text: wordsOf(row.element().querySelector(".text")) })),
  );
}

/** What is said of the rows that a rule refused; without a rule of all that were. */
export function refusalsIn(cards: readonly Card[], rule: string): readonly Refusal[] {
  const rules = new Set(
    [...document.querySelectorAll<HTMLElement>('[data-rows^="refused/"]')].map(({ dataset }) =>
      dataset.rows?.slice("refused/".length),
    ),
  );
  return cards
    .filter((card) => card.element.classList.contains("stop") && (rule === "" ? rules.has(card.rule) : rule === card.rule))
    .flatMap(({ rows }) => rows)
    .map((row) => {
      const of = (label: string): string => wordsOf(row.element().querySelector(`[data-label="${label}"]`));
      const [file, number] = [of("File"), of("Row")];
      return {
        reference: row.reference,
        place: file === "" ? "" : `${file} row ${number}`,
        text: wordsOf(row.element().querySelector(".text")),
      };
    });
}

function rowThere(row: HTMLElement, shared: string): Row {
  return {
    site: row.dataset.site ?? "",
    reference: row.querySelector("[data-complaint]")?.textContent ?? "",
    words: `${[...row.childNodes].map(wordsOf).join(" ")} ${shared}`.toLowerCase(),
    element: () => row,
    isThere: true,
  };
}

function rowToMake([site, ...cells]: PageFinding, columns: readonly HTMLElement[], shared: string): Row {
  const at = columns.findIndex((column) => column.dataset.holds === "reference");
  return {
    site,
    reference: cells[at] ?? "",
    words: `${cells.join(" ")} ${shared}`.toLowerCase(),
    element: () =>
      make(
        "tr",
        {},
        ...cells.map((cell, column) =>
          make("td", { ...lookOf(columns[column]), ...(column === at ? { "data-complaint": "" } : {}) }, cell),
        ),
      ),
    isThere: false,
  };
}

/** As the cells that are there already: their heading stands beside them where the page is narrow. */
function lookOf(column: HTMLElement | undefined): Readonly<Record<string, string>> {
  return { class: column?.className ?? "", "data-label": column?.textContent ?? "" };
}

/** What stands in an element, with a space where a line or a cell ends. */
function wordsOf(node: Node | null): string {
  if (node === null) return "";
  if (node.childNodes.length === 0) return (node.textContent ?? "").trim();
  return [...node.childNodes]
    .map(wordsOf)
    .filter((text) => text !== "")
    .join(" ");
}
