import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { delimited } from "./support/exports.ts";
import { figuresOf, found, OUT, reportIn, reportOf, returnOf, total, YEAR } from "./support/outputs.ts";
import { type Desk, desk, PATIENCE } from "./support/run.ts";
import { transcript } from "./support/transcript.ts";

/** A small export for one question: headings, then rows. */
const export1 = (...rows: readonly string[]): string => delimited(rows.map((row) => row.split("|").map((cell) => cell.trim())));

describe.concurrent("--policy", PATIENCE, () => {
  test.each([
    {
      policy: "withdrawn=not-upheld",
      rows: [
        "Complaint reference | Date received | Date closed | Outcome | Date withdrawn",
        "P-1 | 2025-05-01 | | Withdrawn | 2025-06-01",
      ],
      item: "Complaints_Number_Not_Upheld",
      figures: [0, 1],
    },
    {
      policy: "oralResolvedNextWorkingDay=count",
      rows: [
        "Complaint reference | Date received | Date closed | Outcome | Received by",
        "P-1 | 2025-05-02 | 2025-05-06 | Upheld | Verbal",
      ],
      item: "Complaints_Number_Upheld",
      figures: [0, 1],
    },
    {
      policy: "reopened=new-complaint",
      rows: [
        "Complaint reference | Date received | Date closed | Outcome | Original reference",
        "P-1 | 2025-05-01 | 2025-06-01 | Upheld |",
        "P-2 | 2025-09-01 | | | P-1",
      ],
      item: "Complaints_Total_New",
      figures: [1, 2],
    },
    {
      policy: "ageAt=incident",
      rows: [
        "Complaint reference | Date received | Date closed | Outcome | Date of birth | Date of incident",
        "P-1 | 2025-05-01 | 2025-06-01 | Upheld | 2007-04-15 | 2025-04-10",
      ],
      item: "Age_6_17",
      figures: [0, 1],
    },
    ...["upheld", "partially-upheld", "not-upheld"].map((value) => ({
      policy: `inconclusive=${value}`,
      rows: ["Complaint reference | Date received | Date closed | Outcome", "P-1 | 2025-05-01 | 2025-06-01 | Inconclusive"],
      item: `Complaints_Number_${{ upheld: "Upheld", "partially-upheld": "Partially_Upheld", "not-upheld": "Not_Upheld" }[value]}`,
      figures: [0, 1],
    })),
  ])("$policy", async ({ policy, rows, item, figures }) => {
    const here = await desk();
    await here.write("export.csv", export1(...rows));
    await here.run("generate", "export.csv", ...YEAR, "--out", "default");
    await here.run("generate", "export.csv", ...YEAR, "--out", "chosen", "--policy", policy);
    const [before, after] = await Promise.all([returnOf(here, "default"), returnOf(here, "chosen")]);
    const figure = (one: typeof before) => (one.rows.length === 0 ? 0 : total(one, item));
    const [name = "", value] = policy.split("=");
    expect([before, after].map(figure)).toEqual(figures);
    expect(after.policies[name]).toBe(value);
    expect(before.policies[name]).not.toBe(value);
  });

  test("clinicalZeros=blank leaves section 6 blank in the workbook and 0 in return.json", async () => {
    const here = await desk("sites.csv");
    await here.run("generate", "sites.csv", ...YEAR, "--out", "zero");
    await here.run("generate", "sites.csv", ...YEAR, "--out", "blank", "--policy", "clinicalZeros=blank");
    expect(await clinicalCells(here, "zero")).toEqual(new Set([0]));
    expect(await clinicalCells(here, "blank")).toEqual(new Set([null]));
    expect((await returnOf(here, "blank")).rows).toEqual((await returnOf(here, "zero")).rows);
  });

  test("several at once, and the command line wins over ko41a.yaml", async () => {
    const here = await desk("local.csv", "ko41a.yaml");
    const policies = ["--policy", "inconclusive=upheld", "withdrawn=not-upheld"];
    await here.run("generate", "local.csv", "--config", "ko41a.yaml", ...policies);
    const { policies: chosen, rows } = await returnOf(here);
    expect(chosen).toMatchObject({ inconclusive: "upheld", withdrawn: "not-upheld" });
    expect(rows.at(-1)?.counts).toMatchObject({ Complaints_Number_Upheld: 1, Complaints_Number_Not_Upheld: 2 });
  });
});

