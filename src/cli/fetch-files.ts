import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "../domain/problem.ts";
import { asRefusal } from "./files.ts";

/** @throws {Refusal} when the file is there already and may not be replaced, or can never be written */
export async function refuseTaken(file: string, force: boolean): Promise<void> {
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw asRefusal(error, file);
  });
  if (found !== null && !found.isFile())
    throw new Refusal({
      what: "This is a folder or device, not a file.",
      where: file,
      fix: "Give the name of a file with --out.",
    });
  if (found !== null && !force)
    throw new Refusal({
      what: "There is such a file already.",
      where: file,
      fix: "Give another name with --out, or replace it with --force.",
    });
}

/** What an earlier run kept; null when there is none. One that cannot be read is as good as a damaged one. */
export async function readKept(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? null : ""));
}

/**
 * Puts a file in its place whole, for this user only. What was there stays when it cannot be written.
 * @throws {Refusal}
 */
export async function writeWhole(file: string, text: string): Promise<void> {
  const fresh = `${file}.${process.pid}.tmp`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await rm(fresh, { force: true });
    await writeFile(fresh, text, { mode: 0o600, flag: "wx" });
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => {});
    throw asRefusal(error, file);
  }
}

export async function remove(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => {});
}
