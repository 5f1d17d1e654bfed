import { writeFileSync } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "../domain/problem.ts";
import { asRefusal } from "./files.ts";
import { firstTwice } from "./place-of.ts";

export interface OutputFile {
  /** Path inside the output folder, with `/`; or an absolute one. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** @throws {Refusal} naming what would be overwritten without --force */
export async function refuseToOverwrite(
  folder: string,
  names: readonly string[],
  kind: "folder" | "name" = "folder",
  option = "--out",
): Promise<void> {
  const found = await Promise.all(names.map(async (name) => ((await isThere(path.join(folder, name))) ? name : null)));
  const taken = found.filter((name) => name !== null);
  if ((await isThere(folder)) && !(await stat(folder)).isDirectory())
    throw new Refusal({
      what: kind === "folder" ? "The output folder is the name of a file." : "The folder of this name is a file.",
      where: folder,
      fix: `Give another ${kind} with ${option}.`,
    });
  if (taken.length === 0) return;
  throw new Refusal({
    what: `There is output already: ${taken.join(", ")}.`,
    where: folder,
    fix: `To replace it, run the same command with --force at its end. Or give another ${kind} with ${option}.`,
  });
}

/**
 * Writes all files whole or none: first under temporary names, then each takes its place. When one cannot, because it
 * is open in Excel say, those that did are put back as they were.
 * @throws {Refusal}
 */
export async function writeOutputs(folder: string, outputs: readonly OutputFile[], option = "--out"): Promise<void> {
  const files = outputs.map(({ name, content }) => {
    const target = path.resolve(folder, name);
    return { target, content, fresh: `${target}.${process.pid}.new.tmp`, old: `${target}.${process.pid}.old.tmp` };
  });
  const twice = await firstTwice(files.map(({ target }) => target));
  if (twice !== null)
    throw new Refusal({
      what: "This run writes two files of this name.",
      where: path.relative("", twice),
      fix: "Give the report another name with --output.",
    });
  const undo: (() => Promise<unknown>)[] = [];
  let at = folder;
  try {
    for (const parent of new Set(files.map(({ target }) => path.dirname(target)))) {
      at = parent;
      const made = await mkdir(parent, { recursive: true });
      if (made !== undefined) undo.push(() => rm(made, { recursive: true, force: true }));
    }
    undo.push(() => Promise.all(files.map(({ fresh }) => rm(fresh, { force: true }))));
    for (const { target, fresh, content } of files) {
      at = target;
      writeFileSync(fresh, bytesOf(content));
    }
    for (const { target, fresh, old } of files) {
      at = target;
      const replaces = await isThere(target);
      if (replaces && !(await stat(target)).isFile())
        throw new Refusal({
          what: "A folder has the name of an output file.",
          where: path.relative("", target),
          fix:
            option === "--out"
              ? "Give another name with --out, or with --output for a report."
              : `Give another name with ${option}.`,
        });
      if (replaces) await rename(target, old);
      undo.push(() => (replaces ? rename(old, target) : rm(target, { force: true })));
      await rename(fresh, target);
    }
  } catch (error) {
    for (const step of undo.reverse()) await step().catch(() => {});
    throw asRefusal(error, path.relative("", at));
  }
  await Promise.all(files.map(({ old }) => rm(old, { force: true })));
}

export async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Large texts are encoded in one go, which costs less than writing them as text. */
function bytesOf(content: OutputFile["content"]): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : content;
}
