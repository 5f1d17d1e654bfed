import { stat } from "node:fs/promises";
import path from "node:path";
import { type Problem, Refusal } from "../../domain/problem.ts";
import { placeOf } from "../place-of.ts";
import { refuseToOverwrite } from "../write-outputs.ts";
import type { Printout } from "./printouts.ts";

/** Files that a report may not be written over, with what they are. */
interface Taken {
  /** Files that are read. */
  readonly inputs: readonly string[];
  /** Files that the same run writes. */
  readonly outputs: readonly string[];
  readonly force: boolean;
}

/** @throws {Refusal} when an --output would replace what is read, what else is written, or a file without --force */
export async function refusePlaces(printouts: readonly Printout[], { inputs, outputs, force }: Taken): Promise<void> {
  const files = printouts.flatMap(({ output }) => (output === null ? [] : [output]));
  const read = new Set(await Promise.all(inputs.map(placeOf)));
  const written = new Set(await Promise.all(outputs.map(placeOf)));
  const problems = await Promise.all(
    files.map(async (file): Promise<Problem | null> => {
      const fix = "Give another name with --output.";
      const place = await placeOf(file);
      if (read.has(place)) return { what: "This file is one of those that are read; it is the evidence.", where: file, fix };
      if (written.has(place)) return { what: "This run writes another file of this name.", where: file, fix };
      const isFolder = (await stat(file).catch(() => null))?.isDirectory() === true;
      return isFolder ? { what: "This is a folder.", where: file, fix: "Give the name of a file with --output." } : null;
    }),
  );
  const found = problems.filter((problem) => problem !== null);
  if (found.length > 0) throw new Refusal(...found);
  if (force) return;
  for (const file of files) await refuseToOverwrite(path.dirname(file), [path.basename(file)], "name", "--output");
}
