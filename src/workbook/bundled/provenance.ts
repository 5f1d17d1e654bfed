import type { Return } from "../../domain/return.ts";
import type { CellEdit } from "../sheet/cell-xml.ts";
import { PROVENANCE } from "./layout.ts";
import { periodWords } from "./period-words.ts";

type Line = readonly [part: string, what: string, value: string | number, rows?: number];

/** What the figures were made from, line by line. */
export function provenanceCells(result: Return): readonly CellEdit[] {
  const { part, what, value, rows } = PROVENANCE.columns;
  return linesOf(result).flatMap((line, index) => {
    const row = PROVENANCE.firstRow + index;
    const cells: CellEdit[] = [
      { row, column: part, value: line[0] },
      { row, column: what, value: line[1] },
      { row, column: value, value: line[2] },
    ];
    return line[3] === undefined ? cells : [...cells, { row, column: rows, value: line[3] }];
  });
}

function linesOf({ organisation, period, policies, balance, provenance }: Return): readonly Line[] {
  const { engine, edition, generatedAt, inputs, config, mapping, registers, prior, template } = provenance;
  const file = (what: string, of: { readonly file: string; readonly sha256: string } | null): readonly Line[] =>
    of === null ? [] : [[what, of.file, of.sha256]];
  return [
    ["Run", "Made by", engine],
    ["Run", "Rule book edition", edition],
    ["Run", "Organisation", `${organisation.code}  ${organisation.name}`.trim()],
    ["Run", "Period", periodWords(period)],
    ...(generatedAt === undefined ? [] : [["Run", "Made at", generatedAt] as const]),
    ["Rows of the export", "Read", balance.rows],
    ["Rows of the export", "Counted", balance.counted],
    ["Rows of the export", "Excluded", balance.excluded],
    ["Rows of the export", "Merged with another row", balance.merged],
    ["Rows of the export", "Refused", balance.refused],
    ...Object.entries(policies).map(([name, chosen]): Line => ["Policy", name, chosen]),
    ...inputs.map((input): Line => ["Export", input.file, input.sha256, input.rows]),
    ...file("Settings", config),
    ...file("Mapping", mapping),
    ...registers.flatMap((register) => file("ODS register", register)),
    ...file("Last period's return", prior),
    ["Template", `${template.kind} workbook`, template.sha256],
  ];
}
