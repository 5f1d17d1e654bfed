import { normaliseWords } from "../../domain/words.ts";
import { guidance } from "../sources.ts";
import { type Exclusion, isThisOrganisation } from "./exclusion.ts";

export const transferredOut: Exclusion = {
  id: "transferred-out",
  kind: "exclusion",
  severity: "info",
  title: "Transferred to another organisation",
  why: "A complaint that was passed on is closed here and reported by the organisation that deals with it. A referral inside the organisation, to HR for example, is still under investigation.",
  effect: "Kept out, unless it was transferred internally.",
  source: guidance("Transferring complaints outside of the organisation"),
  otherwise: "Transferred to is blank, or says Internal.",
  excludes: ({ transferredTo }, context) =>
    transferredTo !== "" && !/^internal/.test(normaliseWords(transferredTo)) && !isThisOrganisation(transferredTo, context),
};
