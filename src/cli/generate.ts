import path from "node:path";
import { Refusal } from "../domain/problem.ts";
import { refuseWithoutOrganisation } from "../normalise/organisations.ts";
import { type Job, makeReturn, type Outcome } from "../pipeline.ts";
import { type Input, readInput } from "../read-input.ts";
import { coloursFor } from "./colours.ts";
import { exitCodeFor } from "./exit-code.ts";
import { type Gathered, gather } from "./gather.ts";
import { FINDINGS_ON_SCREEN, type GenerateOptions } from "./options.ts";
import { makeOutputs, namesIn, type OutputForm, outputNames } from "./outputs.ts";
import { readPrior } from "./prior.ts";
import { progressOn } from "./progress.ts";
import { refusePlaces } from "./report/place-printouts.ts";
import type { Printout } from "./report/printouts.ts";
import { type Made, sayReturns } from "./report/say-returns.ts";
import type { ExitCode, Shell } from "./shell.ts";
import { summaryJson } from "./summary.ts";
import { isThere, type OutputFile, refuseToOverwrite, writeOutputs } from "./write-outputs.ts";

/** The command `generate`: gather, read, count, write, say. With exit code 2 nothing was written. */
export async function generate(given: readonly string[], options: GenerateOptions, shell: Shell): Promise<ExitCode> {
  const progress = progressOn(shell, options.progress && options.quiet !== true, () => performance.now());
  try {
    const gathered = await gather(given, options, shell.root, shell.version);
    const all = gathered.organisation === "all";
    const folder = options.out ?? `ko41a-${gathered.organisation}-${gathered.job.period.label}`;
    const writes = options.dryRun !== true;
    const form: OutputForm = { extension: gathered.extension, share: options.share === true };
    const names = all ? [] : namesIn(outputNames(gathered.organisation, gathered.job.period.label, form));
    if (writes && options.force !== true) await refuseToOverwrite(folder, names);
    await refusePlaces(options.printouts, {
      inputs: inputsOf(given, options),
      outputs: names.map((name) => path.join(folder, name)),
      force: options.force === true || !writes,
    });

    const base: Job = { ...gathered.job, organisation: all ? null : gathered.organisation, prior: null };
    const input = await readInput(gathered.exports, base, (share) => progress.step("reading the export", share));
    progress.step("counting");
    const outcomes = await settleAll(gathered, all ? refuseWithoutOrganisation(input) : input, all, base);
    progress.step("writing the workbook and the report");
    const made: Made = { outcomes, job: base, form, folder: writes ? folder : null, all };
    const said = await sayAll(made, given, options, shell);
    if (writes) await write(folder, made, said, options, shell.root);
    progress.end();
    for (const name of writes ? await earlierBoards(folder, made) : [])
      shell.err(`${name} is of an earlier run; --share makes it anew.\n`);
    for (const { format, output, text } of said) {
      if (output === null && !(options.quiet === true && format === "console")) shell.out(text);
      if (output !== null && options.quiet !== true)
        shell.err(writes ? `Written to ${output}.\n` : `${output} was not written (--dry-run).\n`);
    }
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

interface Said extends Printout {
  readonly text: string;
}

async function sayAll(made: Made, given: readonly string[], options: GenerateOptions, shell: Shell): Promise<readonly Said[]> {
  const { catalogue } = made.job;
  const { failOn, maxFindings } = options;
  const saying = { catalogue, version: shell.version, failOn, maxFindings, files: inputsOf(given, options) };
  return Promise.all(
    options.printouts.map(async ({ format, output }) => {
      const colour = coloursFor(output === null && shell.outIsTerminal);
      const text = await sayReturns(format, made, saying, {
        colour,
        maxFindings: maxFindings ?? FINDINGS_ON_SCREEN,
        width: shell.columns,
      });
      return { format, output, text };
    }),
  );
}

function inputsOf(exports: readonly string[], options: GenerateOptions): readonly string[] {
  const { config, mapping, activity, prior, template, templateMap, ods = [] } = options;
  return [...exports, ...ods, config, mapping, activity, prior, template, templateMap].filter((file) => file !== undefined);
}

async function write(folder: string, made: Made, said: readonly Said[], { force }: GenerateOptions, root: string): Promise<void> {
  const { outcomes, job, form, all } = made;
  const outputs: OutputFile[] = [];
  for (const outcome of outcomes) {
    const files = await makeOutputs(outcome, job, form, root);
    const inside = all ? `${outcome.result.organisation.code}/` : "";
    outputs.push(...files.map(({ name, content }) => ({ name: `${inside}${name}`, content })));
  }
  if (all) outputs.push({ name: "summary.json", content: summaryJson(outcomes) });
  if (force !== true)
    await refuseToOverwrite(
      folder,
      outputs.map(({ name }) => name),
    );
  const reports = said.flatMap(({ output, text }) => (output === null ? [] : [{ name: path.resolve(output), content: text }]));
  await writeOutputs(folder, [...outputs, ...reports]);
}

/** Pages for a board that this run left as they were: beside new files they would be taken for new. */
async function earlierBoards(folder: string, { outcomes, form, all }: Made): Promise<readonly string[]> {
  if (form.share) return [];
  const folders = all ? outcomes.map(({ result }) => path.join(folder, result.organisation.code)) : [folder];
  const names = folders.map((inside) => path.join(inside, "board.html"));
  const there = await Promise.all(names.map(isThere));
  return names.filter((_, at) => there[at]);
}

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
