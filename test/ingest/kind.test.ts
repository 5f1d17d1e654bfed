import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { kindOf } from "../../src/ingest/kind.ts";
import { problemsOf } from "../support/refusal.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const wide = (text: string) => new Uint8Array(Buffer.from(text, "utf16le"));

describe("what a file is, whatever its name says", () => {
  test.each([
    ["delimited text", bytes("Complaint reference,Date received\r\n"), "delimited"],
    ["text after a mark", bytes("\ufeffComplaint reference"), "delimited"],
    ["a JSON array", bytes('\ufeff \n[{"a":1}]'), "json"],
    ["a JSON array in UTF-16", wide('\ufeff[{"a":1}]'), "json"],
    ["objects line by line", bytes('{"a":1}\n{"a":2}\n'), "ndjson"],
    ["a ZIP package", zipSync({ "xl/workbook.xml": strToU8("<workbook/>") }), "workbook"],
  ])("%s", (_, content, kind) => {
    expect(kindOf("export.csv", content)).toBe(kind);
  });
});

describe("what holds no table is refused with what to do", () => {
  test.each([
    ["an empty file", bytes(""), /empty/, /Export/],
    ["a PDF", bytes("%PDF-1.7"), /PDF/, /CSV or \.xlsx/],
    ["gzip", new Uint8Array([0x1f, 0x8b, 8]), /gzip/, /Unpack/],
    ["7-Zip", new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), /7-Zip/, /Unpack/],
    ["RAR", bytes("Rar!\u001a"), /RAR/, /Unpack/],
    ["PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47]), /picture/, /Export/],
    ["JPEG", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), /picture/, /Export/],
    ["an old workbook", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /\.xls\)/, /save it as/],
    ["an empty ZIP", new Uint8Array([0x50, 0x4b, 0x05, 0x06]), /ZIP/, /Export/],
    ["a web page", bytes("<!DOCTYPE html><table>"), /web page/, /Excel/],
    ["a table of a web page", bytes("  <table><tr>"), /web page/, /Excel/],
    ["XML", bytes('<?xml version="1.0"?>'), /XML/, /Excel/],
  ])("%s", async (_, content, what, fix) => {
    const [problem] = await problemsOf(() => kindOf("export.xlsx", content));
    expect(problem?.what).toMatch(what);
    expect(problem?.fix).toMatch(fix);
    expect(problem?.where).toBe("export.xlsx");
  });

  test("a workbook under a password is told from an old one", async () => {
    const locked = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...wide("xxEncryptedPackage")]);
    const [problem] = await problemsOf(() => kindOf("export.xlsx", locked));
    expect(problem?.what).toContain("password");
  });
});
