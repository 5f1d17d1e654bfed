import { type Finding, finding } from "../../../domain/finding.ts";
import { type Problem, Refusal } from "../../../domain/problem.ts";
import type { FilledWorkbook, FillProof, Layout } from "../../../domain/proforma.ts";
import type { Return } from "../../../domain/return.ts";
import type { RuleBook } from "../../../domain/rule-book.ts";
import type { Place } from "../../../domain/source-table.ts";
import { addressOf } from "../../../package/address.ts";
import { type Parts, packageBytes, withPart } from "../../../package/parts.ts";
import { cellKey } from "../../book/cell.ts";
import type { Sheet } from "../../book/read-book.ts";
import { recalculatedOnLoad } from "../../book/recalculate-on-load.ts";
import type { Value } from "../../formula/evaluate.ts";
import { type Recalculated, recalculate } from "../../formula/recalculate.ts";
import type { CellEdit } from "../../sheet/cell-xml.ts";
import { patchSheet } from "../../sheet/patch-sheet.ts";
import type { Places } from "../find/places.ts";
import { type OpenProforma, openProforma } from "../open.ts";
import { contradictions } from "./check.ts";
import { type ExpectedTotal, type FillPlan, planFill } from "./plan.ts";
import { compare } from "./prove.ts";

/**
 * Writes a return into somebody's own proforma, and proves that nothing else changed.
 * @throws {Refusal} with everything that stands in the way; then nothing was made
 */
export function fillProforma(
  proforma: OpenProforma,
  layout: Layout,
  places: Places,
  result: Return,
  book: RuleBook,
): FilledWorkbook {
  const { file, parts, book: workbook } = proforma;
  const sheet = workbook.sheets.find(({ name }) => name === layout.sheet);
  if (sheet === undefined) throw new Refusal({ what: `The workbook has no sheet "${layout.sheet}".`, where: file });
  const plan = planFill(file, layout, sheet, result, book);
  const edits = new Map<string, readonly CellEdit[]>([[sheet.name, plan.edits]]);
  for (const { sheet: name, ...edit } of titleCells(places, result)) edits.set(name, [...(edits.get(name) ?? []), edit]);
  const recalculated = recalculate(workbook, valuesOf(edits));
  const problems = [
    ...contradictions(file, places, result),
    ...plan.problems,
    ...wrongTotals(file, sheet, plan, recalculated, book),
  ];
  if (problems.length > 0) throw new Refusal(...problems);

  const results = resultsOf(recalculated, sheet, plan.totals);
  const after = patched(parts, workbook.sheets, edits, results, layout);
  const flagged = recalculated.unsettled ? withPart(after, workbook.workbook, recalculatedOnLoad) : after;
  const bytes = packageBytes(flagged);
  const proof = proofOf(proforma, bytes, edits, results, layout, recalculated.unsettled);
  return { bytes, proof, findings: findingsAbout(file, layout, plan, recalculated) };
}

/** Who returns and for when, where the form has blank cells for it. */
function titleCells(places: Places, { organisation, period }: Return): readonly (CellEdit & { readonly sheet: string })[] {
  const wanted = [
    { found: places.code, value: organisation.code },
    { found: places.name, value: organisation.name },
    { found: places.period, value: period.label },
  ];
  return wanted.flatMap(({ found, value }) => {
    if (found === null || found.words !== "" || ("cell" in found && found.cell?.formula)) return [];
    return [{ ...found.place, value }];
  });
}

function valuesOf(edits: ReadonlyMap<string, readonly CellEdit[]>): ReadonlyMap<string, ReadonlyMap<number, Value>> {
  return new Map(
    [...edits].map(([sheet, cells]) => [sheet, new Map(cells.map(({ row, column, value }) => [cellKey(row, column), value]))]),
  );
}

function findingsAbout(file: string, layout: Layout, plan: FillPlan, { resultAt }: Recalculated): readonly Finding[] {
  const place = (line: number): Place => ({ file, sheet: layout.sheet, row: layout.sites === "down" ? line : layout.siteCode });
  const unchecked = plan.totals
    .filter(({ row, column }) => resultAt(layout.sheet, cellKey(row, column)) === undefined)
    .map(({ row, column }) => addressOf(row, column));
  const source = place(layout.sites === "down" ? (plan.totals[0]?.row ?? 1) : 1);
  return [
    ...plan.withoutFigures.map(({ code, line }) =>
      finding("warning", { kind: "listed-site-left-blank" }, { site: code, source: place(line) }),
    ),
    ...[...plan.replaced].map(([site, cells]) => finding("warning", { kind: "figures-replaced", cells }, { site, source: null })),
    ...(unchecked.length > 0 ? [finding("warning", { kind: "total-not-checked", cells: unchecked }, { source })] : []),
  ];
}

