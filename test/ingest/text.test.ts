import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { decodeText, encodingOf } from "../../src/ingest/text.ts";
import { problemsOf } from "../support/refusal.ts";

const HEADINGS = "Complaint reference,Date received\r\n";
const bytes = (text: string, encoding: string, addBOM = false) => new Uint8Array(iconv.encode(text, encoding, { addBOM }));

describe("Windows-1252", () => {
  test("byte 0x92 is a curly apostrophe, not a control character", async () => {
    const text = await decodeText("a.csv", new Uint8Array([0x53, 0x74, 0x20, 0x41, 0x6e, 0x6e, 0x92, 0x73]));
    expect(text).toBe("St Ann\u2019s");
  });

  test("is assumed, not known", () => {
    expect(encodingOf("a.csv", bytes("café", "win1252"))).toEqual({ kind: "assumed", name: "win1252" });
  });

  test("bytes 0x80 to 0x9f and beyond", async () => {
    expect(await decodeText("a.csv", bytes("€ “quoted” – £ é", "win1252"))).toBe("€ “quoted” – £ é");
  });
});

describe("UTF-8", () => {
  test("with and without a mark", async () => {
    expect(await decodeText("a.csv", bytes("Tŷ Newydd", "utf8"))).toBe("Tŷ Newydd");
    expect(await decodeText("a.csv", bytes("Tŷ Newydd", "utf8", true))).toBe("Tŷ Newydd");
    expect(encodingOf("a.csv", bytes("Tŷ Newydd", "utf8"))).toEqual({ kind: "utf-8" });
  });
});

describe("UTF-16", () => {
  test.each([
    ["utf-16le", true],
    ["utf-16be", true],
    ["utf-16le", false],
    ["utf-16be", false],
  ])("%s, with a mark: %s", async (encoding, mark) => {
    const text = `${HEADINGS}C-1,14/05/2025 Tŷ ’\r\n`;
    expect(await decodeText("a.csv", bytes(text, encoding, mark))).toBe(text);
  });
});

test("bytes that are no text are refused", async () => {
  const noise = new Uint8Array([0x41, 0x42, 0x43, 0x00, 0x00, 0x00, 0x01, 0x02, 0x00, 0x00]);
  const [problem] = await problemsOf(() => encodingOf("photo.csv", noise));
  expect(problem).toMatchObject({ where: "photo.csv", what: expect.stringContaining("neither text nor an Excel workbook") });
});
