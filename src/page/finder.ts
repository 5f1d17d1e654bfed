import type { Book } from "./book.ts";
import type { Card, Row } from "./findings.ts";
import { addLinks } from "./links.ts";
import { count, figure, make, showMore } from "./make.ts";

/** Rows that are added to a card at once. */
const AT_ONCE = 100;

interface Wanted {
  /** All of them are wanted. */
  readonly words: readonly string[];
  readonly part: string;
  readonly rule: string;
  readonly site: string;
}

/** The search over the findings, above the first of them. */
export function addFinder(cards: readonly Card[], book: Book, before: HTMLElement): void {
  const all = cards.reduce((sum, { rows }) => sum + rows.length, 0);
  const words = make("input", { type: "search", autocomplete: "off", placeholder: "reference, column, words" });
  const part = choices("Everything", distinct(cards.map((card) => [card.part, card.part])));
  const rule = choices("Every rule", distinct(cards.map((card) => [card.rule, card.title])));
  const site = choices(
    "Every site",
    distinct(cards.flatMap(({ rows }) => rows.map((row) => [row.site, row.site] as const))).sort(),
  );
  const said = make("p", { role: "status", class: "quiet" });
  const shown = cards.map((card) => showRows(card, book));
  const notes = new Map([...new Set(cards.map(({ element }) => element.closest("section")))].flatMap(noteIn));
  const find = (): void => {
    const wanted = {
      words: words.value
        .toLowerCase()
        .split(/\s+/)
        .filter((word) => word !== ""),
      part: part.value,
      rule: rule.value,
      site: site.value,
    };
    const isAny = Object.values(wanted).every(({ length }) => length === 0);
    const found = cards.map((card, at) => {
      const rows = card.rows.filter((row) => isWanted(row, card, wanted));
      shown[at]?.(rows, isAny);
      return rows.length;
    });
    const sum = found.reduce((total, number) => total + number, 0);
    for (const [section, note] of notes) note.hidden = cards.some(({ element }) => !element.hidden && section.contains(element));
    said.textContent = isAny ? "" : `${count(sum, "finding")} of ${figure(all)}.`;
  };
  const form = make(
    "form",
    { class: "finder", role: "search", "aria-label": "Findings" },
    labelled("Search the findings", words),
    labelled("Show", part),
    labelled("Rule", rule),
    ...(site.options.length > 2 ? [labelled("Site", site)] : []),
    make("button", { type: "reset" }, "Clear"),
    said,
  );
  form.addEventListener("input", find);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(find));
  before.before(form);
  find();
  // What goes on paper is the whole list, whatever is searched for.
  window.addEventListener("beforeprint", () => {
    for (const [at, card] of cards.entries()) shown[at]?.(card.rows, true);
    for (const note of notes.values()) note.hidden = true;
  });
  window.addEventListener("afterprint", find);
}

/** What a part says while the search hides all that is in it. */
function noteIn(section: HTMLElement | null): readonly (readonly [HTMLElement, HTMLElement])[] {
  if (section === null) return [];
  const note = make("p", { class: "quiet" }, "Nothing here is what you search for.");
  note.hidden = true;
  section.append(note);
  return [[section, note]];
}

function isWanted(row: Row, card: Card, { words, part, rule, site }: Wanted): boolean {
  return (
    (part === "" || part === card.part) &&
    (rule === "" || rule === card.rule) &&
    (site === "" || site === row.site) &&
    words.every((word) => row.words.includes(word))
  );
}

/** How the rows of a card are shown: those that are there are hidden or not, the rest are added some at a time. */
function showRows({ element, rows }: Card, book: Book): (found: readonly Row[], isAny: boolean) => void {
  const body = element.querySelector("tbody");
  const details = element.querySelector("details");
  const there = rows.filter(({ isThere }) => isThere);
  const more = make("button", { type: "button" });
  const rest = element.querySelector(".rest");
  rest?.classList.add("asked");
  rest?.append(more);
  let wasOpen: boolean | null = null;
  let waiting: readonly Row[] = [];
  let added: HTMLElement[] = [];
  const add = (): void => {
    const next = waiting.slice(0, AT_ONCE).map((row) => row.element());
    waiting = waiting.slice(next.length);
    for (const row of next) addLinks(row, book);
    body?.append(...next);
    added.push(...next);
    more.hidden = waiting.length === 0;
    more.textContent = showMore(waiting.length, AT_ONCE);
  };
  more.addEventListener("click", add);
  return (found, isAny) => {
    const wanted = new Set(found);
    for (const row of there) row.element().hidden = !wanted.has(row);
    for (const row of added) row.remove();
    added = [];
    waiting = found.filter(({ isThere }) => !isThere);
    if (isAny) {
      more.hidden = waiting.length === 0;
      more.textContent = showMore(waiting.length, AT_ONCE);
    } else add();
    element.hidden = found.length === 0;
    if (details === null) return;
    if (isAny) details.open = wasOpen ?? details.open;
    else {
      wasOpen ??= details.open;
      details.open = found.length > 0;
    }
    if (isAny) wasOpen = null;
  };
}

function labelled(words: string, control: HTMLElement): HTMLLabelElement {
  return make("label", {}, words, control);
}

function choices(all: string, values: readonly (readonly [value: string, text: string])[]): HTMLSelectElement {
  return make(
    "select",
    {},
    make("option", { value: "" }, all),
    ...values.map(([value, text]) => make("option", { value }, text)),
  );
}

function distinct(pairs: readonly (readonly [string, string])[]): (readonly [string, string])[] {
  return [...new Map(pairs.filter(([value]) => value !== ""))];
}
