import type { Complaint } from "../../domain/complaint.ts";
import { ITEM, type ItemId } from "../../domain/item.ts";
import { completedYears, type LocalDate } from "../../domain/local-date.ts";
import type { RulesContext } from "../context.ts";

export interface AgeBandFound {
  readonly item: ItemId;
  /** Null: not known, or born after the day the age is taken. */
  readonly years: number | null;
  readonly implausible: boolean;
}

/** The patient's completed years at the date received, or of the incident, as a band. */
export function ageBandOf({ age, incident }: Complaint, received: LocalDate, { book, policies }: RulesContext): AgeBandFound {
  if (age.kind === "unknown") return { item: ITEM.ageUnknown, years: null, implausible: false };
  const at = policies.ageAt === "incident" ? (incident ?? received) : received;
  const years = age.kind === "years" ? age.years : completedYears(age.on, at);
  if ((age.kind !== "years" && age.on > at) || years > book.thresholds.oldestAge)
    return { item: ITEM.ageUnknown, years: age.kind === "years" ? years : null, implausible: true };
  const band = book.ageBands.find(({ from, to }) => years >= from && (to === null || years <= to));
  return { item: band?.item ?? ITEM.ageUnknown, years, implausible: false };
}
