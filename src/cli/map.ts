import path from "node:path";
import type { MappingSheet } from "../domain/mapping.ts";
import { Refusal } from "../domain/problem.ts";
import { sourcesFor } from "../ingest/sources/index.ts";
import { mapExports } from "../map-export.ts";
import { coloursFor } from "./colours.ts";
import { editionFor } from "./editions.ts";
import { readGroups } from "./files.ts";
import { quoted, stepsAfter } from "./next-steps.ts";
import type { Format } from "./options.ts";
import { readOds, readSettings, refuseTwins, withMappingFile } from "./settings.ts";
import type { Shell } from "./shell.ts";
import { refuseToOverwrite, writeOutputs } from "./write-outputs.ts";

export interface MapOptions {
  readonly org?: string;
  readonly period?: string;
  readonly source: string;
  readonly config?: string;
  readonly mapping?: string;
  readonly ods?: readonly string[];
  readonly out?: string;
  readonly force?: boolean;
  readonly format: Format;
  readonly max: number;
}

/** The command `map`: what exports hold, on the screen and as a sheet to be filled. */
export async function map(given: readonly string[], options: MapOptions, shell: Shell): Promise<void> {
  if (options.out !== undefined) {
    writerFor(options.out);
    refuseToReplaceInput(options.out, given);
  }
  const sheet = await surveyed(given, options, shell);
  if (options.out !== undefined) await write(options.out, sheet, options.force === true);
  const [{ mappingConsole }, { mappingJson }] = await Promise.all([
    import("../write/mapping/console.ts"),
    import("../write/mapping/json.ts"),
  ]);
  if (options.format === "json") return shell.out(mappingJson(sheet));
  shell.out(mappingConsole(sheet, { colour: coloursFor(shell.outIsTerminal), width: shell.columns, max: options.max }));
  if (options.out !== undefined) shell.out(nextSteps(given, sheet, options, (await editionFor(shell.root, null)).edition));
}

type SurveyOptions = Pick<MapOptions, "org" | "period" | "source" | "config" | "mapping" | "ods">;

/** What exports hold, with everything beside them that helps to understand it. */
export async function surveyed(given: readonly string[], options: SurveyOptions, shell: Shell): Promise<MappingSheet> {
  const files = await readGroups({
    exports: given,
    config: options.config === undefined ? [] : [options.config],
    mapping: options.mapping === undefined ? [] : [options.mapping],
    ods: options.ods ?? [],
  });
  refuseTwins(files.exports);
  const [config = null] = files.config;
  const [earlier = null] = files.mapping;
  const configured = await readSettings(config);
  const book = await editionFor(shell.root, options.period ?? configured.period);
  const period = book.periods.find(({ label }) => label === (options.period ?? configured.period)) ?? book.periods[0];
  if (period === undefined) throw new Error(`the rule book of ${book.edition} has no period`);
  const { settings, mapping } = await withMappingFile(configured, earlier, book);
  const organisation = options.org ?? configured.organisation;
  return mapExports(files.exports, {
    period,
    book,
    register: await readOds(files.ods, settings.sites),
    organisation: organisation === "all" ? null : organisation,
    settings,
    sources: sourcesFor(options.source),
    earlier: mapping,
  });
}

type Writer = (sheet: MappingSheet) => Promise<string | Uint8Array>;

const WRITERS: Readonly<Record<string, Writer>> = {
  ".xlsx": async (sheet) => (await import("../write/mapping/workbook.ts")).mappingWorkbook(sheet),
  ".csv": async (sheet) => (await import("../write/mapping/csv.ts")).mappingCsv(sheet),
  ".yaml": async (sheet) => (await import("../write/mapping/yaml.ts")).mappingYaml(sheet),
  ".yml": async (sheet) => (await import("../write/mapping/yaml.ts")).mappingYaml(sheet),
};

function writerFor(out: string): Writer {
  const writer = WRITERS[path.extname(out).toLowerCase()];
  if (writer !== undefined) return writer;
  throw new Refusal({
    what: "A mapping sheet is a workbook, a CSV or YAML.",
    where: out,
    fix: "Let its name end in .xlsx, .csv or .yaml.",
  });
}

/** Not even --force may cost the export itself. */
function refuseToReplaceInput(out: string, exports: readonly string[]): void {
  if (exports.some((one) => path.resolve(one) === path.resolve(out)))
    throw new Refusal({
      what: "The mapping sheet would take the place of the export.",
      where: out,
      fix: "Give another name with --out, as mapping.xlsx.",
    });
}

async function write(out: string, sheet: MappingSheet, force: boolean): Promise<void> {
  const folder = path.dirname(out);
  const name = path.basename(out);
  if (!force) await refuseToOverwrite(folder, [name], "name");
  await writeOutputs(folder, [{ name, content: await writerFor(out)(sheet) }]);
}

function nextSteps(exports: readonly string[], sheet: MappingSheet, given: MapOptions, latest: string): string {
  const { out = "", org, period, config, source, ods = [] } = given;
  const options = [
    ...(config === undefined
      ? [`--org ${org ?? "CODE"}`]
      : [`--config ${quoted(config)}`, ...(org === undefined ? [] : [`--org ${org}`])]),
    ...(source === "auto" ? [] : [`--source ${source}`]),
    ...(ods.length === 0 ? [] : [`--ods ${ods.map((one) => quoted(one)).join(" ")}`]),
  ];
  const when = period ?? (config === undefined ? latest : null);
  return `Written: ${out}\n${stepsAfter(out, sheet, { exports, options, period: when })}`;
}
