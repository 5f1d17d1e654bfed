import path from "node:path";
import { decodeText } from "../ingest/text.ts";
import { inspectProforma } from "../workbook/proforma/inspect.ts";
import { readTemplateMap, templateMapYaml } from "../workbook/proforma/map-file.ts";
import { inspectionTable } from "../write/template/console.ts";
import { inspectionJson } from "../write/template/json.ts";
import { coloursFor } from "./colours.ts";
import { editionFor } from "./editions.ts";
import { readGroups } from "./files.ts";
import type { Format } from "./options.ts";
import { EXIT, type ExitCode, type Shell } from "./shell.ts";
import { refuseToOverwrite, writeOutputs } from "./write-outputs.ts";

export interface InspectOptions {
  readonly period?: string;
  readonly templateMap?: string;
  readonly save?: string;
  readonly force?: boolean;
  readonly format: Format;
}

/** The command `template inspect`: exit code 1 when the workbook cannot be filled as it is. */
export async function inspect(given: string, options: InspectOptions, shell: Shell): Promise<ExitCode> {
  const book = await editionFor(shell.root, options.period ?? null);
  const { templates, maps } = await readGroups({
    templates: [given],
    maps: options.templateMap === undefined ? [] : [options.templateMap],
  });
  const [template] = templates;
  const [map] = maps;
  if (template === undefined) throw new Error("no template was read");
  const told = map === undefined ? null : readTemplateMap(map.file, await decodeText(map.file, map.bytes), book);
  const inspection = inspectProforma(template.file, template.bytes, book, told);
  if (options.save !== undefined) {
    const [folder, name] = [path.dirname(options.save), path.basename(options.save)];
    if (options.force !== true) await refuseToOverwrite(folder, [name], "name");
    await writeOutputs(folder, [{ name, content: templateMapYaml(inspection.layout, book) }]);
  }
  if (options.format === "json") shell.out(inspectionJson(inspection, book));
  else {
    shell.out(inspectionTable(inspection, book, coloursFor(shell.outIsTerminal)));
    if (options.save !== undefined) shell.out(`map  ${options.save}\n`);
  }
  return inspection.faults.length === 0 ? EXIT.done : EXIT.findings;
}
