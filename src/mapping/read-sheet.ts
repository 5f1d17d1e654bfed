import { FIELDS, type Field } from "../domain/field.ts";
import { NOT_NEEDED, SAYS_NOTHING } from "../domain/mapping.ts";
import { isOdsCode } from "../domain/ods-code.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import type { RuleBook, VocabularyEntry } from "../domain/rule-book.ts";
import type { SiteSetting } from "../domain/settings.ts";
import type { SourceGrid } from "../domain/source-table.ts";
import { normaliseHeading, normaliseWords } from "../domain/words.ts";
import { noColumn, noItem, noSite, noValues, twice, whichColumn } from "./faults.ts";
import { isAspect, meaningColumnOf, valueKindOf } from "./lists.ts";
import { type Answer, lineKey, type Mapping, valueKey } from "./mapping.ts";
import { type Line, linesOf } from "./sheet-lines.ts";

const FIELD_OF = new Map(Object.entries(FIELDS).map(([field, heading]) => [normaliseHeading(heading), field as Field]));

/**
 * Reads a mapping sheet back, also when lines were sorted, filtered, coloured, deleted or added, and columns moved.
 * @throws {Refusal} naming every choice that does not exist, by its cell
 */
export function readMapping(grid: SourceGrid, book: RuleBook): Mapping {
  const lines = linesOf(grid);
  const problems: Problem[] = [];
  const { columns: chosen, notNeeded } = headingChoices(lines, problems);
  const columns = new Map([...impliedColumns(lines), ...chosen]);
  const { values, sites, answers } = valueChoices(lines, columns, book, problems);
  if (problems.length > 0) throw new Refusal(...problems);
  return {
    columns,
    notNeeded,
    values,
    sites,
    lines: choicesOf(lines, answers),
    answers,
  };
}

/** Of lines that say the same, one with a choice. A value is known under its field too, whatever its heading is called next time. */
function choicesOf(lines: readonly Line[], answers: Mapping["answers"]): Mapping["lines"] {
  const choices = new Map<string, string>();
  for (const { heading, value, choice } of lines) {
    const key = lineKey(heading, value);
    if (choice !== "" || !choices.has(key)) choices.set(key, choice);
  }
  for (const { field, value, choice } of answers) choices.set(valueKey(field, value), choice);
  return choices;
}

/** Whoever says what the words under a heading mean says what the heading is: as the sheet supposed. */
function impliedColumns(lines: readonly Line[]): ReadonlyMap<Field, string> {
  const open = new Map(
    lines
      .filter(({ value, choice, column }) => value === "" && choice === "" && column === "")
      .map(({ heading }) => [normaliseHeading(heading), heading]),
  );
  return new Map(
    lines.flatMap(({ heading, value, choice, column }): [Field, string][] => {
      const known = open.get(normaliseHeading(heading));
      const field = FIELD_OF.get(normaliseHeading(column));
      return value === "" || choice === "" || known === undefined || field === undefined ? [] : [[field, known]];
    }),
  );
}

function headingChoices(lines: readonly Line[], problems: Problem[]): Pick<Mapping, "columns" | "notNeeded"> {
  const columns = new Map<Field, string>();
  const notNeeded: string[] = [];
  const byField = new Map<Field, Line>();
  const byHeading = new Map<string, Line>();
  for (const line of lines.filter(({ value, choice }) => value === "" && choice !== "")) {
    const before = byHeading.get(normaliseHeading(line.heading));
    byHeading.set(normaliseHeading(line.heading), line);
    if (before !== undefined && !isSame(before.choice, line.choice)) {
      problems.push(twice(line, before));
      continue;
    }
    if (isSame(line.choice, NOT_NEEDED)) {
      notNeeded.push(line.heading);
      continue;
    }
    const field = FIELD_OF.get(normaliseHeading(line.choice));
    const earlier = field === undefined ? undefined : byField.get(field);
    if (field === undefined) problems.push(noColumn(line));
    else if (earlier !== undefined && !isSame(earlier.heading, line.heading)) problems.push(twice(line, earlier));
    else {
      columns.set(field, line.heading);
      byField.set(field, line);
    }
  }
  return { columns, notNeeded };
}

