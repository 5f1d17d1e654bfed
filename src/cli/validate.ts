import path from "node:path";
import { Refusal } from "../domain/problem.ts";
import type { ReadReturn } from "../domain/read-return.ts";
import type { Report } from "../domain/report.ts";
import type { RuleStatus } from "../domain/rule.ts";
import type { RuleBook } from "../domain/rule-book.ts";
import { catalogueOf } from "../rules/catalogue.ts";
import { checkRelations, type Figures } from "../rules/checks/relations.ts";
import { buildReport } from "../write/report/build-report.ts";
import { validationOnScreen } from "../write/report/console/validation.ts";
import { reportJson } from "../write/report/json.ts";
import { itemLabels } from "../write/report/labels.ts";
import { listed } from "../write/report/text.ts";
import { coloursFor } from "./colours.ts";
import { editionFor } from "./editions.ts";
import { readInputFiles } from "./files.ts";
import { FINDINGS_ON_SCREEN, type ValidateOptions } from "./options.ts";
import { readReturns } from "./read-returns.ts";
import { refusePlaces } from "./report/place-printouts.ts";
import { sayReports } from "./report/say-reports.ts";
import type { Shell } from "./shell.ts";
import { type OutputFile, writeOutputs } from "./write-outputs.ts";

/** The command `validate`: every relation against every row of every file. */
export async function validate(given: readonly string[], options: ValidateOptions, shell: Shell): Promise<Report> {
  const book = await editionFor(shell.root, options.period ?? null);
  const inputs = options.templateMap === undefined ? given : [...given, options.templateMap];
  await refusePlaces(options.printouts, { inputs, outputs: [], force: options.force === true });
  const returns: ReadReturn[] = [];
  const [map = null] = options.templateMap === undefined ? [] : await readInputFiles([options.templateMap]);
  for (const file of await readInputFiles(given)) returns.push(...(await readReturns(file, book, map)));
  if (returns.every(({ rows, overall }) => rows.length === 0 && overall === null))
    throw new Refusal({
      what: "There are no figures to check.",
      where: given.join(", "),
      fix: "Give a filled workbook, a return.json or a published CSV.",
    });
  const report = reportOn(pairLevels(returns), book);
  const title = `KO41a figures of ${listed(given.map((file) => path.basename(file)))}`;
  const catalogue = catalogueOf(book);
  const files: OutputFile[] = [];
  const printed: string[] = [];
  for (const { format, output } of options.printouts) {
    const colour = coloursFor(output === null && shell.outIsTerminal);
    const screen = { catalogue, colour, maxFindings: options.maxFindings ?? FINDINGS_ON_SCREEN, width: shell.columns };
    const text =
      format === "console"
        ? validationOnScreen(report, checkedOf(returns), screen)
        : format === "json"
          ? reportJson(report)
          : await sayReports(format, [{ title, report, return: null }], {
              catalogue,
              version: shell.version,
              failOn: options.failOn,
              maxFindings: options.maxFindings,
              files: given,
            });
    if (output === null) printed.push(text);
    else files.push({ name: path.resolve(output), content: text });
  }
  await writeOutputs(".", files, "--output");
  for (const text of printed) shell.out(text);
  return report;
}

/** An organisation given at both levels is one return, whose site rows must add up to its own row. */
function pairLevels(returns: readonly ReadReturn[]): readonly ReadReturn[] {
  const overalls = new Map(
    returns.flatMap((one) => (one.overall === null ? [] : [[`${one.organisation.code} ${one.period}`, one] as const])),
  );
  const paired = new Set<ReadReturn>();
  const sites = returns.flatMap((one) => {
    if (one.overall !== null) return [];
    const found = overalls.get(`${one.organisation.code} ${one.period}`);
    if (found === undefined) return [one];
    paired.add(found);
    return [{ ...one, overall: found.overall, overallPlace: found.overallPlace }];
  });
  return [...sites, ...[...overalls.values()].filter((one) => !paired.has(one))];
}

function figuresOf({ organisation, rows, overall, overallPlace, complaints, places, file }: ReadReturn): Figures {
  const { code } = organisation;
  return {
    organisation: code,
    rows: rows.map((row) => ({ ...row, place: places.get(row.siteCode) ?? { file, row: 1 } })),
    overall: overall === null ? null : { ...overall, place: overallPlace },
    trustRowCounted: complaints?.some(({ fate, site }) => fate === "counted" && site === code) ?? false,
  };
}

function reportOn(returns: readonly ReadReturn[], book: RuleBook): Report {
  const findings = returns.flatMap((one) => checkRelations(figuresOf(one), book));
  const bothLevels = returns.some(({ rows, overall }) => rows.length > 0 && overall !== null);
  const rules = book.relations.map(({ id }): RuleStatus => {
    const count = findings.filter(({ rule }) => rule === id).length;
    const notRun = id === "sites-sum" && !bothLevels;
    const reason = notRun ? "needs the organisation level and the site level together" : null;
    return { id, status: notRun ? "not-run" : count > 0 ? "found" : "passed", reason, count };
  });
  const balance = returns.find((one) => one.balance !== null)?.balance ?? {
    rows: 0,
    counted: 0,
    excluded: 0,
    merged: 0,
    refused: 0,
  };
  return buildReport({
    findings,
    acceptances: [],
    rules,
    balance,
    fates: [],
    unmapped: [],
    activity: null,
    overdue: null,
    proof: null,
    labels: itemLabels(book.items),
  });
}

function checkedOf(returns: readonly ReadReturn[]) {
  const rows = returns.reduce((sum, one) => sum + one.rows.length + (one.overall === null ? 0 : 1), 0);
  return { rows, organisations: new Set(returns.map(({ organisation }) => organisation.code)).size };
}