/** Totals of the form that come to something else than the return says. */
function wrongTotals(
  file: string,
  sheet: Sheet,
  { totals }: FillPlan,
  { resultAt }: Recalculated,
  { items }: RuleBook,
): readonly Problem[] {
  return totals.flatMap(({ row, column, item, site, value }) => {
    const found = resultAt(sheet.name, cellKey(row, column));
    const agrees = found === undefined || found === value || (value === null && (found === "" || found === 0));
    if (agrees) return [];
    const { number = "", label = "" } = items.find(({ id }) => id === item) ?? {};
    return [
      {
        what: `The proforma's formula for ${number} ${label} of ${site} comes to ${found === "" || found === null ? "nothing" : found}; the return has ${value ?? "nothing"}.`,
        where: `${file} [${sheet.name}], cell ${addressOf(row, column)}`,
        fix: "Use the proforma as it was downloaded. If it came so, the formula adds up other cells than the form says: ask SDCS.",
      },
    ];
  });
}

/** Results of formulas to be written: those worked out, and for a total that only Excel can work out the return's own figure. */
function resultsOf(
  { results }: Recalculated,
  sheet: Sheet,
  totals: readonly ExpectedTotal[],
): ReadonlyMap<string, ReadonlyMap<number, Value>> {
  const ofSheet = new Map(results.get(sheet.name));
  for (const { row, column, value } of totals) {
    const key = cellKey(row, column);
    if (!ofSheet.has(key)) ofSheet.set(key, value);
  }
  const all = new Map(results);
  if (ofSheet.size > 0) all.set(sheet.name, ofSheet);
  return all;
}

function patched(
  parts: Parts,
  sheets: readonly Sheet[],
  edits: ReadonlyMap<string, readonly CellEdit[]>,
  results: ReadonlyMap<string, ReadonlyMap<number, Value>>,
  layout: Layout,
): Parts {
  return sheets.reduce((done, sheet) => {
    const cells: CellEdit[] = [...(edits.get(sheet.name) ?? [])];
    for (const [key, value] of results.get(sheet.name) ?? []) {
      const cell = sheet.cells.get(key);
      if (cell !== undefined) cells.push({ row: cell.row, column: cell.column, value });
    }
    if (cells.length === 0) return done;
    const newRowsLike = sheet.name === layout.sheet && layout.sites === "down" ? (layout.listed.at(-1)?.line ?? 0) : 0;
    return withPart(done, sheet.part, (xml) => patchSheet(xml, cells, { newRowsLike }));
  }, parts);
}

function proofOf(
  proforma: OpenProforma,
  bytes: Uint8Array,
  edits: ReadonlyMap<string, readonly CellEdit[]>,
  results: ReadonlyMap<string, ReadonlyMap<number, Value>>,
  layout: Layout,
  recalculatesOnLoad: boolean,
): FillProof {
  const intended = new Map(
    [...valuesOf(edits)].map(([sheet, values]) => [sheet, new Map([...values, ...(results.get(sheet) ?? [])])]),
  );
  for (const [sheet, values] of results) if (!intended.has(sheet)) intended.set(sheet, new Map(values));
  const { partsUnchanged, partsChanged, differences } = compare(
    proforma,
    openProforma(proforma.file, bytes),
    intended,
    recalculatesOnLoad,
  );
  if (differences.length > 0)
    throw new Refusal({
      what: `The filled proforma would differ from yours in more than the figures: ${[...new Set(differences)].join("; ")}.`,
      where: proforma.file,
      fix: "Nothing was written. Report this with the proforma as it was downloaded, without figures.",
    });
  const filled = [...edits.values()].flat().filter(({ value }) => value !== null).length;
  const recalculated = [...results.values()].reduce((sum, values) => sum + values.size, 0);
  return { sheet: layout.sheet, filled, recalculated, otherChanges: 0, partsUnchanged, partsChanged, recalculatesOnLoad };
}
