import { FIELDS } from "../../../domain/field.ts";
import { day, quote } from "../text.ts";
import { column, complaint, type English, RUN_AGAIN } from "./say.ts";

/** When does it count? */
export const TIMING: English<"closed-without-outcome" | "outcome-without-date" | "closed-before-received" | "undecided-outcome"> =
  {
    "closed-without-outcome": ({ closed }, about) => ({
      message: `${complaint(about)} was closed on ${day(closed)} but has no outcome, so it stays open in the figures.`,
      fix: `Record Upheld, Partially upheld or Not upheld in the ${column(about, "outcome")} column ${RUN_AGAIN}`,
    }),
    "outcome-without-date": (_, about) => ({
      message: `${complaint(about)} has an outcome but no date closed, so it stays open in the figures.`,
      fix: `Fill in the ${column(about, "closed")} column, or clear its outcome if it is still open, ${RUN_AGAIN}`,
    }),
    "closed-before-received": ({ field, closed, received }, about) => ({
      message: `${complaint(about)} has ${day(closed)} in the ${column(about, field)} column, which is before it was received on ${day(
        received,
      )}, so it stays open in the figures.`,
      fix: `Correct the ${column(about, field)} column, or the date on which it was received, ${RUN_AGAIN}`,
    }),
    "undecided-outcome": ({ words }, about) => ({
      message: `${complaint(about)} has the outcome ${quote(words)}, which KO41a does not have, so it stays open in the figures.`,
      fix: /inconclusive/i.test(words)
        ? `Record Upheld, Partially upheld or Not upheld in the ${column(about, "outcome")} column, or set the policy “inconclusive”, ${RUN_AGAIN}`
        : `If these words always mean one of KO41a’s outcomes, say which in a mapping sheet (ko41a map) or under “values” in ko41a.yaml. Else record Upheld, Partially upheld or Not upheld in the ${column(about, "outcome")} column; or, where it was passed to another organisation, that organisation in a column “${FIELDS.transferredTo}”. Then run again.`,
    }),
  };