describe.concurrent("--config", PATIENCE, () => {
  test("columns, values, sites, policies and accepted warnings of a trust", async ({ expect: golden }) => {
    const here = await desk("local.csv", "ko41a.yaml");
    const ran = await here.run("generate", "local.csv", "--config", "ko41a.yaml", "--fail-on", "warning");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    await golden(transcript(ran)).toMatchFileSnapshot("golden/config.txt");
    const { organisation, rows } = await returnOf(here);
    expect(organisation).toEqual({ code: "RZZ", name: "Example NHS trust" });
    expect(rows.map(({ siteCode, siteName }) => `${siteCode} ${siteName}`)).toEqual([
      "RZZ01 Main building",
      "RZZ Example NHS trust",
    ]);
    expect(total(await returnOf(here), "Subject_Area_Values_And_Behaviours")).toBe(1);
    expect(total(await returnOf(here), "Profession_NHS_Infrastructure_Support")).toBe(1);
  });

  test("an accepted warning is shown with its reason and fails nothing; without it the run fails", async () => {
    const here = await desk("local.csv", "ko41a.yaml");
    await here.write("strict.yaml", (await here.text("ko41a.yaml")).replace(/^accepted:[\s\S]*/m, ""));
    const run = (config: string) =>
      here.run("generate", "local.csv", "--config", config, "--dry-run", "--fail-on", "warning", "--format", "json");
    const [accepted, strict] = await Promise.all([run("ko41a.yaml"), run("strict.yaml")]);
    expect([accepted.code, strict.code]).toEqual([0, 1]);
    expect(reportIn(accepted).summary).toEqual({ errors: 0, warnings: 0, accepted: 2 });
    expect(reportIn(strict).summary).toEqual({ errors: 0, warnings: 2, accepted: 0 });
    expect(found(reportIn(accepted), "fits-nowhere")).toMatchObject([
      { severity: "warning", accepted: { reason: "Parking is no category of KO41a", by: "J. Ward" } },
    ]);
  });

  test("an acceptance that matches nothing is a warning of its own", async () => {
    const here = await desk("local.csv", "ko41a.yaml");
    await here.write("old.yaml", (await here.text("ko41a.yaml")).replace("reference: L-01", "reference: L-99"));
    const ran = await here.run("generate", "local.csv", "--config", "old.yaml", "--fail-on", "warning", "--format", "json");
    expect(ran.code).toBe(1);
    expect(found(reportIn(ran), "acceptance-unmatched")).toMatchObject([{ severity: "warning", reference: "L-99" }]);
    expect(reportIn(ran).rules).toContainEqual({ id: "acceptance-unmatched", status: "found", reason: null, count: 1 });
  });

  test("options of the command line win", async () => {
    const here = await desk("local.csv", "ko41a.yaml");
    const ran = await here.run(
      "generate",
      "local.csv",
      "--config",
      "ko41a.yaml",
      "--org-name",
      "Other name",
      "--period",
      "2025-26Q1",
    );
    expect(ran.stderr).toBe("");
    expect(await returnOf(here, "ko41a-RZZ-2025-26Q1")).toMatchObject({
      organisation: { code: "RZZ", name: "Other name" },
      period: { label: "2025-26Q1" },
    });
  });
});

describe.concurrent("--config, where it could mislead", PATIENCE, () => {
  test("the name in ko41a.yaml belongs to its code, not to another one given with --org", async () => {
    const here = await desk("local.csv", "ko41a.yaml");
    await here.run("generate", "local.csv", "--config", "ko41a.yaml", "--org", "RZY");
    expect((await returnOf(here, "ko41a-RZY-2025-26")).organisation).toEqual({ code: "RZY", name: "RZY" });
  });

  test("a column may be named by a heading that means another one elsewhere", async () => {
    const here = await desk();
    await here.write("export.csv", export1("Complaint reference | Incident date", "P-1 | 2025-05-01"));
    await here.write("ko41a.yaml", "columns:\n  Date received: Incident date\n");
    const ran = await here.run("generate", "export.csv", ...YEAR, "--config", "ko41a.yaml");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(total(await returnOf(here), "Complaints_Total_New")).toBe(1);
  });
});

