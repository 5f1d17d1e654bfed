import type { LocalDate } from "../domain/local-date.ts";
import type { ResourceName } from "./listings.ts";

export interface Query {
  readonly resource: ResourceName;
  readonly from: LocalDate;
  readonly to: LocalDate;
}
