import { Command, CommanderError } from "commander";
import { Refusal } from "../domain/problem.ts";
import { addDiff } from "./commands/diff.ts";
import { addExplain } from "./commands/explain.ts";
import { addFetch } from "./commands/fetch.ts";
import { addGenerate } from "./commands/generate.ts";
import { addInit } from "./commands/init.ts";
import { addItems } from "./commands/items.ts";
import { addMap } from "./commands/map.ts";
import { addReconcile } from "./commands/reconcile.ts";
import { addRules } from "./commands/rules.ts";
import { addTemplate } from "./commands/template.ts";
import { addValidate } from "./commands/validate.ts";
import { sayBug, sayProblems } from "./say-problems.ts";
import { EXIT, type ExitCode, type Finish, type Shell } from "./shell.ts";

/** Runs one command line, without the program's name. Expected failures are said in words; bugs say how to report them. */
export async function main(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  const finish: Finish = (given) => {
    code = given;
  };
  const program = new Command("ko41a")
    .description("Turns complaint exports into a KO41a return: counts rule by rule, fills the workbook, explains every figure.")
    .version(shell.version, "-V, --version", "print the version")
    .option("--debug", "print the stack of a fault of the program")
    .helpOption("-h, --help", "print this help")
    .showHelpAfterError("(ko41a --help, or ko41a COMMAND --help, lists what can be given)")
    .configureOutput({ writeOut: shell.out, writeErr: shell.err })
    .exitOverride();
  for (const add of [
    addGenerate,
    addMap,
    addInit,
    addFetch,
    addValidate,
    addExplain,
    addDiff,
    addReconcile,
    addRules,
    addItems,
    addTemplate,
  ])
    add(program, shell, finish);
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.refused;
    if (error instanceof Refusal) shell.err(sayProblems(error.problems));
    else shell.err(sayBug(error, shell.version, process.version, argv.includes("--debug")));
    return EXIT.refused;
  }
}
