import path from "node:path";
import { Refusal } from "../domain/problem.ts";
import { configYaml } from "../write/config-yaml.ts";
import { editionOf } from "./editions.ts";
import { quoted, stepsAfter } from "./next-steps.ts";
import { byDefault, type InitOptions, type Setup } from "./setup.ts";
import { byQuestions } from "./setup-questions.ts";
import type { Shell } from "./shell.ts";
import { type OutputFile, refuseToOverwrite, writeOutputs } from "./write-outputs.ts";

const CONFIG = "ko41a.yaml";
const MAPPING = "mapping.xlsx";

/** The command `init`: from questions, or from defaults, to a ko41a.yaml, a mapping sheet and the command to run. */
export async function init(given: readonly string[], options: InitOptions, shell: Shell): Promise<void> {
  const ask = options.yes === true ? null : (shell.ask ?? null);
  if (ask === null && options.yes !== true) throw noTerminal();
  // A person who will be asked for the export should not answer in vain.
  const names = given.length > 0 || ask !== null ? [CONFIG, MAPPING] : [CONFIG];
  if (options.force !== true) await refuseToOverwrite(options.out, names);
  const setup = ask === null ? await byDefault(given, options, shell) : await byQuestions(ask, given, options, shell);
  const { answers, sheet } = setup;
  const { book } = await editionOf(shell.root, answers.period);
  const files: OutputFile[] = [{ name: CONFIG, content: configYaml(answers, book.policyChoices) }];
  if (sheet !== null) {
    const { mappingWorkbook } = await import("../write/mapping/workbook.ts");
    files.push({ name: MAPPING, content: await mappingWorkbook(sheet) });
  }
  if (options.force !== true)
    await refuseToOverwrite(
      options.out,
      files.map(({ name }) => name),
    );
  await writeOutputs(options.out, files);
  shell.out(nextSteps(setup, options));
}

function nextSteps({ exports, ods, sheet }: Setup, { out, source }: InitOptions): string {
  const at = (name: string): string => path.join(out, name);
  const options = [
    `--config ${quoted(at(CONFIG))}`,
    ...(source === "auto" ? [] : [`--source ${source}`]),
    ...(ods.length === 0 ? [] : [`--ods ${ods.map((one) => quoted(one)).join(" ")}`]),
  ];
  if (sheet === null) return `\nWritten: ${at(CONFIG)}\n  Make the return:\n     ko41a generate EXPORT ${options.join(" ")}\n`;
  const steps = stepsAfter(at(MAPPING), sheet, { exports, options, period: null });
  return `\nWritten: ${at(CONFIG)} and ${at(MAPPING)}\n${steps}`;
}

function noTerminal(): Refusal {
  return new Refusal({
    what: "init asks questions, and here is no terminal to answer at.",
    fix: "Run it in a terminal, or take the defaults: ko41a init EXPORT --org CODE --yes.",
  });
}
