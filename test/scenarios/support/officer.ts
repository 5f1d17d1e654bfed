import { execFile } from "node:child_process";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { LIBREOFFICE, PYTHON } from "../../support/judges.ts";
import type { Desk } from "./run.ts";

const OFFICER = path.join(path.dirname(fileURLToPath(import.meta.url)), "officer.py");

interface Work {
  /** By value, or by heading on the line of a heading. */
  readonly choices: Readonly<Record<string, string | number>>;
  readonly added?: readonly (readonly [heading: string, value: string, choice: string])[];
  /** Sorts, filters, colours, hides, moves a column and puts a title above. */
  readonly tidy?: boolean;
}

const start = promisify(execFile);

/** Fills a mapping sheet as an officer does in Excel. */
export async function fillIn(here: Desk, name: string, work: Work): Promise<void> {
  await start(PYTHON, [OFFICER, path.join(here.folder, name), JSON.stringify(work)]);
}

/** Opens a workbook in LibreOffice and saves it as `kind` into the folder "saved". */
export async function saveAgain(here: Desk, name: string, kind: "xlsx" | "csv"): Promise<void> {
  const at = (inside: string): string => path.join(here.folder, inside);
  const profile = `-env:UserInstallation=${pathToFileURL(at("profile")).href}`;
  const options = [profile, "--headless", "--convert-to", kind, "--outdir", at("saved"), at(name)];
  await start(LIBREOFFICE, options, { timeout: 120_000 });
}
