import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../src/domain/problem.ts";
import { openPackage, packageBytes, textOfPart, withPart } from "../../src/package/parts.ts";
import { partOfSheet, workbookParts } from "../../src/package/workbook-parts.ts";
import { withoutCalcChain } from "../../src/workbook/book/calc-chain.ts";
import { sameBytes } from "../workbook/support.ts";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

function workbook(sheetTarget: string, more: Record<string, string> = {}): Uint8Array {
  const relationship = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`;
  const files = {
    "[Content_Types].xml": '<Types><Override PartName="/xl/calcChain.xml" ContentType="c"/><Default Extension="xml"/></Types>',
    "_rels/.rels": `<Relationships>${relationship("a", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns:q="r"><sheets><sheet name="A &amp; B" sheetId="9" q:id="s1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${relationship("s1", "worksheet", sheetTarget)}${relationship("s2", "calcChain", "calcChain.xml")}</Relationships>`,
    "xl/calcChain.xml": "<calcChain/>",
    "xl/worksheets/one.xml": "<worksheet/>",
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

describe("the package", () => {
  it("gives the same bytes for the same parts, with every part unchanged", () => {
    const original = workbook("worksheets/one.xml", { "xl/vbaProject.bin": "\u0000\u0001" });
    const bytes = packageBytes(openPackage(original));
    expect(packageBytes(openPackage(bytes))).toEqual(bytes);
    expect(unzipSync(bytes)).toEqual(unzipSync(original));
    expect(Object.keys(unzipSync(bytes))).toEqual(Object.keys(unzipSync(original)));
  });

  it("deflates what is large", () => {
    const parts = openPackage(workbook("worksheets/one.xml", { "xl/large.xml": "x".repeat(2_000_000) }));
    const bytes = packageBytes(parts);
    expect(bytes.length).toBeLessThan(50_000);
    const again = openPackage(bytes);
    expect([...parts].every(([name, part]) => sameBytes(part, again.get(name)))).toBe(true);
  });

  it("keeps a byte order mark", () => {
    const parts = openPackage(workbook("worksheets/one.xml", { "xl/marked.xml": "\ufeff<a/>" }));
    expect(withPart(parts, "xl/marked.xml", (xml) => xml)).toEqual(parts);
  });

  it("refuses what is no package, has no such part or is not UTF-8", () => {
    expect(() => openPackage(strToU8("PK no"))).toThrow(Refusal);
    const parts = new Map([["a.xml", new Uint8Array([0xff, 0xfe, 0x3c])]]);
    expect(() => textOfPart(parts, "a.xml")).toThrow(Refusal);
    expect(() => textOfPart(parts, "b.xml")).toThrow("no part b.xml");
  });
});

describe("the parts of a workbook", () => {
  it.each(["worksheets/one.xml", "/xl/worksheets/one.xml", "./worksheets/../worksheets/one.xml"])(
    "finds the sheet that stands at %s",
    (target) => {
      const places = workbookParts(openPackage(workbook(target)));
      expect(places.workbook).toBe("xl/workbook.xml");
      expect(partOfSheet(places, "A & B")).toBe("xl/worksheets/one.xml");
      expect(() => partOfSheet(places, "KO41a")).toThrow(Refusal);
    },
  );

  it("loses a calculation chain without a trace", () => {
    const parts = withoutCalcChain(openPackage(workbook("worksheets/one.xml")), "xl/workbook.xml");
    expect([...parts.keys()]).not.toContain("xl/calcChain.xml");
    expect(textOfPart(parts, "[Content_Types].xml")).toBe('<Types><Default Extension="xml"/></Types>');
    expect(textOfPart(parts, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
    expect(withoutCalcChain(parts, "xl/workbook.xml")).toBe(parts);
  });
});
