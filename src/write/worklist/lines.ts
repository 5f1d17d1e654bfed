import type { Report, ReportContext, ReportedFinding } from "../../domain/report.ts";
import { acceptanceInWords } from "../report/formats.ts";
import { inOrderOfWork } from "../report/groups.ts";
import { type ItemLabels, itemLabels, labelOf } from "../report/labels.ts";
import { count } from "../report/text.ts";
import { FIRST_LINE, LAST_ROW, STATUSES, WHAT, type WorklistColumn } from "./columns.ts";

/** What stands in the cells of a line; the others are blank. */
export type WorklistLine = Readonly<Partial<Record<WorklistColumn, string | number | null>>>;

const [TO_DO] = STATUSES;

/** Every finding in the order of work. Where a sheet cannot hold them all, its last line says how many are missing. */
export function worklistLines(
  report: Report,
  { catalogue, items }: ReportContext,
  most = LAST_ROW - FIRST_LINE + 1,
): readonly WorklistLine[] {
  const findings = inOrderOfWork(report, catalogue);
  const labels = itemLabels(items);
  const fits = findings.length <= most ? findings.length : most - 1;
  const lines = findings.slice(0, fits).map((finding, at) => lineOf(finding, at + 1, catalogue, labels));
  const missing = findings.length - fits;
  return missing === 0 ? lines : [...lines, { what: WHAT.info, finding: `${count(missing, "more finding")} in report.json` }];
}

function lineOf(
  finding: ReportedFinding,
  number: number,
  catalogue: ReportContext["catalogue"],
  labels: ItemLabels,
): WorklistLine {
  const { rule, severity, message, fix, reference, site, item, source, accepted } = finding;
  const entry = catalogue.get(rule);
  return {
    number,
    ...(accepted === null
      ? { what: WHAT[severity], status: severity === "info" ? null : TO_DO }
      : { what: WHAT.accepted, status: WHAT.accepted, notes: acceptanceInWords(accepted) }),
    finding: entry?.title ?? rule,
    message,
    fix,
    reference,
    file: source?.file ?? null,
    sheet: source?.sheet ?? null,
    row: source?.row ?? null,
    column: source?.column ?? null,
    site,
    item: item === null ? null : labelOf(labels, item),
    why: entry?.why ?? null,
    rule,
  };
}
