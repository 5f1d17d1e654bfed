import { parse } from "csv-parse/sync";
import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { OUT, YEAR } from "./support/outputs.ts";
import { desk, PATIENCE } from "./support/run.ts";
import { FORMULA, STEERS, WICKED, wicked } from "./support/wicked.ts";

describe.concurrent("what a program might obey is text:", PATIENCE, () => {
  test("no cell of ledger.csv begins as a formula", async () => {
    const { here } = await wicked();
    const [, ...lines] = parse(await here.text(`${OUT}/ledger.csv`)) as string[][];
    expect(lines).toHaveLength(WICKED.length);
    for (const cell of lines.flat()) expect(cell).not.toMatch(FORMULA);
    expect(lines[0]?.[2]).toBe("'=1+1");
  });

  test("every name in the workbook is a text, and its formulas are its own", async () => {
    const { here } = await wicked();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await here.bytes(`${OUT}/KO41a-RZZ-2025-26.xlsx`)).buffer as ArrayBuffer);
    const names: string[] = [];
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          if (cell.type === ExcelJS.ValueType.Formula) expect(cell.formula).toMatch(/^IF\(COUNT\(|^[A-Z]+\d|^SUM\(/);
          else names.push(cell.text);
        });
      });
    for (const name of ["=1+1", "+44 20", "@SUM(A1:A9)", "<script>alert(1)</script>"]) expect(names).toContain(name);
    expect(names.some((name) => name.includes("=2+2"))).toBe(true);
  });

  test("every text in findings.xlsx is a text, and nothing in it is a formula", async () => {
    const { here } = await wicked();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await here.bytes(`${OUT}/findings.xlsx`)).buffer as ArrayBuffer);
    const texts: string[] = [];
    for (const sheet of book.worksheets)
      sheet.eachRow((row) => {
        row.eachCell((cell) => {
          expect([ExcelJS.ValueType.String, ExcelJS.ValueType.Number]).toContain(cell.type);
          expect(cell.text.replaceAll("\n", "")).not.toMatch(STEERS);
          texts.push(cell.text);
        });
      });
    for (const text of ["=1+1", "+44 20", "@SUM(A1:A9)", "<script>alert(1)</script>", "=2+2 (RZZ)"])
      expect(texts).toContain(text);
  });

  test("report.html holds no markup and no script but its own", async () => {
    const { here } = await wicked();
    const page = await here.text(`${OUT}/report.html`);
    expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page.match(/<\/?script|<img|<!--/gi)).toEqual(["<script", "</script", "<script", "</script"]);
    const read = page.replace(/(<script[^>]*>).*?<\/script>/gs, "");
    expect(read).not.toMatch(/onerror=alert\(2\)>|<\/table><h1>|javascript:/i);
    expect(page.replaceAll("\t", "")).not.toMatch(STEERS);
  });

  test("no control character reaches standard output or standard error", async () => {
    const { here, ran } = await wicked();
    expect(`${ran.stdout}${ran.stderr}`).not.toMatch(STEERS);
    const json = await here.run("generate", "export.csv", ...YEAR, "--dry-run", "--format", "json");
    expect(json.stdout).not.toMatch(STEERS);
    const validated = await here.run("validate", `${OUT}/return.json`, "--format", "json");
    expect(`${validated.stdout}${validated.stderr}`).not.toMatch(STEERS);
  });

  test("nor from headings, settings and options that cannot be used", async () => {
    const here = await desk();
    await here.write("export.csv", "Complaint reference,Date received,\u001b[2Jheading\r\nB-1,2025-05-01,\r\n");
    await here.write("ko41a.yaml", 'columns:\n  Outcome: "\\e[31mresult"\n');
    const runs = await Promise.all([
      here.run("generate", "export.csv", ...YEAR, "--config", "ko41a.yaml"),
      here.run("generate", "\u001b[2Jnowhere.csv", ...YEAR),
      here.run("generate", "export.csv", ...YEAR, "--policy", "withdrawn=\u001b[2J"),
      here.run("rules", "\u001b[2Jrule"),
    ]);
    for (const ran of runs) {
      expect(ran).toMatchObject({ code: 2, stdout: "" });
      expect(ran.stderr).not.toMatch(STEERS);
    }
  });
});
