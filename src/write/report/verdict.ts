import type { Report, TitledReport } from "../../domain/report.ts";
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

/** A return is ready or not; figures that were only checked keep the relations or do not. */
export function verdictOn({ report, return: made }: TitledReport): string {
  if (made !== null) return verdictInWords(report.summary);
  const { errors } = report.summary;
  const relations = count(report.rules.filter(({ status }) => status !== "not-run").length, "relation");
  return errors === 0
    ? `The figures keep every relation that was checked (${relations}). Complaints were not looked at.`
    : `${count(errors, "figure")} ${errors === 1 ? "breaks" : "break"} a relation. Complaints were not looked at.`;
}

/** "Not ready to submit: 3 things to put right, 2 to confirm. 1 warning accepted." */
export function verdictInWords(summary: Report["summary"]): string {
  const { headline, work } = verdictOf(summary);
  const accepted = summary.accepted > 0 ? ` ${count(summary.accepted, "warning")} accepted.` : "";
  return `${headline}${work === "" ? "" : `: ${work}`}.${accepted}`;
}
