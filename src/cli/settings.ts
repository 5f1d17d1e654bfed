import { type Problem, Refusal } from "../domain/problem.ts";
import type { Register } from "../domain/register.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import { NO_SETTINGS, type Settings, type SiteSetting } from "../domain/settings.ts";
import type { SourceGrid } from "../domain/source-table.ts";
import { readDelimited } from "../ingest/csv.ts";
import { kindOf } from "../ingest/kind.ts";
import { decodeText } from "../ingest/text.ts";
import { type Mapping, withMapping } from "../mapping/mapping.ts";
import { readRegister } from "../register/read-register.ts";
import type { ReadFile } from "./files.ts";

/** What the trust says of its exports. The YAML reader is loaded only when there is YAML to read. */
export async function readSettings(config: ReadFile | null): Promise<Settings> {
  if (config === null) return NO_SETTINGS;
  const { readConfig } = await import("../config/read-config.ts");
  return readConfig(config.file, await decodeText(config.file, config.bytes));
}

/** Settings with the mapping sheet on top, and the sheet itself. */
export async function withMappingFile(
  settings: Settings,
  input: ReadFile | null,
  book: RuleBook,
): Promise<{ readonly settings: Settings; readonly mapping: Mapping | null }> {
  if (input === null) return { settings, mapping: null };
  const { readMappingFile } = await import("./read-mapping.ts");
  const mapping = await readMappingFile(input, book);
  return { settings: withMapping(settings, mapping), mapping };
}

export async function readOds(files: readonly ReadFile[], sites: readonly SiteSetting[]): Promise<Register> {
  return readRegister(await Promise.all(files.map(odsGrid)), sites);
}

async function odsGrid({ file, bytes }: ReadFile): Promise<SourceGrid> {
  if (bytes.length === 0 || kindOf(file, bytes) !== "delimited")
    throw new Refusal({
      what: "This is no ODS file: it holds no CSV.",
      where: file,
      fix: "Download etr.csv and ets.csv from the ODS data downloads and give them unchanged.",
    });
  const { grid } = await readDelimited(
    file,
    bytes,
    (cells) => cells.length,
    () => {},
  );
  return grid;
}

/** @throws {Refusal} when rows of two exports could not be told apart */
export function refuseTwins(exports: readonly ReadFile[]): void {
  const twins = exports.filter(({ file }, index) => exports.findIndex((other) => other.file === file) !== index);
  const problems = twins.map(
    ({ file }): Problem => ({
      what: "Two exports have this name, so rows could not be told apart.",
      where: file,
      fix: "Rename one of them.",
    }),
  );
  if (problems.length > 0) throw new Refusal(...problems);
}
