import path from "node:path";
import { Refusal } from "../domain/problem.ts";
import type { OutputOptions } from "./options.ts";
import { placeOf } from "./place-of.ts";
import type { Shell } from "./shell.ts";
import { refuseToOverwrite, writeOutputs } from "./write-outputs.ts";

/**
 * Prints a text, or writes it to the file of --output and says so on standard error.
 * @throws {Refusal} when the file is one of those that were read, or is there already and --force was not given
 */
export async function print(
  text: string,
  { output, force }: OutputOptions,
  shell: Shell,
  inputs: readonly string[] = [],
): Promise<void> {
  if (output === undefined) {
    shell.out(text);
    return;
  }
  const [folder, name] = [path.dirname(output), path.basename(output)];
  const read = await Promise.all(inputs.map(placeOf));
  if (read.includes(await placeOf(output)))
    throw new Refusal({
      what: "This file is one of those that are read; it is the evidence.",
      where: output,
      fix: "Give another name with --output.",
    });
  if (force !== true) await refuseToOverwrite(folder, [name], "name", "--output");
  await writeOutputs(folder, [{ name, content: text }], "--output");
  shell.err(`Written to ${output}.\n`);
}
