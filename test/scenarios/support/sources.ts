import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Desk, desk } from "./run.ts";

const SOURCES = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../../fixtures/sources");

/** Stands in every name, note and free text of the fixtures. */
export const PRIVATE = "PRIVATE-TEXT";

type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What was counted by hand: of a complaint its fate, the row it counts in, rules among others and findings among others. */
interface ExpectedComplaint {
  readonly why: string;
  readonly fate: string;
  readonly site?: string;
  /** Why it was kept out; several joined by `|` where the contract leaves open which. */
  readonly rule?: string;
  readonly rules?: readonly string[];
  readonly findings?: readonly string[];
}

export interface ExpectedRun {
  readonly title?: string;
  readonly files: readonly string[];
  readonly args: readonly string[];
  readonly config: string;
  readonly recognised: string;
  readonly balance: Readonly<Record<string, number>>;
  readonly counts: Figures;
  readonly complaints: Readonly<Record<string, ExpectedComplaint>>;
  /** Birth dates in the export, as anybody might write them. */
  readonly neverShown?: readonly string[];
  /** Rows that name no complaint. */
  readonly rowsWithoutReference?: readonly {
    readonly row: number;
    readonly fate: string;
    readonly rule: string;
    readonly why: string;
  }[];
}

type Expected = { readonly runs: Readonly<Record<string, ExpectedRun>> } | Omit<ExpectedRun, "files" | "args" | "config">;

/** Every run that fixtures/sources/<system>/expected.json describes. */
export function runsOf(system: string): readonly (readonly [name: string, run: ExpectedRun])[] {
  const file = path.join(SOURCES, system, "expected.json");
  if (!existsSync(file)) return [];
  const expected = JSON.parse(readFileSync(file, "utf8")) as Expected;
  if ("runs" in expected) return Object.entries(expected.runs).map(([name, run]) => [`${system}: ${name}`, run]);
  const dump = { ...expected, files: ["dump.json"], args: [], config: "ko41a.yaml", recognised: system };
  return [[`${system}: dump`, dump]];
}

/** A folder with files of fixtures/sources/<system> in it. */
export async function deskOf(system: string, ...names: readonly string[]): Promise<Desk> {
  const here = await desk();
  for (const name of names) await here.write(name, await readFile(path.join(SOURCES, system, name)));
  return here;
}
