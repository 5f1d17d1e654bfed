import { readFile } from "node:fs/promises";
import path from "node:path";
import { partsOfTotals } from "../domain/parts-of-totals.ts";
import type { ReportContext } from "../domain/report.ts";
import type { Job, Outcome } from "../pipeline.ts";
import { ledgerCsv } from "../write/ledger-csv.ts";
import { returnJson } from "../write/return-json.ts";
import type { OutputFile } from "./write-outputs.ts";

export function outputNames(organisation: string, period: string, extension: string): readonly string[] {
  const workbook = `KO41a-${organisation}-${period}.${extension}`;
  return [workbook, "return.json", "ledger.csv", "report.html", "report.json", "findings.xlsx"];
}

export function contextOf({ result, prior }: Outcome, { book, catalogue }: Job): ReportContext {
  const { items, policyChoices } = book;
  return { return: result, items, catalogue, policyChoices, parts: partsOfTotals(book), prior };
}

/** Every file of one return, made before any is written. */
export async function makeOutputs(outcome: Outcome, job: Job, extension: string, root: string): Promise<readonly OutputFile[]> {
  const [{ reportHtml }, { reportJson }, { findingsWorkbook }, worklist] = await Promise.all([
    import("../write/report/html/index.ts"),
    import("../write/report/json.ts"),
    import("../write/worklist/workbook.ts"),
    readTemplate(root, "findings.xlsx"),
  ]);
  const context = contextOf(outcome, job);
  const { result, ledger, report, workbook } = outcome;
  const contents = [
    workbook ?? "",
    returnJson(result),
    ledgerCsv(ledger),
    reportHtml(report, context),
    reportJson(report),
    findingsWorkbook(worklist, report, context),
  ];
  return outputNames(result.organisation.code, result.period.label, extension).map((name, index) => ({
    name,
    content: contents[index] ?? "",
  }));
}

export async function readTemplate(root: string, name: "ko41a.xlsx" | "findings.xlsx"): Promise<Uint8Array> {
  return readFile(path.join(root, "templates", name));
}
