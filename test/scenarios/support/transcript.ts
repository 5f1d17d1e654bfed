import type { Ran } from "./run.ts";

/** A run as a page to read: the command line, what it said or wrote, the exit code. */
export function transcript({ args, code, stdout, stderr }: Ran, shown?: string): string {
  const command = ["ko41a", ...args.map((arg) => (/[\s"]/.test(arg) ? JSON.stringify(arg) : arg))].join(" ");
  const said = [stdout, stderr === "" ? "" : `on standard error:\n${stderr}`].filter((part) => part !== "").join("\n");
  return `${command}\n\n${steady(shown ?? said).trimEnd()}\n\nexit code: ${code}\n`;
}

/** Without what a release, a new template or the system it runs on may change. */
function steady(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(/ko41a \d+\.\d+\.\d+[\w.-]*/g, "ko41a <version>")
    .replace(/("template": \{\s*"sha256": ")[0-9a-f]{64}/g, "$1<hash>")
    .replace(/^ {2}(workbook|report) .*$/gm, (line) => line.replaceAll("\\", "/"));
}

/** return.json without the figures that are 0, to be short enough to read. */
export function withoutZeros(returnJson: string): string {
  return returnJson.replace(/^ +"\w+": 0,?\n/gm, "");
}

/** report.json without the rules that found nothing. */
export function withoutPassed(reportJson: string): string {
  return reportJson.replace(/^.*"status":"passed".*\n/gm, "");
}
