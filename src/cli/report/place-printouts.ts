import path from "node:path";
import { type Problem, Refusal } from "../../domain/problem.ts";
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
  const among = (file: string, others: readonly string[]): boolean =>
    others.some((other) => path.resolve(other) === path.resolve(file));
  const problems = files.flatMap((file): readonly Problem[] => {
    const fix = "Give another name with --output.";
    if (among(file, inputs)) return [{ what: "This file is one of those that are read; it is the evidence.", where: file, fix }];
    if (among(file, outputs)) return [{ what: "This run writes another file of this name.", where: file, fix }];
    return [];
  });
  if (problems.length > 0) throw new Refusal(...problems);
  if (force) return;
  for (const file of files) await refuseToOverwrite(path.dirname(file), [path.basename(file)], "name", "--output");
}
