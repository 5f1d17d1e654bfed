import { realpath } from "node:fs/promises";
import path from "node:path";
import type { TitledReport } from "../../domain/report.ts";
import type { RuleEntry } from "../../domain/rule.ts";
import type { FormatOptions } from "../../write/report/formats.ts";
import type { ReportFormat } from "./printouts.ts";

/** What no report knows of itself. */
export interface Saying {
  readonly catalogue: ReadonlyMap<string, RuleEntry>;
  readonly version: string;
  readonly failOn: string;
  /** As it was given. */
  readonly maxFindings: number | undefined;
  /** Files as they were given. */
  readonly files: readonly string[];
}

/** Formats that are the same for every command that makes reports. */
export type SharedFormat = Exclude<ReportFormat, "console" | "json">;

export async function sayReports(format: SharedFormat, reports: readonly TitledReport[], saying: Saying): Promise<string> {
  const options: FormatOptions = {
    catalogue: saying.catalogue,
    engine: `ko41a ${saying.version}`,
    maxFindings: saying.maxFindings ?? null,
    warningsFail: saying.failOn === "warning",
    pathOf: await pathsOf(saying.files),
  };
  switch (format) {
    case "markdown":
      return (await import("../../write/report/markdown.ts")).reportMarkdown(reports, options);
    case "github":
      return (await import("../../write/report/github.ts")).reportGithub(reports, options);
    case "junit":
      return (await import("../../write/report/junit.ts")).reportJunit(reports, options);
    case "sarif":
      return (await import("../../write/report/sarif.ts")).reportSarif(reports, options);
  }
}

/**
 * A report names files without their folders; a pull request shows a finding only at a path inside the checkout, which is
 * where GitHub says it is, or else the folder of the run. Null for files elsewhere and for two of one name, so that no other
 * is meant.
 */
async function pathsOf(files: readonly string[]): Promise<FormatOptions["pathOf"]> {
  const real = (file: string): Promise<string> => realpath(file).catch(() => path.resolve(file));
  const checkout = await real(process.env.GITHUB_WORKSPACE || ".");
  const paths = new Map<string, string | null>();
  for (const file of new Set(files)) {
    const name = path.basename(file);
    paths.set(name, paths.has(name) ? null : insideOf(checkout, await real(file)));
  }
  return (file) => paths.get(file) ?? null;
}

/** With "/"; null for what is not below the folder. */
function insideOf(folder: string, file: string): string | null {
  const found = path.relative(folder, file);
  const isInside = found !== ".." && !found.startsWith(`..${path.sep}`) && !path.isAbsolute(found);
  return isInside ? found.split(path.sep).join("/") : null;
}
