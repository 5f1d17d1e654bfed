import path from "node:path";
import { inspectProforma } from "../workbook/proforma/inspect.ts";
import { templateMapYaml } from "../workbook/proforma/map/map-file.ts";
import { inspectionTable } from "../write/template/console.ts";
import { inspectionJson } from "../write/template/json.ts";
import { coloursFor } from "./colours.ts";
import { editionFor } from "./editions.ts";
import { readGroups } from "./files.ts";
import type { Format } from "./options.ts";
import { readMap } from "./read-returns.ts";
import { EXIT, type ExitCode, type Shell } from "./shell.ts";
import { refuseToOverwrite, writeOutputs } from "./write-outputs.ts";

export interface InspectOptions {
  readonly period?: string;
  readonly templateMap?: string;
  readonly save?: string;
  readonly force?: boolean;
  readonly format: Format;
}

function nextSteps(template: string, map: string): string {
  const files = `"${template}" --template-map "${map}"`;
  return `Map written to ${map}. Correct it where it is wrong, look again, then use it:\n  ko41a template inspect ${files}\n  ko41a generate EXPORT --org CODE --period 2025-26 --template ${files}\n`;
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
  const told = await readMap(map ?? null, book);
  const inspection = inspectProforma(template.file, template.bytes, book, told);
  if (options.save !== undefined) {
    const [folder, name] = [path.dirname(options.save), path.basename(options.save)];
    if (options.force !== true) await refuseToOverwrite(folder, [name], "name", "--save");
    await writeOutputs(folder, [{ name, content: templateMapYaml(inspection.layout, book, inspection.faults) }]);
  }
  if (options.format === "json") shell.out(inspectionJson(inspection, book));
  else {
    shell.out(inspectionTable(inspection, book, coloursFor(shell.outIsTerminal)));
    if (options.save !== undefined) shell.out(nextSteps(given, options.save));
  }
  return inspection.faults.length === 0 ? EXIT.done : EXIT.findings;
}
