import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** What no commit holds, as .gitignore has it. */
const NOT_OURS: ReadonlySet<string> = new Set([".git", "node_modules", "dist", "coverage", "demo"]);

export interface SourceFile {
  /** Path inside the repository, with `/`. */
  readonly name: string;
  readonly text: string;
}

/** Every text file of the repository below a folder, in order of its name. */
export async function filesBelow(folder: string): Promise<readonly SourceFile[]> {
  const entries = await readdir(path.join(ROOT, folder), { withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter(({ name }) => !(NOT_OURS.has(name) || name.endsWith(".tmp")))
      .map(async (entry): Promise<readonly SourceFile[]> => {
        const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) return filesBelow(name);
        const text = await readFile(path.join(ROOT, name), "utf8");
        return text.includes("\u0000") ? [] : [{ name, text }];
      }),
  );
  return files.flat().sort((a, b) => (a.name < b.name ? -1 : 1));
}