function valueChoices(
  lines: readonly Line[],
  columns: Mapping["columns"],
  book: RuleBook,
  problems: Problem[],
): Pick<Mapping, "values" | "sites" | "answers"> {
  const fields = new Map([...columns].map(([field, heading]) => [normaliseHeading(heading), field]));
  const values = new Map<Field, Map<string, string>>();
  const sites: SiteSetting[] = [];
  const answers: Answer[] = [];
  const chosen = new Map<string, { readonly line: Line; readonly same: string }>();
  for (const line of lines.filter(({ value, choice }) => value !== "" && choice !== "")) {
    const field =
      fields.get(normaliseHeading(line.heading)) ??
      FIELD_OF.get(normaliseHeading(line.column)) ??
      FIELD_OF.get(normaliseHeading(line.heading));
    if (field === undefined) {
      problems.push(whichColumn(line));
      continue;
    }
    const target = targetOf(line, field, book);
    if ("problem" in target) {
      problems.push(target.problem);
      continue;
    }
    const isSite = valueKindOf(field) === "site";
    const key = `${isSite ? "site" : field} ${normaliseWords(line.value) || line.value}`;
    const earlier = chosen.get(key);
    chosen.set(key, { line, same: target.same });
    answers.push({ heading: line.heading, field, value: line.value, choice: line.choice });
    if (earlier !== undefined && earlier.same !== target.same) problems.push(twice(line, earlier.line));
    else if (!isSite) values.set(field, (values.get(field) ?? new Map<string, string>()).set(line.value, target.words));
    else if (earlier === undefined && target.words !== "")
      sites.push({ name: line.value, code: target.words, ...officialName(line) });
  }
  return { values, sites, answers };
}

/** A choice in the words of the generic export; a site's as its code. `same`: alike for choices that say the same. */
interface Target {
  readonly words: string;
  readonly same: string;
}

function targetOf(line: Line, field: Field, book: RuleBook): Target | { readonly problem: Problem } {
  const { choice } = line;
  const kind = valueKindOf(field);
  if (kind === null) return { problem: noValues(line, field) };
  if (isSame(choice, SAYS_NOTHING)) return { words: "", same: "" };
  if (kind === "site") {
    const code = siteCodeIn(choice);
    return code === null ? { problem: noSite(line) } : { words: code, same: code };
  }
  const column = meaningColumnOf(field);
  const same = isAspect(field)
    ? sameOf(book.vocabularies[field].get(normaliseWords(choice)))
    : column === null
      ? undefined
      : book.meanings[column].get(normaliseWords(choice));
  return same === undefined ? { problem: noItem(line, field, book) } : { words: choice, same };
}

function sameOf(entry: VocabularyEntry | undefined): string | undefined {
  return entry?.kind === "item" ? entry.item : entry?.kind;
}

/** The code that a choice begins with: in capitals or with a digit, as no word of a site's name is. */
function siteCodeIn(choice: string): string | null {
  const [first = ""] = choice.split(/\s/);
  const isWritten = first === first.toUpperCase() || /\d/.test(first);
  return isWritten && isOdsCode(first.toUpperCase()) ? first.toUpperCase() : null;
}

/** "RZZ01 General hospital" says what the site is called besides its code; words in brackets do not. */
function officialName({ choice }: Line): Pick<SiteSetting, "officialName"> {
  const [, name = ""] = /^\S+\s+([^(\s].*)$/.exec(choice) ?? [];
  return name === "" ? {} : { officialName: name };
}

function isSame(a: string, b: string): boolean {
  return normaliseWords(a) === normaliseWords(b);
}
