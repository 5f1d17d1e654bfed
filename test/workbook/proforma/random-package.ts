import { strToU8, zipSync } from "fflate";

/** A cell as the package is to hold it; without anything it is written out blank. */
export interface PlainCell {
  readonly value?: number | string;
  readonly formula?: string;
  /** `ref` in the first cell of the group, which alone has the text. */
  readonly shared?: { readonly group: number; readonly ref: string | null };
  readonly style?: number;
}

export interface PlainSheet {
  readonly name: string;
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, PlainCell>>;
  /** Rows with a format of their own. */
  readonly formatted: ReadonlySet<number>;
  readonly merges: readonly string[];
  readonly validated: string | null;
  readonly isProtected: boolean;
}

/** The many ways to say the same. */
export interface Spelling {
  readonly prefix: "" | "x:";
  readonly strings: "inline" | "shared" | "mixed";
  /** Whether rows and cells say where they stand: always, only behind a gap, or never. */
  readonly references: "all" | "needed" | "none";
  readonly extent: boolean;
  readonly newlines: boolean;
}

export const UNLOCKED = 5;
const STYLES = 7;

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A workbook written by hand: nothing of it comes from the code under test. */
export function packageOf(sheets: readonly PlainSheet[], spelling: Spelling): Uint8Array {
  const strings: string[] = [];
  const sheetXml = sheets.map((sheet) => sheetOf(sheet, spelling, strings));
  const type = (part: string, kind: string): string =>
    `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const link = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
  const p = spelling.prefix;
  const xf = (index: number): string =>
    index === UNLOCKED
      ? `<${p}xf numFmtId="1" applyProtection="1"><${p}protection locked="0"/></${p}xf>`
      : `<${p}xf numFmtId="${index}"/>`;
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${type("xl/workbook.xml", "sheet.main")}${type("xl/styles.xml", "styles")}${type("xl/sharedStrings.xml", "sharedStrings")}${sheets.map((_, index) => type(partOf(index), "worksheet")).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships">${link("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<${p}workbook ${namespace(p)} xmlns:r="${OFFICE}"><${p}bookViews><${p}workbookView activeTab="0"/></${p}bookViews><${p}sheets>${sheets.map(({ name }, index) => `<${p}sheet name="${escaped(name)}" sheetId="${index + 3}" r:id="rId${index + 1}"/>`).join("")}</${p}sheets></${p}workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, index) => link(`rId${index + 1}`, "worksheet", partOf(index).slice(3))).join("")}${link("rId90", "styles", "styles.xml")}${link("rId91", "sharedStrings", "/xl/sharedStrings.xml")}</Relationships>`,
    "xl/styles.xml": `<${p}styleSheet ${namespace(p)}><${p}cellStyleXfs><${p}xf/></${p}cellStyleXfs><${p}cellXfs>${Array.from({ length: STYLES }, (_, index) => xf(index)).join("")}</${p}cellXfs></${p}styleSheet>`,
    "xl/sharedStrings.xml": `<${p}sst ${namespace(p)}>${strings.map((text) => `<${p}si><${p}t>${escaped(text)}</${p}t></${p}si>`).join("")}</${p}sst>`,
    ...Object.fromEntries(sheetXml.map((xml, index) => [partOf(index), xml])),
    "docProps/core.xml": '<coreProperties xmlns="urn:x"><title>A form &amp; its notes</title></coreProperties>',
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(HEAD + xml)]));
  const all = { ...files, "xl/media/image1.png": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 255, 254, 13, 10]) };
  return zipSync(all, { level: 0, mtime: new Date(2001, 1, 3, 12) });
}

