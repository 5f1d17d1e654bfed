import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { type Delimited, readDelimited } from "../../src/ingest/csv.ts";
import { problemsOf } from "../support/refusal.ts";

/** A line looks like headings when it has a cell of its own for the reference. */
const score = (cells: readonly string[]): number => (cells.includes("Ref") ? cells.length : 0);

async function read(text: string | Uint8Array): Promise<Delimited> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return readDelimited("export.csv", bytes, score, () => {});
}

async function cellsOf(text: string): Promise<readonly (readonly string[])[]> {
  return (await read(text)).grid.rows.map(({ cells }) => cells);
}

async function rowNumbers(text: string): Promise<readonly number[]> {
  return (await read(text)).grid.rows.map(({ row }) => row);
}

describe("the separator is the one under which headings are found", () => {
  test.each([",", ";", "\t", "|"])("%j", async (separator) => {
    const text = `Ref${separator}Subjects\nC-1${separator}"a${separator}b"\n`;
    expect(await cellsOf(text)).toEqual([
      ["Ref", "Subjects"],
      ["C-1", `a${separator}b`],
    ]);
  });

  test("commas in title rows and values do not mislead", async () => {
    const text = "Complaints, 2025-26, all sites\nRef;Subjects\nC-1;a, b, c\n";
    expect((await cellsOf(text)).slice(1)).toEqual([
      ["Ref", "Subjects"],
      ["C-1", "a, b, c"],
    ]);
  });
});

describe("lines", () => {
  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("%s", async (_, end) => {
    expect(await cellsOf(["Ref,A", "C-1,x", "C-2,y", ""].join(end))).toEqual([
      ["Ref", "A"],
      ["C-1", "x"],
      ["C-2", "y"],
    ]);
  });

  test("mixed in one file", async () => {
    const text = "Ref,A\r\nC-1,x\nC-2,y\rC-3,z";
    expect(await cellsOf(text)).toEqual([
      ["Ref", "A"],
      ["C-1", "x"],
      ["C-2", "y"],
      ["C-3", "z"],
    ]);
    expect(await rowNumbers(text)).toEqual([1, 2, 3, 4]);
  });

  test("the last one without an end", async () => {
    expect(await cellsOf("Ref,A\nC-1,x")).toHaveLength(2);
  });
});

describe("row numbers are the lines a person sees", () => {
  test("the first record under headings on line 1 is row 2", async () => {
    expect(await rowNumbers("Ref,A\nC-1,x\n")).toEqual([1, 2]);
  });

  test.each([
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
  ])("a record with line breaks in its cells (%s) stands on the line it starts on", async (_, end) => {
    const text = ["Ref,Notes", `C-1,"one${end}two${end}three"`, "C-2,x", `"C-3","y${end}"`, "C-4,z", ""].join(end);
    expect(await rowNumbers(text)).toEqual([1, 2, 5, 6, 8]);
  });

  test("blank lines are counted", async () => {
    const { rows } = (await read("Ref,A\n\n\nC-1,x\n")).grid;
    expect(rows.filter(({ cells }) => cells.join("") !== "").map(({ row }) => row)).toEqual([1, 4]);
  });
});

describe("quotation marks", () => {
  test("doubled ones are one", async () => {
    expect(await cellsOf('Ref,A\nC-1,"He said ""no"""\n')).toEqual([
      ["Ref", "A"],
      ["C-1", 'He said "no"'],
    ]);
  });

  test("one within a cell is only a character", async () => {
    expect(await cellsOf('Ref,A\nC-1,6" dressing\n')).toEqual([
      ["Ref", "A"],
      ["C-1", '6" dressing'],
    ]);
  });

  test("one that is never closed is refused with the row where it opens", async () => {
    const text = 'Ref,A\nC-1,"fine\nover two lines"\nC-2,x\nC-3,"never closed\nC-4,y\nC-5,z\n';
    const [problem] = await problemsOf(() => read(text));
    expect(problem?.where).toBe("export.csv, row 5");
    expect(problem?.what).toContain("never closed");
  });

  test("the refusal does not quote the file", async () => {
    const problems = await problemsOf(() => read('Ref,A\nC-1,"Mrs Smith of Elm Road\n'));
    expect(JSON.stringify(problems)).not.toContain("Smith");
  });
});

test("rows may have more or fewer cells than the headings; that is judged later", async () => {
  expect(await cellsOf("Ref,A\nC-1\nC-2,x,y\n")).toEqual([["Ref", "A"], ["C-1"], ["C-2", "x", "y"]]);
});

describe("encodings", () => {
  test("a mark at the beginning is no part of the first heading", async () => {
    expect(await cellsOf("\ufeffRef,A\nC-1,x\n")).toEqual([
      ["Ref", "A"],
      ["C-1", "x"],
    ]);
  });

  test("Windows-1252 is said to be assumed", async () => {
    const read1252 = await read(new Uint8Array(iconv.encode("Ref,Site\nC-1,St Ann’s\n", "win1252")));
    expect(read1252.assumed).toBe("Windows-1252");
    expect(read1252.grid.rows[1]?.cells).toEqual(["C-1", "St Ann’s"]);
  });

  test("UTF-16 with tabs, as Excel's Unicode text", async () => {
    const wide = await read(new Uint8Array(iconv.encode("Ref\tSite\r\nC-1\tTŷ Newydd\r\n", "utf-16le", { addBOM: true })));
    expect(wide.assumed).toBeNull();
    expect(wide.grid.rows.map(({ cells }) => cells)).toEqual([
      ["Ref", "Site"],
      ["C-1", "Tŷ Newydd"],
    ]);
  });
});