describe.concurrent("--ods", PATIENCE, () => {
  test("closed, foreign and unknown codes are errors, and a site is found by its name", async () => {
    const here = await desk("sites.csv", "ets.csv");
    const ran = await here.run("generate", "sites.csv", ...YEAR, "--ods", "ets.csv");
    const report = await reportOf(here);
    expect(ran).toMatchObject({ code: 1, stderr: "" });
    expect(found(report, "unknown-site-code").map(({ reference, source }) => [reference, source?.row, source?.column])).toEqual([
      ["S-02", 3, "Site code"],
      ["S-03", 4, "Site code"],
      ["S-04", 5, "Site code"],
    ]);
    expect(
      found(report, "unknown-site-code").map(({ message }) => /closed|another organisation|not in the/.exec(message)?.[0]),
    ).toEqual(["closed", "another organisation", "not in the"]);
    expect(found(report, "site-name-matched")).toMatchObject([{ severity: "info", site: "A1B2C" }]);
    expect(found(report, "no-register")).toEqual([]);
  });

  test("what has no code of its own counts under the organisation's code, and nothing is lost", async () => {
    const here = await desk("sites.csv", "ets.csv");
    await here.run("generate", "sites.csv", ...YEAR, "--ods", "ets.csv");
    const made = await returnOf(here);
    expect(made.rows.map(({ siteCode, counts }) => [siteCode, counts.Complaints_Total_New])).toEqual([
      ["A1B2C", 1],
      ["RZZ01", 1],
      ["RZZ", 4],
    ]);
    expect(made.balance.counted).toBe(6);
  });

  test("a near miss is offered, never applied", async () => {
    const here = await desk("sites.csv", "ets.csv");
    await here.run("generate", "sites.csv", ...YEAR, "--ods", "ets.csv");
    const [offer] = found(await reportOf(here), "no-ods-code");
    expect(offer?.fix).toContain("A1B2C");
    expect((await returnOf(here)).complaints.find(({ reference }) => reference === "S-06")?.site).toBe("RZZ");
  });

  test("without a register any well-formed code is accepted, and the report says so", async () => {
    const here = await desk("sites.csv");
    const ran = await here.run("generate", "sites.csv", ...YEAR);
    expect(ran.code).toBe(0);
    expect(found(await reportOf(here), "no-register")).toMatchObject([{ severity: "info" }]);
  });
});

