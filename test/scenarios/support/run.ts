import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../..");
const FIXTURES = path.join(ROOT, "fixtures", "scenarios");

/** A run starts a process, and several tests run at once. */
export const PATIENCE = { timeout: 60_000 } as const;

/** What a run of the program said and left behind. */
export interface Ran {
  readonly args: readonly string[];
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Everything in the folder after the run, with `/`; an empty folder ends with one. */
  readonly files: readonly string[];
}

/** A fresh folder with a space in its name, in which the program runs. */
export interface Desk {
  readonly folder: string;
  /** Copies files of fixtures/scenarios here. */
  readonly copy: (...names: readonly string[]) => Promise<void>;
  readonly write: (name: string, content: string | Uint8Array) => Promise<void>;
  readonly run: (...args: readonly string[]) => Promise<Ran>;
  readonly runWith: (env: Readonly<Record<string, string>>, ...args: readonly string[]) => Promise<Ran>;
  readonly bytes: (name: string) => Promise<Uint8Array>;
  readonly text: (name: string) => Promise<string>;
  readonly files: () => Promise<readonly string[]>;
}

const made: string[] = [];
afterAll(async () => {
  await Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 3 })));
});

export async function desk(...fixtures: readonly string[]): Promise<Desk> {
  const folder = await mkdtemp(path.join(tmpdir(), "ko41a desk "));
  made.push(folder);
  const at = (name: string): string => path.join(folder, ...name.split("/"));
  const runWith: Desk["runWith"] = async (env, ...args) => {
    const ran = await inTurn(() => start(args, folder, env));
    return { args, ...ran, files: await list(folder) };
  };
  const here: Desk = {
    folder,
    copy: async (...names) => {
      for (const name of names) await copyFile(path.join(FIXTURES, name), at(name));
    },
    write: async (name, content) => {
      await mkdir(path.dirname(at(name)), { recursive: true });
      await writeFile(at(name), content);
    },
    run: (...args) => runWith({}, ...args),
    runWith,
    bytes: (name) => readFile(at(name)),
    text: (name) => readFile(at(name), "utf8"),
    files: () => list(folder),
  };
  await here.copy(...fixtures);
  return here;
}

export async function fixture(name: string): Promise<string> {
  return readFile(path.join(FIXTURES, name), "utf8");
}

function start(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>) {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  return new Promise<Pick<Ran, "code" | "stdout" | "stderr">>((resolve, reject) => {
    execFile(
      process.execPath,
      [path.join(ROOT, "bin", "ko41a.js"), ...args],
      { cwd, env: { ...inherited, ...env }, encoding: "utf8", maxBuffer: 50_000_000, timeout: PATIENCE.timeout },
      (error, stdout, stderr) => {
        if (stderr.includes("ERR_MODULE_NOT_FOUND")) reject(new Error("the program is not built: node scripts/build.js"));
        else if (error === null) resolve({ code: 0, stdout, stderr });
        else if (typeof error.code === "number") resolve({ code: error.code, stdout, stderr });
        else reject(error);
      },
    );
  });
}

const waiting: (() => void)[] = [];
let free = Math.max(2, availableParallelism());

/** More processes at once than the machine has cores would only wait for each other. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (free > 0) free -= 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }
}

async function list(folder: string, inside = ""): Promise<readonly string[]> {
  const entries = await readdir(path.join(folder, inside), { withFileTypes: true });
  const lists = await Promise.all(
    entries.map(async (entry) => {
      const name = `${inside}${entry.name}`;
      if (!entry.isDirectory()) return [name];
      const below = await list(folder, `${name}/`);
      return below.length === 0 ? [`${name}/`] : below;
    }),
  );
  return lists.flat().sort();
}
