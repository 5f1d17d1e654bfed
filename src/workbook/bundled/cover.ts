import type { Return } from "../../domain/return.ts";
import type { CellEdit } from "../sheet/cell-xml.ts";
import { COVER } from "./layout.ts";
import { longDate } from "./period-words.ts";

/** Who returns, and for which period. */
export function coverCells({ organisation, period }: Return): readonly CellEdit[] {
  return [
    { ...COVER.organisationCode, value: organisation.code },
    { ...COVER.organisationName, value: organisation.name },
    { ...COVER.period, value: period.label },
    { ...COVER.firstDay, value: longDate(period.start) },
    { ...COVER.lastDay, value: longDate(period.end) },
  ];
}
