import { Refusal } from "../../domain/problem.ts";
import type { Inspection } from "../../domain/proforma.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import { findLayout } from "./find/find.ts";
import { periodLabelOf, saidOrganisation } from "./find/places.ts";
import type { TemplateMap } from "./map/map-file.ts";
import { mappedLayout } from "./map/use-map.ts";
import { openProforma } from "./open.ts";
import { sayFault } from "./say-fault.ts";

/**
 * How a workbook would be filled.
 * @throws {Refusal} when it is unsafe, or no sheet of it is a return's
 */
export function inspectProforma(file: string, bytes: Uint8Array, book: RuleBook, map: TemplateMap | null): Inspection {
  const proforma = openProforma(file, bytes);
  const { layout, places, faults } = map === null ? findLayout(proforma.book, book) : mappedLayout(proforma, map, book);
  const problems = faults.map((fault) => sayFault(file, fault, book, map !== null));
  if (layout === null) throw new Refusal(...problems);
  return {
    file,
    layout,
    faults,
    problems,
    says: {
      organisation: saidOrganisation(places).code || places.name?.words || null,
      period: periodLabelOf(places),
      version: places.version?.words || null,
    },
  };
}
