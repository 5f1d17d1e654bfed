import type { Report, ReportContext } from "../../domain/report.ts";
import { count, day } from "../report/text.ts";
import { verdictOf } from "../report/verdict.ts";

/** What the sheet About leaves open until there is a list. */
type Open = "organisation" | "period" | "verdict" | "errors" | "warnings" | "notes" | "accepted" | "madeBy";

/** How the blank names it. */
export function slot(name: Open): string {
  return `{${name}}`;
}

/** The texts of the blank with what they leave open said. `say` makes a text fit for them. */
export function fillSlots(texts: string, words: Readonly<Record<Open, string>>, say: (text: string) => string): string {
  const known = new Map<string, string>(Object.entries(words));
  return texts.replace(/\{(\w+)\}/g, (whole, name: string) => say(known.get(name) ?? whole));
}

/** What the list is of, and how much there is to do. */
export function aboutWords(report: Report, context: ReportContext): Readonly<Record<Open, string>> {
  const { organisation, period, provenance } = context.return;
  const { errors, warnings, accepted } = report.summary;
  const notes = report.findings.filter(({ severity }) => severity === "info").length;
  const { headline, work } = verdictOf(report.summary);
  return {
    organisation: `${organisation.name} (${organisation.code})`,
    period: `${period.label}, ${day(period.start)} to ${day(period.end)}`,
    verdict: `${headline}: ${work === "" ? "nothing to put right and nothing to confirm" : work}`,
    errors: `${count(errors, "error")}. The return cannot be submitted while there is one.`,
    warnings: `${count(warnings, "warning")}. Each may be right as it is: somebody who knows has to say so.`,
    notes: `${count(notes, "note")}. Nothing need be done.`,
    accepted: `${count(accepted, "warning")}, accepted with a reason in ko41a.yaml.`,
    madeBy: `${provenance.engine}, rule book ${provenance.edition}`,
  };
}
