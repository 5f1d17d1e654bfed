import { readFile } from "node:fs/promises";
import path from "node:path";
import { partsOfTotals } from "../domain/parts-of-totals.ts";
import type { Report, ReportContext } from "../domain/report.ts";
import type { Job, Outcome } from "../pipeline.ts";
import { ledgerCsv } from "../write/ledger-csv.ts";
import { returnJson } from "../write/return-json.ts";
import type { OutputFile } from "./write-outputs.ts";

/** How the files of a return come out. */
export interface OutputForm {
  /** Of the workbook. */
  readonly extension: string;
  /** `--share`: a page for the board as well. */
  readonly share: boolean;
}

interface OutputNames {
  readonly workbook: string;
  readonly return: string;
  readonly ledger: string;
  readonly report: string;
  readonly json: string;
  readonly worklist: string;
  readonly board?: string;
}

export function outputNames(organisation: string, period: string, { extension, share }: OutputForm): OutputNames {
  return {
    workbook: `KO41a-${organisation}-${period}.${extension}`,
    return: "return.json",
    ledger: "ledger.csv",
    report: "report.html",
    json: "report.json",
    worklist: "findings.xlsx",
    ...(share ? { board: "board.html" } : {}),
  };
}

export function namesIn(names: OutputNames): readonly string[] {
  return Object.values(names);
}

export function contextOf({ result, prior }: Outcome, { book, catalogue }: Job): ReportContext {
  const { items, policyChoices } = book;
  return { return: result, items, catalogue, policyChoices, parts: partsOfTotals(book), prior };
}

/** Every file of one return, made before any is written. */
export async function makeOutputs(outcome: Outcome, job: Job, form: OutputForm, root: string): Promise<readonly OutputFile[]> {
  const [{ reportHtml }, { reportJson }, { findingsWorkbook }, template] = await Promise.all([
    import("../write/report/html/index.ts"),
    import("../write/report/json.ts"),
    import("../write/worklist/workbook.ts"),
    readTemplate(root, "findings.xlsx"),
  ]);
  const { result, ledger, report, workbook } = outcome;
  const context = contextOf(outcome, job);
  const names = outputNames(result.organisation.code, result.period.label, form);
  return [
    { name: names.workbook, content: workbook ?? "" },
    { name: names.return, content: returnJson(result) },
    { name: names.ledger, content: ledgerCsv(ledger) },
    { name: names.report, content: reportHtml(report, context) },
    { name: names.json, content: reportJson(report) },
    { name: names.worklist, content: findingsWorkbook(template, report, context) },
    ...(names.board === undefined ? [] : [{ name: names.board, content: await boardPage(report, context) }]),
  ];
}

async function boardPage(report: Report, context: ReportContext): Promise<string> {
  const [{ boardOf }, { boardHtml }] = await Promise.all([
    import("../tally/small-numbers/board.ts"),
    import("../write/report/board/index.ts"),
  ]);
  return boardHtml(boardOf(context, report.rules), report, context);
}

export async function readTemplate(root: string, name: "ko41a.xlsx" | "findings.xlsx"): Promise<Uint8Array> {
  return readFile(path.join(root, "templates", name));
}
