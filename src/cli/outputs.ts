import { readFile } from "node:fs/promises";
import path from "node:path";
import { partsOfTotals } from "../domain/parts-of-totals.ts";
import type { Report, ReportContext } from "../domain/report.ts";
import type { Job, Outcome } from "../pipeline.ts";
import { ledgerCsv } from "../write/ledger-csv.ts";
import { returnJson } from "../write/return-json.ts";
import type { OutputFile } from "./write-outputs.ts";

const BOARD = "board.html";

export function outputNames(organisation: string, period: string, extension: string, share: boolean): readonly string[] {
  const names = [`KO41a-${organisation}-${period}.${extension}`, "return.json", "ledger.csv", "report.html", "report.json"];
  return share ? [...names, BOARD] : names;
}

export function contextOf({ result, prior }: Outcome, { book, catalogue }: Job): ReportContext {
  const { items, policyChoices } = book;
  return { return: result, items, catalogue, policyChoices, parts: partsOfTotals(book), prior };
}

/** Every file of one return, made before any is written. */
export async function makeOutputs(outcome: Outcome, job: Job, extension: string, share: boolean): Promise<readonly OutputFile[]> {
  const [{ reportHtml }, { reportJson }] = await Promise.all([
    import("../write/report/html/index.ts"),
    import("../write/report/json.ts"),
  ]);
  const { result, ledger, report, workbook } = outcome;
  const context = contextOf(outcome, job);
  const contents = [
    workbook ?? "",
    returnJson(result),
    ledgerCsv(ledger),
    reportHtml(report, context),
    reportJson(report),
    ...(share ? [await boardPage(report, context)] : []),
  ];
  return outputNames(result.organisation.code, result.period.label, extension, share).map((name, index) => ({
    name,
    content: contents[index] ?? "",
  }));
}

async function boardPage(report: Report, context: ReportContext): Promise<string> {
  const [{ boardOf }, { boardHtml }] = await Promise.all([
    import("../tally/small-numbers/board.ts"),
    import("../write/report/board/index.ts"),
  ]);
  return boardHtml(boardOf(context), report, context);
}

export async function readTemplate(root: string): Promise<Uint8Array> {
  return readFile(path.join(root, "templates", "ko41a.xlsx"));
}
