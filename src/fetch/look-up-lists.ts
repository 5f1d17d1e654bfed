import * as z from "zod/mini";
import type { Params } from "./sign.ts";

export type LookUpName = "locations" | "groups" | "service-users";

/** A list in which ids are looked up. */
export interface LookUpList<T> {
  readonly name: LookUpName;
  readonly attributes: readonly string[];
  readonly item: z.ZodMiniType<T>;
  /** What is asked besides, in turn, until every id is found. */
  readonly rounds: readonly Params[];
}

const id = z.string();
const text = z._default(z.nullable(z.string()), null);
const Named = z.object({ _id: id, name: text });
const Born = z.object({ _id: id, dob: text });
const SUBJECTS = { "filters-group_type": "complaint_subject_matter" };

export const LOCATIONS: LookUpList<z.infer<typeof Named>> = {
  name: "locations",
  attributes: ["_id", "name"],
  item: Named,
  rounds: [{}],
};

/** Archived groups stay out unless they are asked for, though old complaints still have them as their subject. */
export const SUBJECT_MATTERS: LookUpList<z.infer<typeof Named>> = {
  name: "groups",
  attributes: ["_id", "name"],
  item: Named,
  rounds: [SUBJECTS, { ...SUBJECTS, "filters-archived": "yes" }],
};

/** Names of people are not asked for, and not let in. */
export const SERVICE_USERS: LookUpList<z.infer<typeof Born>> = {
  name: "service-users",
  attributes: ["_id", "dob"],
  item: Born,
  rounds: [{}],
};
