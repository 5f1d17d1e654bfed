import { strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { guardPackage } from "../../src/ingest/zip-guard.ts";
import { problemsOf } from "../support/refusal.ts";
import { workbookOf } from "../support/workbook.ts";

const plain = await workbookOf([{ name: "Complaints", rows: [["Complaint reference", "Date received"]] }]);

/** A good workbook with these parts besides, or instead. */
function packed(parts: Zippable): Uint8Array {
  return zipSync({ ...unzipSync(plain), ...parts });
}

async function faultOf(bytes: Uint8Array): Promise<string> {
  const [problem] = await problemsOf(() => guardPackage("export.xlsx", bytes));
  expect(problem?.where).toBe("export.xlsx");
  return problem?.what ?? "";
}

describe("a plain workbook", () => {
  test("passes, and keeps only the parts that hold values", () => {
    const parts = Object.keys(unzipSync(guardPackage("export.xlsx", packed({ "xl/media/photo.png": strToU8("x") }))));
    expect(parts).toContain("xl/worksheets/sheet1.xml");
    expect(parts).not.toContain("xl/media/photo.png");
    expect(parts).not.toContain("docProps/core.xml");
  });

  test("comes out byte for byte the same each time", () => {
    expect(guardPackage("a.xlsx", plain)).toEqual(guardPackage("a.xlsx", plain));
  });
});

describe("a bomb is refused before it goes off", () => {
  test("one part that unpacks to thousands of times its size", async () => {
    expect(await faultOf(packed({ "xl/worksheets/sheet2.xml": new Uint8Array(30_000_000) }))).toContain("zip bomb");
  });

  test("also where the part would not be read", async () => {
    expect(await faultOf(packed({ "xl/media/image1.bin": new Uint8Array(30_000_000) }))).toContain("zip bomb");
  });

  test("very many parts", async () => {
    const many = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`xl/media/${index}.xml`, strToU8("x")]));
    expect(await faultOf(packed(many))).toContain("parts");
  });

  test("a directory that lies about the size gains nothing", async () => {
    const bytes = packed({ "xl/worksheets/sheet2.xml": new Uint8Array(30_000_000) });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    for (let at = 0; at + 30 < bytes.length; at++) {
      const entry = view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === 30_000_000;
      if (entry) view.setUint32(at + 24, 1000, true);
    }
    let size = 0;
    try {
      const parts = unzipSync(guardPackage("export.xlsx", bytes));
      size = parts["xl/worksheets/sheet2.xml"]?.length ?? 0;
    } catch {
      // Refused is as good.
    }
    expect(size).toBeLessThanOrEqual(1000);
  });
});

describe("XML that declares entities is refused", () => {
  test.each([
    '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>',
    '<?xml version="1.0"?><!DOCTYPE worksheet SYSTEM "file:///etc/passwd"><worksheet/>',
  ])("%s", async (xml) => {
    expect(await faultOf(packed({ "xl/worksheets/sheet1.xml": strToU8(xml) }))).toContain("entities");
  });

  test("also in UTF-16, where the words cannot be seen", async () => {
    const wide = new Uint8Array(Buffer.from("\ufeff<!DOCTYPE x><worksheet/>", "utf16le"));
    expect(await faultOf(packed({ "xl/workbook.xml": wide }))).toContain("encoding");
  });
});

describe("path tricks", () => {
  test.each(["../evil.xml", "xl/../../evil.xml", "xl\\..\\evil.xml", "/etc/evil.xml", "C:/evil.xml", "xl/a\u0000.xml"])(
    "%j",
    async (name) => {
      expect(await faultOf(packed({ [name]: strToU8("x") }))).toContain("unsafe name");
    },
  );

  test("dots in an ordinary name are no trick", () => {
    expect(() => guardPackage("export.xlsx", packed({ "xl/media/a..b.png": strToU8("x") }))).not.toThrow();
  });
});

test("two parts of one name", async () => {
  expect(await faultOf(packed({ "xl/WORKSHEETS/Sheet1.XML": strToU8("<worksheet/>") }))).toContain("twice");
});

describe("packages that are no workbook", () => {
  test("another archive", async () => {
    expect(await faultOf(zipSync({ "readme.txt": strToU8("hello") }))).toContain("no Excel workbook");
  });

  test("a text document", async () => {
    const docx = zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w/>") });
    expect(await faultOf(docx)).toContain("no Excel workbook");
  });

  test("half a package", async () => {
    expect(await faultOf(plain.subarray(0, plain.length >> 1))).toContain("broken");
  });
});