describe.concurrent("--prior", PATIENCE, () => {
  const lastYear = [
    "Complaint reference | Date received | Date closed | Outcome | Site code",
    "Y-1 | 2024-06-01 | 2024-07-01 | Upheld | RZZ01",
    "Y-2 | 2024-12-01 | | | RZZ01",
    "Y-3 | 2025-01-05 | | | RZZ01",
    "Y-4 | 2025-02-05 | 2025-03-05 | Upheld | RZZ77",
    ...Array.from({ length: 14 }, (_, index) => `Y-${index + 10} | 2024-08-${index + 10} | 2024-09-20 | Not upheld | RZZ02`),
  ];

  /** A desk with last year's return in its three forms. */
  const withPriors = async (): Promise<Desk> => {
    const here = await desk("clean.csv");
    await here.write("last.csv", export1(...lastYear));
    await here.run("generate", "last.csv", "--org", "RZZ", "--period", "2024-25", "--out", "last");
    const { rows } = await returnOf(here, "last");
    const items = Object.keys(rows[0]?.counts ?? {});
    await here.write(
      "published.csv",
      delimited([
        ["Year", "Organisation_Code", "Organisation_Name", "Site_Code", "Site_Name", ...items],
        ["2024-25", "RZY", "Another trust", "RZY01", "Elsewhere", ...items.map(() => "1")],
        ...rows.map(({ siteCode, siteName, counts }) => [
          "2024-25",
          "RZZ",
          "Trust",
          siteCode,
          siteName,
          ...items.map((id) => String(counts[id])),
        ]),
      ]),
    );
    return here;
  };

  test("return.json, the filled workbook and a published CSV of last year tell the same of the figures", async () => {
    const here = await withPriors();
    const priors = ["last/return.json", "last/KO41a-RZZ-2024-25.xlsx", "published.csv"];
    const reports = await Promise.all(
      priors.map(async (prior, index) => {
        const ran = await here.run(
          "generate",
          "clean.csv",
          ...YEAR,
          "--prior",
          prior,
          "--out",
          `with ${index}`,
          "--format",
          "json",
        );
        expect(ran, prior).toMatchObject({ code: 0, stderr: "" });
        return reportIn(ran);
      }),
    );
    const [byReturn, ...others] = reports;
    if (byReturn === undefined) throw new Error("no report");
    const ofComplaints = ["not-brought-forward", "not-carried-forward"];
    const figures = byReturn.findings.filter(({ rule }) => !ofComplaints.includes(rule));
    expect(figures.length).toBeLessThan(byReturn.findings.length);
    for (const other of others) expect(other.findings).toEqual(figures);
    expect(found(byReturn, "brought-forward-continuity").map(({ site, message }) => [site, message])).toEqual([
      ["RZZ01", expect.stringContaining("carried forward 2")],
      ["RZZ02", expect.stringContaining("carried forward 0")],
    ]);
    expect(found(byReturn, "site-fell-silent")).toMatchObject([{ severity: "warning", site: "RZZ77" }]);
    expect(found(byReturn, "moved-against-prior").map(({ site, item }) => `${site} ${item}`)).toContain(
      "RZZ02 Complaints_Number_Not_Upheld",
    );
  });

  test("a year's figures are not held against a quarter's, and the report says so", async () => {
    const here = await withPriors();
    const ran = await here.run(
      "generate",
      "clean.csv",
      "--org",
      "RZZ",
      "--period",
      "2025-26Q1",
      "--prior",
      "last/return.json",
      "--format",
      "json",
    );
    expect(found(reportIn(ran), "moved-against-prior")).toEqual([]);
    expect(reportIn(ran).rules.find(({ id }) => id === "moved-against-prior")).toMatchObject({
      status: "not-run",
      reason: expect.stringContaining("another length"),
    });
  });

  test("the prior return stands in the provenance by name and hash", async () => {
    const here = await withPriors();
    await here.run("generate", "clean.csv", ...YEAR, "--prior", "last/return.json");
    expect(await here.text(`${OUT}/return.json`)).toMatch(/"prior": \{\s*"file": "return.json",\s*"sha256": "[0-9a-f]{64}"/);
  });

  test("figures do not depend on it", async () => {
    const here = await withPriors();
    await here.run("generate", "clean.csv", ...YEAR, "--out", "without");
    await here.run("generate", "clean.csv", ...YEAR, "--out", "with", "--prior", "published.csv");
    expect(figuresOf(await returnOf(here, "with"))).toEqual(figuresOf(await returnOf(here, "without")));
  });
});

/** What stands in the cells of section 6, over all sites. */
async function clinicalCells(here: Desk, folder: string): Promise<ReadonlySet<unknown>> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await here.bytes(`${folder}/KO41a-RZZ-2025-26.xlsx`)).buffer as ArrayBuffer);
  const sheet = book.worksheets.find((one) =>
    one.getSheetValues().some((row) => Array.isArray(row) && row.includes("Site code")),
  );
  if (sheet === undefined) throw new Error("no sheet of figures");
  const values = new Set<unknown>();
  const columns: number[] = [];
  sheet.eachRow((row) => {
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (/^6\.(3[7-9]|4[0-8])\b/.test(cell.text)) columns.push(column);
    });
  });
  sheet.eachRow((row) => {
    if (row.values.toString().includes("RZZ01")) for (const column of columns) values.add(row.getCell(column).value);
  });
  return values;
}
