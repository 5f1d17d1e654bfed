import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Problem, Refusal } from "../domain/problem.ts";

/** Larger than any export of complaints; read whole, it would cost memory before anything is known about it. */
const LARGEST = 300_000_000;

export interface ReadFile {
  /** Base name: a path never reaches an output. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** @throws {Refusal} when the file is not there, is a folder, cannot be opened or is too large */
async function readInputFile(given: string): Promise<ReadFile> {
  try {
    const { size } = await stat(given);
    if (size > LARGEST)
      throw new Refusal({
        what: `The file is larger than ${LARGEST / 1_000_000} MB.`,
        where: given,
        fix: "Export one year at a time.",
      });
    const bytes = await readFile(given);
    return { file: path.basename(given), bytes, sha256: sha256(bytes) };
  } catch (error) {
    throw asRefusal(error, given);
  }
}

/** Reads every file; all that cannot be read are named at once. */
export async function readInputFiles(given: readonly string[]): Promise<readonly ReadFile[]> {
  const results = await Promise.allSettled(given.map(readInputFile));
  const problems = results.flatMap((result) => (result.status === "rejected" ? problemsOf(result.reason) : []));
  if (problems.length > 0) throw new Refusal(...problems);
  return results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export interface OutputFile {
  /** Path inside the output folder, with `/`. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** @throws {Refusal} naming what would be overwritten without --force */
export async function refuseToOverwrite(folder: string, names: readonly string[]): Promise<void> {
  const found = await Promise.all(names.map(async (name) => ((await exists(path.join(folder, name))) ? name : null)));
  const taken = found.filter((name) => name !== null);
  const isFile = (await exists(folder)) && !(await stat(folder)).isDirectory();
  if (isFile)
    throw new Refusal({
      what: "The output folder is the name of a file.",
      where: folder,
      fix: "Give another folder with --out.",
    });
  if (taken.length === 0) return;
  throw new Refusal({
    what: `There is output already: ${taken.join(", ")}.`,
    where: folder,
    fix: "Give another folder with --out, or replace it with --force.",
  });
}

/** Writes all files whole or none: each to a temporary name first, then all are renamed. */
export async function writeOutputs(folder: string, outputs: readonly OutputFile[]): Promise<void> {
  const written: string[] = [];
  const temporary = (target: string): string => `${target}.${process.pid}.tmp`;
  const targets = outputs.map(({ name, content }) => ({ target: path.join(folder, name), content }));
  try {
    for (const parent of new Set(targets.map(({ target }) => path.dirname(target)))) await mkdir(parent, { recursive: true });
    written.push(...targets.map(({ target }) => temporary(target)));
    await allDone(targets.map(({ target, content }) => writeFile(temporary(target), content)));
    for (const { target } of targets) await rename(temporary(target), target);
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })));
    throw asRefusal(error, folder);
  }
}

/** Waits for all before it fails, so that nothing is still being written when the leftovers are removed. */
async function allDone(writes: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(writes)).find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

const REASONS: Readonly<Record<string, Omit<Problem, "where">>> = {
  ENOENT: { what: "There is no such file.", fix: "Check the name and the folder." },
  EISDIR: { what: "This is a folder, not a file.", fix: "Give the export itself." },
  EACCES: { what: "The file or folder may not be opened.", fix: "Check the permissions, or whether it is open in Excel." },
  EPERM: { what: "The file or folder may not be changed.", fix: "Check the permissions, or whether it is open in Excel." },
  EBUSY: { what: "The file is in use.", fix: "Close it in Excel and run again." },
  ENOSPC: { what: "There is no space left on the disk.", fix: "Make room and run again." },
  EROFS: { what: "This disk is read-only.", fix: "Give another folder with --out." },
  ENOTDIR: { what: "Part of the path is a file, not a folder.", fix: "Check the path." },
  EEXIST: { what: "Part of the path is a file, not a folder.", fix: "Check the path." },
};

function asRefusal(error: unknown, where: string): unknown {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ""];
  return reason === undefined ? error : new Refusal({ ...reason, where });
}

function problemsOf(reason: unknown): readonly Problem[] {
  if (reason instanceof Refusal) return reason.problems;
  throw reason;
}
