import { nextWorkingDay } from "../../domain/local-date.ts";
import { regulations } from "../sources.ts";
import type { Exclusion } from "./exclusion.ts";

export const oralNextWorkingDay: Exclusion = {
  id: "oral-next-working-day",
  kind: "exclusion",
  severity: "info",
  title: "Verbal, and settled by the next working day",
  why: "The regulations do not ask for a spoken complaint to be handled as one when it is resolved to the person's satisfaction by the next working day.",
  effect: "Kept out, unless it was opened again, or policy oralResolvedNextWorkingDay is count.",
  source: regulations("Regulation 8(1)(c)"),
  otherwise:
    "it was received in writing, or was not settled by the next working day, or policy oralResolvedNextWorkingDay is count.",
  policy: "oralResolvedNextWorkingDay",
  excludes: ({ receivedBy, received, closed }, { policies, book }, { reopened }) =>
    policies.oralResolvedNextWorkingDay === "exclude" &&
    receivedBy === "verbal" &&
    !reopened &&
    closed !== null &&
    closed >= received &&
    closed <= nextWorkingDay(received, book.bankHolidays),
};
