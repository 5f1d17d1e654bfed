import type { Period } from "../domain/period.ts";
import { Refusal } from "../domain/problem.ts";
import { readEntries } from "./json.ts";
import { kindOf } from "./kind.ts";
import type { ExportFile } from "./read-export.ts";
import { type Visits, visitsIn } from "./sources/carehq/home-visits.ts";

/**
 * The visits that put complaints into proportion (`--activity`).
 * @throws {Refusal} when the file holds no home visits
 */
export async function readActivity({ file, bytes }: ExportFile, period: Period): Promise<Visits> {
  const kind = kindOf(file, bytes);
  if (kind !== "json" && kind !== "ndjson")
    throw new Refusal({
      what: "Activity is read from JSON: CareHQ home visits.",
      where: file,
      fix: "Fetch them with ko41a fetch carehq --resource home-visits, or save the API's answer.",
    });
  return visitsIn((await readEntries(file, bytes)).entries, { file, period });
}
