import { count, figure, make, showMore } from "./make.ts";

const AT_ONCE = 200;
/** A shorter list needs no search. */
const SEARCHED_FROM = 12;

interface LongList<T> {
  readonly title: string;
  readonly unit: "complaint" | "row";
  readonly headings: readonly string[];
  readonly all: readonly T[];
  readonly textOf: (one: T) => string;
  readonly rowOf: (one: T) => HTMLTableRowElement;
}

/** A table that shows its first rows, more when asked, and only those that hold what is typed. */
export function longList<T>({ title, unit, headings, all, textOf, rowOf }: LongList<T>): readonly HTMLElement[] {
  const body = make("tbody");
  const head = make("tr", {}, ...headings.map((heading) => make("th", { scope: "col" }, heading)));
  const table = make("table", { class: "places" }, make("caption", { class: "hidden" }, title), make("thead", {}, head), body);
  const more = make("button", { type: "button" });
  const said = make("p", { class: "quiet", role: "status" });
  let found = all;
  const add = (): void => {
    const shown = body.rows.length;
    body.append(...found.slice(shown, shown + AT_ONCE).map((one) => labelled(rowOf(one), headings)));
    const left = found.length - body.rows.length;
    more.hidden = left === 0;
    more.textContent = showMore(left, AT_ONCE);
  };
  const search = (words: string): void => {
    const wanted = words.trim().toLowerCase();
    found = wanted === "" ? all : all.filter((one) => textOf(one).toLowerCase().includes(wanted));
    said.textContent = wanted === "" ? "" : `${count(found.length, unit)} of ${figure(all.length)}`;
    body.replaceChildren();
    add();
  };
  more.addEventListener("click", add);
  add();
  const frame = make("div", { class: "scroll" }, table);
  if (all.length < SEARCHED_FROM) return [frame];
  const input = make("input", { type: "search", autocomplete: "off" });
  input.addEventListener("input", () => search(input.value));
  return [make("label", { class: "search" }, `Search these ${unit}s`, input), said, frame, more];
}

/** The heading of each cell stands beside it where the page is narrow. */
function labelled(row: HTMLTableRowElement, headings: readonly string[]): HTMLTableRowElement {
  for (const [at, cell] of [...row.cells].entries()) cell.dataset.label = headings[at] ?? "";
  return row;
}
