import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
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
    const found = await stat(given);
    if (!found.isFile())
      throw new Refusal({ what: "This is a folder or device, not a file.", where: given, fix: "Give the file itself." });
    if (found.size > LARGEST)
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

/** Reads files in named groups, as options give them; all that cannot be read are named at once. */
export async function readGroups<G extends string>(
  groups: Readonly<Record<G, readonly string[]>>,
): Promise<Readonly<Record<G, readonly ReadFile[]>>> {
  const names = Object.entries(groups) as [G, readonly string[]][];
  const files = [...(await readInputFiles(names.flatMap(([, given]) => given)))];
  return Object.fromEntries(names.map(([group, given]) => [group, files.splice(0, given.length)])) as Record<G, ReadFile[]>;
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

const REASONS: Readonly<Record<string, Omit<Problem, "where">>> = {
  ENOENT: { what: "There is no such file.", fix: "Check the name and the folder." },
  EISDIR: { what: "This is a folder, not a file.", fix: "Give the file itself." },
  EACCES: { what: "The file or folder may not be opened.", fix: "Check the permissions, or whether it is open in Excel." },
  EPERM: { what: "The file or folder may not be changed.", fix: "Check the permissions, or whether it is open in Excel." },
  EBUSY: { what: "The file is in use.", fix: "Close it in Excel and run again." },
  ENOSPC: { what: "There is no space left on the disk.", fix: "Make room and run again." },
  EROFS: { what: "This disk is read-only.", fix: "Give another folder with --out." },
  ENOTDIR: { what: "Part of the path is a file, not a folder.", fix: "Check the path." },
  EEXIST: { what: "Part of the path is a file, not a folder.", fix: "Check the path." },
};

/** What the file system says, in words; anything unknown stays as it is. */
export function asRefusal(error: unknown, where: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof Refusal || code === undefined || !/^E[A-Z0-9]+$/.test(code)) return error;
  return new Refusal({
    ...(REASONS[code] ?? { what: `The system refused it (${code}).`, fix: "Try another folder or disk." }),
    where,
  });
}

function problemsOf(reason: unknown): readonly Problem[] {
  if (reason instanceof Refusal) return reason.problems;
  throw reason;
}
