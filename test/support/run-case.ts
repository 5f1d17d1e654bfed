import { readFileSync } from "node:fs";
import path from "node:path";
import iconv from "iconv-lite";
import { FIELDS, type Field } from "../../src/domain/field.ts";
import { ITEM } from "../../src/domain/item.ts";
import type { LedgerLine, SiteRow, TracedComplaint } from "../../src/domain/return.ts";
import type { HashedExport } from "../../src/read-input.ts";
import { readRegister } from "../../src/register/read-register.ts";
import { checkPlausibility } from "../../src/rules/checks/plausibility.ts";
import { checkAgainstPrior, type Prior } from "../../src/rules/checks/prior.ts";
import { checkRelations } from "../../src/rules/checks/relations.ts";
import { proformaFiller } from "../../src/workbook/proforma/fill/filler.ts";
import type { Case } from "./cases.ts";
import { csvText, exportFile, type Row } from "./export-file.ts";
import { NONE, siteRow } from "./figures.ts";
import { NO_REGISTER, registerOf, TWO_SITES } from "./register.ts";
import { ruleBook } from "./rule-book.ts";
import { runExports } from "./run.ts";
import { workbookOf } from "./workbook.ts";

/** A plain new complaint, so that each case shows only what it is about. */
const PLAIN_ROW: Row = {
  "Date received": "2025-05-14",
  "Site code": "RZZ01",
  "Patient age": "44",
  "Complainant status": "Patient",
  "Service areas": "Inpatient",
  Subjects: "Communications",
  Professions: "Medical",
};

/** Writes a row this many times, each time under another reference. */
const TIMES = "times";

export interface CaseOutcome {
  readonly findings: readonly { readonly rule: string; readonly severity: string }[];
  readonly complaints: readonly TracedComplaint[];
  readonly ledger: readonly LedgerLine[];
  readonly rows: readonly SiteRow[];
}

/** The rows or figures of a case through the program. */
export async function runCase(one: Case): Promise<CaseOutcome> {
  if (one.figures !== undefined) return checkFigures(one, one.figures);
  const columns = Object.entries(one.columns).map(([heading, own]): [Field, string] => [fieldOf(heading), own]);
  const { result, ledger, report } = await runExports([await exportOf(one)], {
    organisation: one.organisation,
    ...(one.organisationName === undefined ? {} : { organisationName: one.organisationName }),
    all: one.all,
    period: one.period,
    policies: one.policies,
    register: registerFor(one),
    settings: {
      columns: new Map(columns),
      accepted: one.accepted.map(({ rule, reference, reason }) => ({
        rule,
        reason,
        ...(reference === undefined ? {} : { reference }),
      })),
    },
    prior: priorOf(one),
    today: one.today ?? null,
    fill: await fillOf(one),
  });
  return { findings: report.findings, complaints: result.complaints, ledger, rows: result.rows };
}

async function fillOf({ proforma, form, period }: Case) {
  const book = ruleBook(period.slice(0, 7));
  if (form !== undefined) {
    const cells = book.items.map(({ number }) => {
      const held = form[number] ?? null;
      return typeof held === "string" ? { formula: held.slice(1), result: 0 } : held;
    });
    const rows = [
      ["Site code", "Site name", ...book.items.map(({ number }) => number)],
      ["RZZ01", "", ...cells],
    ];
    return proformaFiller("form.xlsx", await workbookOf([{ name: "Form", rows }]), book, null).fill;
  }
  if (proforma === undefined) return null;
  const bytes = readFileSync(path.join(import.meta.dirname, "../../fixtures/proformas", proforma));
  return proformaFiller(proforma, bytes, book, null).fill;
}

function checkFigures(one: Case, given: Readonly<Record<string, Readonly<Record<string, number>>>>): CaseOutcome {
  const book = ruleBook(one.period.slice(0, 7));
  const rows = Object.entries(given).map(([site, changes]) => siteRow(site, changes));
  const overall = one.overall === undefined ? null : { ...siteRow(one.organisation, one.overall), place: null };
  const placed = rows.map((row) => ({ ...row, place: null }));
  const prior = priorOf(one);
  const findings = [
    ...checkRelations({ organisation: one.organisation, rows: placed, overall, trustRowCounted: one.counted }, book),
    ...(prior === null ? [] : checkAgainstPrior(rows, [], prior, book)),
    ...checkPlausibility(rows, one.missingAspects, book),
  ];
  return { findings, complaints: [], ledger: [], rows };
}

async function exportOf({ export: rows, file, workbook }: Case): Promise<HashedExport> {
  if (file !== undefined) return exportFile(file.name, new Uint8Array(iconv.encode(file.text, file.encoding)));
  if (workbook !== undefined) return exportFile("export.xlsx", await workbookOf(workbook));
  if (rows === undefined) throw new Error("a case needs an export, a file, a workbook or figures");
  return exportFile("export.csv", csvText(rows.flatMap(rowsOf)));
}

function rowsOf({ [TIMES]: times = "1", ...row }: Row, index: number): Row[] {
  const reference = `C-${index + 1}`;
  return Array.from({ length: Number(times) }, (_, copy) => ({
    "Complaint reference": Number(times) === 1 ? reference : `${reference}.${copy + 1}`,
    ...PLAIN_ROW,
    ...row,
  }));
}

function registerFor({ register, sites }: Case) {
  if (register === "none") return NO_REGISTER;
  const known = register?.map((site) => ({ ...site, closed: site.closed ?? null })) ?? TWO_SITES;
  if (sites.length === 0) return registerOf(known);
  // The trust's own table on top of the register, as the program puts them together.
  const cells = known.map(({ code, name, parent, closed }) => {
    const line = Array.from({ length: 27 }, () => "");
    line[0] = code;
    line[1] = name;
    line[11] = (closed ?? "").replaceAll("-", "");
    line[14] = parent ?? "";
    return line;
  });
  return readRegister(
    [{ file: "ets.csv", sheet: null, rows: cells.map((line, index) => ({ row: index + 1, cells: line })) }],
    sites,
  );
}

function priorOf({ prior }: Case): Prior | null {
  if (prior === undefined) return null;
  const rows = Object.entries(prior.rows).map(([site, changes]) => siteRow(site, { ...NONE, ...changes }));
  const complaints = prior.complaints === undefined ? null : Object.entries(prior.complaints).map(priorComplaint);
  return { period: null, rows, level: prior.level, sameLength: prior.sameLength, adjoins: prior.adjoins, complaints };
}

function priorComplaint([reference, said]: readonly [string, string]): TracedComplaint {
  const record = { reference, source: [{ file: "last-year.csv", row: 2 }] };
  if (said === "resolved")
    return { ...record, fate: "counted", site: "RZZ01", items: [ITEM.new, ITEM.resolved], rules: ["resolved-in-period"] };
  if (/^RZZ/.test(said))
    return { ...record, fate: "counted", site: said, items: [ITEM.new, ITEM.carriedForward], rules: ["open-at-period-end"] };
  return { ...record, fate: "excluded", site: null, items: [], rules: [said] };
}

function fieldOf(heading: string): Field {
  const found = Object.entries(FIELDS).find(([, name]) => name === heading);
  if (found === undefined) throw new Error(`"${heading}" is no heading of the generic export`);
  return found[0] as Field;
}
