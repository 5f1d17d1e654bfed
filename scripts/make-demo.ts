import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { readConfig } from "../src/config/read-config.ts";
import { SOURCES } from "../src/ingest/sources/index.ts";
import { makeReturn } from "../src/pipeline.ts";
import { readInput } from "../src/read-input.ts";
import { readRegister } from "../src/register/read-register.ts";
import { catalogueOf } from "../src/rules/catalogue.ts";
import { HEADINGS, ordinaryComplaints, type Row } from "./demo/complaints.ts";
import { priorReturn } from "./demo/prior.ts";
import { SPECIAL_CASES } from "./demo/special-cases.ts";
import { CONFIG, REGISTER } from "./demo/trust.ts";
import { readEdition } from "./support/edition.ts";

/**
 * Makes the demo's files: a made-up trust, RZZ, with every counting rule exercised at least once.
 * Nothing in them is a real complaint; the same bytes every time.
 */
export async function makeDemo(): Promise<void> {
  const folder = path.join(process.cwd(), "fixtures", "demo");
  mkdirSync(folder, { recursive: true });
  const complaints = `\ufeff${csv(exportLines())}`;
  writeFileSync(path.join(folder, "complaints.csv"), complaints);
  writeFileSync(path.join(folder, "ets.csv"), csv(REGISTER));
  writeFileSync(path.join(folder, "ko41a.yaml"), CONFIG);
  writeFileSync(path.join(folder, "last-year.csv"), csv(await lastYear(complaints)));
}

function exportLines(): readonly (readonly string[])[] {
  const special = SPECIAL_CASES.map((row, index): Row => ({ ...row, "Complaint reference": `C-${30_001 + index}` }));
  const plain: Row = { ...special[0], "Record type": "Complaint" };
  const conflicting: Row = { ...plain, "Complaint reference": "C-30900" };
  const nameless: Row = { ...plain, "Complaint reference": "" };
  const rows: readonly Row[] = [
    ...ordinaryComplaints(),
    ...special,
    conflicting,
    { ...conflicting, Outcome: "Not upheld" },
    nameless,
  ];
  const lines = rows.map((row) => HEADINGS.map((heading) => row[heading] ?? ""));
  const ragged = ["C-30901", ...(lines[40] ?? []).slice(1), "one cell too many"];
  const title = ["Synthetic NHS Foundation Trust: complaints, exported 24 April 2026", ...blanks(HEADINGS.length - 1)];
  const totals = ["Total", String(lines.length + 1), ...blanks(HEADINGS.length - 2)];
  return [title, HEADINGS, ...lines, ragged, totals];
}

async function lastYear(complaints: string): Promise<readonly (readonly string[])[]> {
  const book = readEdition("2025-26");
  const [period] = book.periods;
  if (period === undefined) throw new Error("the edition has no period");
  const settings = readConfig("ko41a.yaml", CONFIG);
  const register = readRegister(
    [{ file: "ets.csv", sheet: null, rows: REGISTER.map((cells, index) => ({ row: index + 1, cells })) }],
    [],
  );
  const provenance = {
    engine: "",
    config: null,
    mapping: null,
    registers: [],
    prior: null,
    template: { sha256: "", kind: "bundled" as const },
  };
  const job = {
    organisation: "RZZ",
    period,
    policies: book.defaultPolicies,
    book,
    catalogue: catalogueOf(book),
    register,
    settings,
    sources: SOURCES,
    prior: null,
    activity: null,
    today: null,
    provenance,
    fill: null,
  };
  const bytes = new TextEncoder().encode(complaints);
  const input = await readInput([{ file: "complaints.csv", bytes, sha256: "" }], job, () => {});
  return priorReturn(makeReturn(input, { code: "RZZ", name: "SYNTHETIC NHS FOUNDATION TRUST" }, job).result, book);
}

function blanks(number: number): string[] {
  return Array<string>(number).fill("");
}

function csv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
