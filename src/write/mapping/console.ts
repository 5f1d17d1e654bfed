import { ESSENTIAL, FIELDS } from "../../domain/field.ts";
import type { MappingLine, MappingSheet } from "../../domain/mapping.ts";
import type { Colours } from "../report/console/colours.ts";
import { clean, count, figure, word } from "../report/text.ts";
import { asksForAttention, columnOf } from "./cells.ts";
import { tableOfOpen } from "./console-table.ts";

export interface MappingView {
  readonly colour: Colours;
  readonly width: number;
  /** Most lines that are shown of what is to choose. */
  readonly max: number;
}

/** What an export holds and what is to choose, for the screen. */
export function mappingConsole({ files, lines, missing }: MappingSheet, { colour, width, max }: MappingView): string {
  const headings = lines.filter(({ kind }) => kind === "heading");
  const values = lines.filter(({ kind }) => kind === "value");
  const open = lines.filter(asksForAttention);
  return [
    colour.bold(files.map(clean).join(", ")),
    "",
    `${colour.bold("Headings")}: ${headingCounts(headings)}`,
    ...headings.map((line) => headingLine(line, colour)),
    ...(missing.length === 0 ? [] : [colour.yellow(`  Not found: ${missing.map((field) => FIELDS[field]).join(", ")}`)]),
    ...(missing.some((field) => ESSENTIAL.has(field))
      ? [colour.yellow("  Say first which of your headings these are: without them there is no return.")]
      : []),
    "",
    ...(values.length === 0 ? [] : [colour.bold("Values"), ...valueCounts(values, colour), ""]),
    ...(open.length === 0
      ? [colour.green(missing.length === 0 ? "Everything is understood." : "Every value is understood.")]
      : [
          colour.bold(`To choose (${figure(open.length)})`),
          ...tableOfOpen(open.slice(0, max), colour, width),
          ...more(open.length - max, colour),
        ]),
    "",
  ].join("\n");
}

function headingCounts(headings: readonly MappingLine[]): string {
  const read = headings.filter(({ field }) => field !== null).length;
  return `${figure(read)} read, ${figure(headings.length - read)} not read`;
}

function headingLine(line: MappingLine, colour: Colours): string {
  const { field, suggestion, status, choice } = line;
  const name = word(line.heading);
  if (field !== null) return `  ${name}: ${columnOf(line)}`;
  if (suggestion !== "" && choice === "") return colour.yellow(`  ${name}: not read; is it ${clean(suggestion)}?`);
  return colour.dim(`  ${name}: ${status === "left out" ? "left out" : "not read"}`);
}

function valueCounts(values: readonly MappingLine[], colour: Colours): readonly string[] {
  const columns = [...new Set(values.map(columnOf))];
  return columns.map((column) => {
    const own = values.filter((line) => columnOf(line) === column);
    const open = own.filter(asksForAttention).length;
    const left = own.filter(({ status }) => status === "left out").length;
    const before = left === 0 ? "" : `, ${figure(left)} left out in the earlier sheet`;
    const text = `  ${column}: ${count(own.length, "value")}, ${open === 0 ? "none" : figure(open)} to choose${before}`;
    return open === 0 ? text : colour.yellow(text);
  });
}

function more(left: number, colour: Colours): readonly string[] {
  return left > 0 ? [colour.dim(`  and ${figure(left)} more (--max, or --out for all)`)] : [];
}
