import path from "node:path";
import { Refusal } from "../domain/problem.ts";
import { refuseWithoutOrganisation } from "../normalise/organisations.ts";
import { type Job, makeReturn, type Outcome } from "../pipeline.ts";
import { type Input, readInput } from "../read-input.ts";
import { consoleSummary } from "../write/report/console.ts";
import { reportJson } from "../write/report/json.ts";
import { coloursFor } from "./colours.ts";
import { exitCodeFor } from "./exit-code.ts";
import { type Gathered, gather } from "./gather.ts";
import type { GenerateOptions } from "./options.ts";
import { contextOf, makeOutputs, outputNames } from "./outputs.ts";
import { readPrior } from "./prior.ts";
import { progressOn } from "./progress.ts";
import type { ExitCode, Shell } from "./shell.ts";
import { summaryJson } from "./summary.ts";
import { type OutputFile, refuseToOverwrite, writeOutputs } from "./write-outputs.ts";

/** The command `generate`: gather, read, count, write, say. With exit code 2 nothing was written. */
export async function generate(given: readonly string[], options: GenerateOptions, shell: Shell): Promise<ExitCode> {
  const progress = progressOn(shell, options.progress && options.quiet !== true, () => performance.now());
  try {
    const gathered = await gather(given, options, shell.root, shell.version);
    const all = gathered.organisation === "all";
    const folder = options.out ?? `ko41a-${gathered.organisation}-${gathered.job.period.label}`;
    const writes = options.dryRun !== true;
    if (writes && options.force !== true && !all)
      await refuseToOverwrite(
        folder,
        outputNames(gathered.organisation, gathered.job.period.label, gathered.extension, options.share === true),
      );

    const base: Job = { ...gathered.job, organisation: all ? null : gathered.organisation, prior: null };
    const input = await readInput(gathered.exports, base, (share) => progress.step("reading the export", share));
    progress.step("counting");
    const outcomes = await settleAll(gathered, all ? refuseWithoutOrganisation(input) : input, all, base);
    progress.step("writing the workbook and the report");
    if (writes) await write(folder, outcomes, base, gathered, options, all);
    progress.end();
    say(outcomes, base, gathered.extension, writes ? folder : null, options, shell, all);
    return exitCodeFor(
      outcomes.map(({ report }) => report.summary),
      options.failOn,
    );
  } finally {
    progress.end();
  }
}

async function settleAll(gathered: Gathered, input: Input, all: boolean, base: Job): Promise<readonly Outcome[]> {
  const codes = all ? organisationsIn(input) : [gathered.organisation];
  if (codes.length === 0)
    throw new Refusal({
      what: "No row names an organisation.",
      fix: "Give --org CODE instead of --org all, or fill the column Organisation code.",
    });
  const outcomes: Outcome[] = [];
  for (const code of codes) {
    const registered = base.register.byCode.get(code)?.name;
    const name = (all ? null : gathered.organisationName) ?? registered ?? code;
    const prior =
      gathered.prior === null ? null : await readPrior(gathered.prior, code, !all, base.period, base.book, gathered.templateMap);
    if (gathered.prior !== null && prior === null && !all) throw notInPrior(gathered.prior.file, code);
    outcomes.push(makeReturn(input, { code, name }, { ...base, prior }));
  }
  return outcomes;
}

async function write(
  folder: string,
  outcomes: readonly Outcome[],
  job: Job,
  { extension }: Gathered,
  options: GenerateOptions,
  all: boolean,
): Promise<void> {
  const outputs: OutputFile[] = [];
  for (const outcome of outcomes) {
    const files = await makeOutputs(outcome, job, extension, options.share === true);
    const inside = all ? `${outcome.result.organisation.code}/` : "";
    outputs.push(...files.map(({ name, content }) => ({ name: `${inside}${name}`, content })));
  }
  if (all) outputs.push({ name: "summary.json", content: summaryJson(outcomes) });
  if (options.force !== true)
    await refuseToOverwrite(
      folder,
      outputs.map(({ name }) => name),
    );
  await writeOutputs(folder, outputs);
}

function say(
  outcomes: readonly Outcome[],
  job: Job,
  extension: string,
  folder: string | null,
  options: GenerateOptions,
  shell: Shell,
  all: boolean,
): void {
  if (options.format === "json") {
    const reports = outcomes.map(({ report }) => reportJson(report));
    shell.out(all ? summaryJson(outcomes) : (reports[0] ?? ""));
    return;
  }
  if (options.quiet === true) return;
  const colour = coloursFor(shell.outIsTerminal);
  for (const outcome of outcomes) {
    const context = contextOf(outcome, job);
    shell.out(consoleSummary(outcome.report, context, { colour, maxFindings: options.maxFindings, width: shell.columns }));
    const { organisation, period } = outcome.result;
    if (folder === null) continue;
    const inside = all ? path.join(folder, organisation.code) : folder;
    const names = outputNames(organisation.code, period.label, extension, options.share === true);
    const [workbook = "", , , report = "", , board] = names;
    shell.out(`  workbook  ${path.join(inside, workbook)}\n  report    ${path.join(inside, report)}\n`);
    if (board !== undefined) shell.out(`  board     ${path.join(inside, board)}\n`);
    shell.out(outcome.report.summary.errors + outcome.report.summary.warnings > 0 ? `${AGAIN}\n` : "\n");
  }
  if (folder === null) shell.out("Nothing was written (--dry-run).\n");
}

/** Output is never replaced unasked, so whoever puts something right has to ask. */
const AGAIN = "  To replace them after putting things right, run the same command with --force at its end.\n";

function notInPrior(file: string, code: string): Refusal {
  return new Refusal({
    what: `The prior return has no figures of ${code}.`,
    where: file,
    fix: `Give last period's return of ${code}.`,
  });
}

/** Every organisation that a complaint names, in order of their codes. */
function organisationsIn(input: Input): readonly string[] {
  const codes = new Set(input.complaints.flatMap(({ organisation }) => (organisation === null ? [] : [organisation])));
  return [...codes].sort();
}