function partOf(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

function namespace(prefix: string): string {
  return prefix === "" ? `xmlns="${MAIN}"` : `xmlns:${prefix.slice(0, -1)}="${MAIN}"`;
}

function sheetOf(sheet: PlainSheet, spelling: Spelling, strings: string[]): string {
  const p = spelling.prefix;
  const end = spelling.newlines ? "\n" : "";
  const rows = [...new Set([...sheet.cells.keys(), ...sheet.formatted])].sort((a, b) => a - b);
  const right = Math.max(1, ...[...sheet.cells.values()].flatMap((row) => [...row.keys()]));
  let last = 0;
  let data = "";
  for (const row of rows) {
    if (spelling.references === "none") for (let blank = last + 1; blank < row; blank++) data += `<${p}row/>${end}`;
    const says = spelling.references === "all" || (spelling.references === "needed" && row !== last + 1);
    const cells = sheet.cells.get(row) ?? new Map<number, PlainCell>();
    const spans = spelling.extent && cells.size > 0 ? ` spans="${Math.min(...cells.keys())}:${Math.max(...cells.keys())}"` : "";
    const format = sheet.formatted.has(row) ? ' s="2" customFormat="1"' : "";
    const tag = `<${p}row${says ? ` r="${row}"` : ""}${spans}${format} ht="18"`;
    const inside = cellsOf(row, cells, spelling, strings);
    data += (inside === "" ? `${tag}/>` : `${tag}>${inside}</${p}row>`) + end;
    last = row;
  }
  const merges = sheet.merges.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join("");
  return [
    `<${p}worksheet ${namespace(p)}>`,
    spelling.extent ? `<${p}dimension ref="A1:${columnLetters(right)}${Math.max(1, last)}"/>` : "",
    `<${p}sheetViews><${p}sheetView showGridLines="0" workbookViewId="0"/></${p}sheetViews>`,
    `<${p}cols><${p}col min="2" max="4" width="22" style="3"/></${p}cols>`,
    `<${p}sheetData>${end}${data}</${p}sheetData>`,
    sheet.isProtected ? `<${p}sheetProtection sheet="1" objects="1"/>` : "",
    merges === "" ? "" : `<${p}mergeCells count="${sheet.merges.length}">${merges}</${p}mergeCells>`,
    sheet.validated === null
      ? ""
      : `<${p}dataValidations count="1"><${p}dataValidation type="whole" sqref="${sheet.validated}"><${p}formula1>0</${p}formula1></${p}dataValidation></${p}dataValidations>`,
    `<${p}pageMargins left="0.7" right="0.7"/></${p}worksheet>`,
  ].join(end);
}

function cellsOf(row: number, cells: ReadonlyMap<number, PlainCell>, spelling: Spelling, strings: string[]): string {
  const { prefix: p, references } = spelling;
  let last = 0;
  let xml = "";
  for (const column of [...cells.keys()].sort((a, b) => a - b)) {
    if (references === "none") xml += `<${p}c/>`.repeat(column - last - 1);
    const says = references === "all" || (references === "needed" && column !== last + 1);
    xml += cellOf(cells.get(column) ?? {}, says ? ` r="${columnLetters(column)}${row}"` : "", spelling, strings);
    last = column;
  }
  return xml;
}

function cellOf({ value, formula, shared, style }: PlainCell, r: string, spelling: Spelling, strings: string[]): string {
  const p = spelling.prefix;
  const s = style === undefined ? "" : ` s="${style}"`;
  const group =
    shared === undefined ? "" : ` t="shared"${shared.ref === null ? "" : ` ref="${shared.ref}"`} si="${shared.group}"`;
  const f = formula === undefined && shared === undefined ? "" : `<${p}f${group}>${escaped(formula ?? "")}</${p}f>`;
  if (value === undefined) return f === "" ? `<${p}c${r}${s}/>` : `<${p}c${r}${s}>${f}</${p}c>`;
  if (typeof value === "number") return `<${p}c${r}${s}>${f}<${p}v>${value}</${p}v></${p}c>`;
  if (f !== "") return `<${p}c${r}${s} t="str">${f}<${p}v>${escaped(value)}</${p}v></${p}c>`;
  const shares = spelling.strings === "shared" || (spelling.strings === "mixed" && value.length % 2 === 0);
  if (!shares) return `<${p}c${r}${s} t="inlineStr"><${p}is><${p}t>${escaped(value)}</${p}t></${p}is></${p}c>`;
  const known = strings.indexOf(value);
  const index = known >= 0 ? known : strings.push(value) - 1;
  return `<${p}c${r}${s} t="s"><${p}v>${index}</${p}v></${p}c>`;
}

export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  return (column > 26 ? columnLetters((column - 1 - rest) / 26) : "") + String.fromCharCode(65 + rest);
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
