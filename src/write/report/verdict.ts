import type { Report } from "../../domain/report.ts";
import { count, figure } from "./text.ts";

export interface Verdict {
  readonly state: "not-ready" | "to-confirm" | "ready";
  readonly headline: string;
  /** "3 things to put right, 2 to confirm"; empty when there is nothing. */
  readonly work: string;
}

export function verdictOf({ errors, warnings }: Report["summary"]): Verdict {
  if (errors > 0) {
    const confirm = warnings > 0 ? `, ${figure(warnings)} to confirm` : "";
    return {
      state: "not-ready",
      headline: "Not ready to submit",
      work: `${count(errors, "thing")} to put right${confirm}`,
    };
  }
  if (warnings > 0) return { state: "to-confirm", headline: "Nearly ready", work: `${count(warnings, "thing")} to confirm` };
  return { state: "ready", headline: "Ready to submit", work: "" };
}

/** "Not ready to submit: 3 things to put right, 2 to confirm. 1 warning accepted." */
export function verdictInWords(summary: Report["summary"]): string {
  const { headline, work } = verdictOf(summary);
  const accepted = summary.accepted > 0 ? ` ${count(summary.accepted, "warning")} accepted.` : "";
  return `${headline}${work === "" ? "" : `: ${work}`}.${accepted}`;
}
