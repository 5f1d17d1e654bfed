import path from "node:path";
import type { TitledReport } from "../../domain/report.ts";
import type { Job, Outcome } from "../../pipeline.ts";
import { type Colours, consoleSummary } from "../../write/report/console.ts";
import { reportJson } from "../../write/report/json.ts";
import { contextOf, type OutputForm, outputNames } from "../outputs.ts";
import { summaryJson } from "../summary.ts";
import type { ReportFormat } from "./printouts.ts";
import { type Saying, sayReports } from "./say-reports.ts";

/** The returns of one run of generate, and where they were written. */
export interface Made {
  readonly outcomes: readonly Outcome[];
  readonly job: Job;
  readonly form: OutputForm;
  /** Null when nothing is written. */
  readonly folder: string | null;
  /** `--org all`: each has a folder of its own. */
  readonly all: boolean;
}

interface Screen {
  readonly colour: Colours;
  readonly maxFindings: number;
  readonly width: number;
}

export async function sayReturns(format: ReportFormat, made: Made, saying: Saying, screen: Screen): Promise<string> {
  const { outcomes, all } = made;
  if (format === "console") return onScreen(made, screen);
  if (format === "json") return all ? summaryJson(outcomes) : outcomes.map(({ report }) => reportJson(report)).join("");
  return sayReports(format, outcomes.map(titled), saying);
}

function titled({ report, result }: Outcome): TitledReport {
  const { organisation, period } = result;
  return { title: `KO41a ${period.label}: ${organisation.name} (${organisation.code})`, report, return: result };
}

/** What a person opens. */
const SHOWN = ["workbook", "report", "worklist", "board"] as const;

function onScreen({ outcomes, job, form, folder, all }: Made, screen: Screen): string {
  const texts = outcomes.map((outcome) => {
    const said = consoleSummary(outcome.report, contextOf(outcome, job), screen);
    if (folder === null) return said;
    const { organisation, period } = outcome.result;
    const inside = all ? path.join(folder, organisation.code) : folder;
    const names = outputNames(organisation.code, period.label, form);
    const places = SHOWN.flatMap((kind) => {
      const name = names[kind];
      return name === undefined ? [] : [`  ${kind.padEnd(10)}${path.join(inside, name)}\n`];
    });
    const { errors, warnings } = outcome.report.summary;
    return `${said}${places.join("")}${errors + warnings > 0 ? AGAIN : ""}\n`;
  });
  return `${texts.join("")}${folder === null ? "Nothing was written (--dry-run).\n" : ""}`;
}

/** Output is never replaced unasked, so whoever puts something right has to ask. */
const AGAIN = "  To replace them after putting things right, run the same command with --force at its end.\n";
