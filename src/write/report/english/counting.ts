import { day } from "../text.ts";
import { column, complaint, type English, RUN_AGAIN } from "./say.ts";

/** Does it count? */
export const COUNTING: English<"consent-not-received" | "icb-scope" | "withdrawn" | "reopened-in-period"> = {
  "consent-not-received": (_, about) => ({
    message: `${complaint(about)} has no third-party consent, and the export does not say whether it was investigated, so it counts.`,
    fix: `Record Yes or No in the ${column(about, "investigated")} column ${RUN_AGAIN}`,
  }),
  "icb-scope": (_, about) => ({
    message: `${complaint(about)} does not say whether it is about commissioning or out-of-hours care, so it was left out.`,
    fix: `If it is, record Commissioning or Out of hours in the ${column(about, "icbScope")} column ${RUN_AGAIN} If not, its provider returns it.`,
  }),
  withdrawn: ({ used, from }, about) => ({
    message: `${complaint(about)} was withdrawn but has no withdrawal date, so its ${from} was used (${day(used)}).`,
    fix: `Record when it was withdrawn, in the column ${column(about, "withdrawn")}, ${RUN_AGAIN}`,
  }),
  "reopened-in-period": ({ reopened }, about) => ({
    message: `${complaint(about)} was closed before the period and re-opened in it, on ${day(reopened)}. It is neither new nor brought forward, so it was left out.`,
    fix: `Nothing, if that is right. To count it as new, set the policy “reopened” to new-complaint ${RUN_AGAIN}`,
  }),
};
