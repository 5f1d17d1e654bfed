import type { Report } from "../domain/report.ts";
import type { FailOn } from "./options.ts";
import { EXIT, type ExitCode } from "./shell.ts";

/** Accepted warnings fail nothing. */
export function exitCodeFor(summaries: readonly Report["summary"][], failOn: FailOn): ExitCode {
  const errors = summaries.some((summary) => summary.errors > 0);
  const warnings = summaries.some((summary) => summary.warnings > 0);
  const fails = failOn === "never" ? false : failOn === "error" ? errors : errors || warnings;
  return fails ? EXIT.findings : EXIT.done;
}
