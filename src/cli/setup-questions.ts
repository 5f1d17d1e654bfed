import type { MappingSheet } from "../domain/mapping.ts";
import { isOdsCode } from "../domain/ods-code.ts";
import { Refusal } from "../domain/problem.ts";
import type { PolicyChoice } from "../domain/rule-book.ts";
import type { SiteSetting } from "../domain/settings.ts";
import { periodLabel } from "../rulebook/periods.ts";
import { count } from "../write/report/text.ts";
import { type Ask, askFor, type Checked } from "./ask.ts";
import { editionFor, editionOf } from "./editions.ts";
import { readInputFiles } from "./files.ts";
import { readOds } from "./settings.ts";
import { type InitOptions, type Setup, survey } from "./setup.ts";
import type { Shell } from "./shell.ts";

/** From questions to a person at a terminal. */
export async function byQuestions(ask: Ask, given: readonly string[], options: InitOptions, shell: Shell): Promise<Setup> {
  shell.out("A few questions; Enter takes what stands in [brackets]. Nothing is written before the end.\n\n");
  const organisation = await askFor(
    ask,
    "Code of the organisation that returns, as RZZ",
    options.org === "all" ? "" : (options.org ?? ""),
    (text) =>
      isOdsCode(text.toUpperCase())
        ? { answer: text.toUpperCase() }
        : { wrong: "An organisation code has 3 or 5 letters and digits." },
  );
  const name = await askFor(ask, "Its name, as it should stand in the workbook", options.orgName ?? "", (text) => ({
    answer: text,
  }));
  const latest = (await editionFor(shell.root, null)).edition;
  const period = await askFor(ask, "Period: a year, or a quarter as 2025-26Q1", options.period ?? latest, (text) =>
    checkPeriod(text, shell),
  );
  const ods =
    options.ods ??
    (await askFor(ask, "File with the ODS codes of your sites (ets.csv), or nothing", "", (text) => checkOds(text)));
  const { exports, sheet } = await askExport(ask, given, (files) => survey(files, organisation, period, ods, options, shell));
  const sites = sheet === null ? [] : await askSites(ask, sheet, shell);
  const { book } = await editionOf(shell.root, period);
  shell.out("\nThe guidance leaves some things open.\n");
  const policies: Record<string, string> = {};
  for (const choice of book.policyChoices) policies[choice.name] = await askPolicy(ask, choice);
  const answers = { organisation, organisationName: name === "" ? null : name, period, sites, policies };
  return { answers, exports, ods, sheet: sheet === null ? null : withSites(sheet, sites) };
}

async function checkPeriod(text: string, shell: Shell): Promise<Checked<string>> {
  return orWrong(async () => {
    await editionOf(shell.root, text);
    return periodLabel(text)?.label ?? text;
  });
}

async function checkOds(text: string): Promise<Checked<readonly string[]>> {
  if (text === "") return { answer: [] };
  const file = unquoted(text);
  return orWrong(async () => {
    await readOds(await readInputFiles([file]), []);
    return [file];
  });
}

/** A refusal becomes what is wrong with an answer. */
async function orWrong<T>(work: () => Promise<T>): Promise<Checked<T>> {
  try {
    return { answer: await work() };
  } catch (error) {
    if (error instanceof Refusal) return { wrong: error.problems.map(({ what, fix = "" }) => `${what} ${fix}`).join("\n") };
    throw error;
  }
}

type LookedAt = Pick<Setup, "exports" | "sheet">;

async function askExport(
  ask: Ask,
  given: readonly string[],
  look: (files: readonly string[]) => Promise<MappingSheet>,
): Promise<LookedAt> {
  if (given.length > 0) return { exports: given, sheet: await look(given) };
  return askFor<LookedAt>(ask, "Your export of complaints (a file), or nothing for later", "", async (text) => {
    const exports = text === "" ? [] : [unquoted(text)];
    return orWrong(async () => ({ exports, sheet: exports.length === 0 ? null : await look(exports) }));
  });
}

/** Sites that are known by name only, the most frequent first. */
async function askSites(ask: Ask, { lines }: MappingSheet, shell: Shell): Promise<readonly SiteSetting[]> {
  const unknown = lines
    .filter(({ field, kind, readAs }) => field === "siteName" && kind === "value" && readAs === "")
    .slice(0, 20);
  if (unknown.length > 0)
    shell.out("\nThese sites have no code in the export. A site without an ODS code counts under your own.\n");
  const sites: SiteSetting[] = [];
  for (const { value, rows } of unknown) {
    const code = await askFor(ask, `  ODS code of "${value}" (${count(rows, "row")}), or Enter if it has none`, "", (text) =>
      text === "" || (text.length === 5 && isOdsCode(text.toUpperCase()))
        ? { answer: text.toUpperCase() }
        : { wrong: "A site code has 5 letters and digits. Press Enter if it has none." },
    );
    if (code !== "") sites.push({ name: value, code });
  }
  return sites;
}

/** Sites whose code was just given are no longer to choose. */
function withSites(sheet: MappingSheet, sites: readonly SiteSetting[]): MappingSheet {
  const codes = new Map(sites.map(({ name, code }) => [name, code]));
  const lines = sheet.lines.map((line): MappingSheet["lines"][number] => {
    const code = line.field === "siteName" ? codes.get(line.value) : undefined;
    return code === undefined ? line : { ...line, readAs: `${code} ${line.value}`, suggestion: "", status: "understood" };
  });
  return { ...sheet, lines };
}

function askPolicy(ask: Ask, { name, values, default: usual, why }: PolicyChoice): Promise<string> {
  return askFor(ask, `\n${why}\n  ${name}: ${values.join(", ")}`, usual, (text) => {
    const found = values.find((value) => value === text.toLowerCase());
    return found === undefined ? { wrong: `Choose one of: ${values.join(", ")}.` } : { answer: found };
  });
}

/** A path that was dragged into the terminal arrives in quotation marks. */
function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, "$2");
}
