import type { ReportContext } from "../../../domain/report.ts";
import type { Provenance } from "../../../domain/return.ts";
import { figure } from "../text.ts";
import { type Html, html, type Slot } from "./escape.ts";
import { code, type Part, region } from "./parts.ts";

export function provenancePart({ return: { provenance } }: ReportContext): Part {
  const { engine, edition, generatedAt, template } = provenance;
  const facts: readonly (readonly [string, Slot])[] = [
    ["Made with", engine],
    ["Rule book", `edition ${edition}`],
    ...(generatedAt === undefined ? [] : [["Made at", generatedAt] as const]),
    [
      "Workbook",
      template.kind === "own"
        ? "your organisation’s own proforma"
        : "the bundled workbook, which is not an official proforma: copy the figures into the one from SDCS",
    ],
    ["Item numbers", "a reconstruction, to help you find your place; the official form may number items differently"],
  ];
  return {
    id: "provenance",
    title: "How this report was made",
    body: html`<dl class="facts">${facts.map(
      ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
    )}</dl>
${files(provenance)}
<p>The same files, settings and version give the same return, to the byte. A file’s SHA-256 is its fingerprint: keep it with the return as evidence.</p>`,
  };
}

function files({ inputs, config, mapping, activity, registers, prior, template }: Provenance): Html {
  const line = (use: string, file: string, sha256: string, rows: number | null): Html =>
    html`<tr><td>${use}</td><td class="name">${file}</td><td class="n">${rows === null ? null : figure(rows)}</td><td class="hash">${code(sha256)}</td></tr>
`;
  const one = (use: string, used: Provenance["config"]): Slot => (used === null ? null : line(use, used.file, used.sha256, null));
  const table = html`<table><caption>Files that went in</caption>
<thead><tr><th scope="col">Used as</th><th scope="col">File</th><th scope="col" class="n">Rows</th><th scope="col">SHA-256</th></tr></thead>
<tbody>${inputs.map(({ file, sha256, rows }) => line("Export", file, sha256, rows))}${one("Settings", config)}${one(
    "Mapping sheet",
    mapping,
  )}${one("Activity", activity ?? null)}${registers.map((register) => one("Site register", register))}${one("Last period’s return", prior)}${line(
    "Workbook",
    template.kind === "own" ? (template.file ?? "own proforma") : "bundled",
    template.sha256,
    null,
  )}${one("Map of the workbook", template.map ?? null)}</tbody></table>`;
  return region("Table: Files that went in", table);
}
