import { describe, expect, test } from "vitest";
import { gridOf, readEntries, recordsOf } from "../../src/ingest/json.ts";
import { problemsOf } from "../support/refusal.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (file: string, text: string) => gridOf(file, recordsOf(file, await readEntries(file, bytes(text))));
const array = (text: string) => read("export.json", text);
const lines = (text: string) => read("export.ndjson", text);

describe("a JSON array", () => {
  test("headings are all keys in order of appearance; rows are places in the array", async () => {
    const { rows } = await array('[{"Ref":"C-1","A":"x"},{"Ref":"C-2","B":"y"}]');
    expect(rows.map(({ cells }) => cells)).toEqual([
      ["Ref", "A", "B"],
      ["C-1", "x", ""],
      ["C-2", "", "y"],
    ]);
    expect(rows.slice(1).map(({ row }) => row)).toEqual([1, 2]);
  });

  test("numbers, truths, nothing and lists as text", async () => {
    const { rows } = await array('[{"a":44,"b":true,"c":null,"d":["x","y"],"e":""}]');
    expect(rows[1]?.cells).toEqual(["44", "true", "", "x\ny", ""]);
  });

  test("a number of more digits than a number holds stays as it is written", async () => {
    const { rows } = await array(
      '[{"Ref":9007199254740993,"Say":"not \\" 9007199254740993 this"},{"Ref":-12345678901234567890}]',
    );
    expect(rows.slice(1).map(({ cells }) => cells)).toEqual([
      ["9007199254740993", 'not " 9007199254740993 this'],
      ["-12345678901234567890", ""],
    ]);
  });

  test("an object within a complaint is not spilled into a cell", async () => {
    const { rows } = await array('[{"Site":{"name":"Elm Road","telephone":"01"}}]');
    expect(rows[1]?.cells.join()).not.toContain("Elm");
    expect(rows[1]?.cells[0]).not.toBe("");
  });

  test("keys that every object has by nature do not get in", async () => {
    const { rows } = await array('[{"Ref":"C-1","constructor":"x"},{"Ref":"C-2"}]');
    expect(rows[2]?.cells).toEqual(["C-2", ""]);
  });

  test("a mark at the beginning", async () => {
    expect((await array('\ufeff[{"Ref":"C-1"}]')).rows).toHaveLength(2);
  });

  test("broken JSON is refused without quoting what may be personal", async () => {
    const problems = await problemsOf(() => array('[{"Name":"Mrs Smith",}]'));
    expect(problems[0]).toMatchObject({ where: "export.json", what: expect.stringContaining("not JSON") });
    expect(JSON.stringify(problems)).not.toContain("Smith");
  });

  test("what is no object is refused with its place", async () => {
    const [problem] = await problemsOf(() => array('[{"Ref":"C-1"},"C-2"]'));
    expect(problem?.where).toBe("export.json, row 2");
  });
});

describe("objects line by line", () => {
  test("rows are lines; blank ones are passed over", async () => {
    const { rows } = await lines('{"Ref":"C-1"}\n\n{"Ref":"C-2"}\r\n');
    expect(rows.slice(1).map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, "C-1"],
      [3, "C-2"],
    ]);
  });

  test("one object over several lines is told from many", async () => {
    const problems = await problemsOf(() => lines('{\n  "complaints": [\n    { "Ref": "C-1" }\n  ]\n}\n'));
    expect(problems).toEqual([
      expect.objectContaining({ where: "export.ndjson", what: expect.stringContaining("one JSON object") }),
    ]);
  });

  test("every bad line is named", async () => {
    const problems = await problemsOf(() => lines('{"Ref":"C-1"}\n{"Ref":\nRef\n{"Ref":"C-4"}\n'));
    expect(problems.map(({ where }) => where)).toEqual(["export.ndjson, row 2", "export.ndjson, row 3"]);
  });
});
