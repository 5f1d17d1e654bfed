import { readFile } from "node:fs/promises";
import path from "node:path";
import type { ReportContext } from "../domain/report.ts";
import type { Job, Outcome } from "../pipeline.ts";
import { ledgerCsv } from "../write/ledger-csv.ts";
import { returnJson } from "../write/return-json.ts";
import type { OutputFile } from "./write-outputs.ts";

export function outputNames(organisation: string, period: string): readonly string[] {
  return [`KO41a-${organisation}-${period}.xlsx`, "return.json", "ledger.csv", "report.html", "report.json"];
}

export function contextOf({ result }: Outcome, { book, catalogue }: Job): ReportContext {
  return { return: result, items: book.items, catalogue, policyChoices: book.policyChoices };
}

/** Every file of one return, made before any is written. */
export async function makeOutputs(outcome: Outcome, job: Job, template: Uint8Array): Promise<readonly OutputFile[]> {
  const [{ fillBundledWorkbook }, { reportHtml }, { reportJson }] = await Promise.all([
    import("../workbook/bundled/fill.ts"),
    import("../write/report/html/index.ts"),
    import("../write/report/json.ts"),
  ]);
  const { result, ledger, report } = outcome;
  const contents = [
    fillBundledWorkbook(template, result, job.book),
    returnJson(result),
    ledgerCsv(ledger),
    reportHtml(report, contextOf(outcome, job)),
    reportJson(report),
  ];
  return outputNames(result.organisation.code, result.period.label).map((name, index) => ({
    name,
    content: contents[index] ?? "",
  }));
}

export async function readTemplate(root: string): Promise<Uint8Array> {
  return readFile(path.join(root, "templates", "ko41a.xlsx"));
}
