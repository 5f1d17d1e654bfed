import type { ItemId } from "../../domain/item.ts";
import type { Problem } from "../../domain/problem.ts";
import type { LayoutFault } from "../../domain/proforma.ts";
import type { RuleBook } from "../../domain/rule-book.ts";

/** Why a workbook cannot be filled as it is, and what to do. */
export function sayFault(file: string, fault: LayoutFault, { items }: RuleBook, isMapped = false): Problem {
  const map = isMapped
    ? "Correct the map."
    : `Write a map, correct it, and give it with --template-map. It is written by: ko41a template inspect "${file}" --save proforma.map.yaml`;
  const name = (id: ItemId): string => {
    const item = items.find((one) => one.id === id);
    return item === undefined ? id : `${item.number} ${item.label} (${id})`;
  };
  switch (fault.kind) {
    case "no-data-sheet":
      return {
        what: "No sheet of the workbook has the items of the return in its headings, by number or by label.",
        where: `${file}, sheets ${fault.sheets.join(", ")}`,
        fix: `Check that this is the KO41a proforma. If it is: ${map}`,
      };
    case "two-data-sheets":
      return {
        what: `Two sheets could take the figures: "${fault.sheets[0]}" and "${fault.sheets[1]}".`,
        where: file,
        fix: `Say which with a map. ${map}`,
      };
    case "item-missing":
      return {
        what: `No cell was found for item ${name(fault.item)}.`,
        where: file,
        fix: `If the proforma has none, it is not the whole form: download it again, or ask SDCS. If it has one: ${map}`,
      };
    case "nothing-there":
      return {
        what: `The map puts item ${name(fault.item)} into ${fault.place}, where the proforma has neither a heading nor cells.`,
        where: file,
        fix: map,
      };
    case "item-twice":
      return {
        what: `Item ${name(fault.item)} has two places, ${fault.cells[0]} and ${fault.cells[1]}.`,
        where: file,
        fix: map,
      };
    case "two-items":
      return {
        what: `Two items compete for the figures under ${fault.cell} ("${fault.words.replace(/\s+/g, " ").slice(0, 120)}"): ${name(fault.items[0])} and ${name(fault.items[1])}.`,
        where: file,
        fix: map,
      };
    case "no-site-codes":
      return {
        what: `Sheet "${fault.sheet}" has the items but no row or column for site codes.`,
        where: file,
        fix: map,
      };
  }
}
