import { describe, expect, test } from "vitest";
import { readLines } from "../write/worklist/read-back.ts";
import { found, OUT, OUTPUTS, reportIn, reportOf, returnOf, total, YEAR } from "./support/outputs.ts";
import { desk, PATIENCE } from "./support/run.ts";
import { transcript, withoutPassed, withoutZeros } from "./support/transcript.ts";

const inOut = OUTPUTS.map((name) => `${OUT}/${name}`);

describe.concurrent("generate", PATIENCE, () => {
  test("says what was counted, what is wrong and what to do", async ({ expect: golden }) => {
    const here = await desk("complaints.csv");
    const ran = await here.run("generate", "complaints.csv", ...YEAR);
    expect(ran.files).toEqual(["complaints.csv", ...inOut]);
    expect(ran.stderr).toBe("");
    await golden(transcript(ran)).toMatchFileSnapshot("golden/console.txt");
    await golden(transcript(ran, withoutZeros(await here.text(`${OUT}/return.json`)))).toMatchFileSnapshot("golden/return.txt");
    await golden(transcript(ran, await here.text(`${OUT}/ledger.csv`))).toMatchFileSnapshot("golden/ledger.txt");
    await golden(transcript(ran, withoutPassed(await here.text(`${OUT}/report.json`)))).toMatchFileSnapshot("golden/report.txt");
  });

  test("every row of the return holds all 78 items, and every input row has one fate", async () => {
    const here = await desk("complaints.csv");
    await here.run("generate", "complaints.csv", ...YEAR);
    const items = JSON.parse((await here.run("items", "--format", "json")).stdout) as { id: string }[];
    const { rows, balance } = await returnOf(here);
    expect(items).toHaveLength(78);
    for (const { counts } of rows) expect(Object.keys(counts)).toEqual(items.map(({ id }) => id));
    expect(rows.map(({ siteCode }) => siteCode)).toEqual(["RZZ01", "RZZ02", "RZZ"]);
    const ledger = (await here.text(`${OUT}/ledger.csv`)).trimEnd().split("\r\n").slice(1);
    expect(ledger).toHaveLength(balance.rows);
    expect(balance.rows).toBe(balance.counted + balance.excluded + balance.merged + balance.refused);
  });

  test("findings.xlsx has a line for every finding of report.json", async () => {
    const here = await desk("complaints.csv");
    await here.run("generate", "complaints.csv", ...YEAR);
    const lines = readLines(await here.bytes(`${OUT}/findings.xlsx`));
    const { findings } = await reportOf(here);
    expect(lines.map(({ message }) => message).sort()).toEqual(findings.map(({ message }) => message).sort());
    expect(lines.filter(({ what }) => what === "To put right")).toHaveLength(4);
  });

  test("--dry-run counts and reports, and writes nothing", async ({ expect: golden }) => {
    const here = await desk("clean.csv");
    const ran = await here.run("generate", "clean.csv", ...YEAR, "--dry-run");
    expect(ran.files).toEqual(["clean.csv"]);
    await golden(transcript(ran)).toMatchFileSnapshot("golden/dry-run.txt");
  });

  test("--quiet prints nothing and writes the same files", async () => {
    const here = await desk("complaints.csv");
    const quiet = await here.run("generate", "complaints.csv", ...YEAR, "--quiet", "--out", "quiet");
    await here.run("generate", "complaints.csv", ...YEAR, "--out", "loud");
    expect(quiet).toMatchObject({ code: 1, stdout: "", stderr: "" });
    for (const name of OUTPUTS) expect(await here.bytes(`quiet/${name}`), name).toEqual(await here.bytes(`loud/${name}`));
  });

  test("--format json prints report.json and nothing else", async () => {
    const here = await desk("complaints.csv");
    const ran = await here.run("generate", "complaints.csv", ...YEAR, "--format", "json");
    expect(ran.code).toBe(1);
    expect(ran.stdout).toBe(await here.text(`${OUT}/report.json`));
    expect(reportIn(ran).summary).toEqual({ errors: 4, warnings: 3, accepted: 0 });
  });

  test("--format json leaves standard output to the data when it cannot be done", async () => {
    const here = await desk("complaints.csv");
    const ran = await here.run("generate", "complaints.csv", "nowhere.csv", ...YEAR, "--format", "json");
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain("nowhere.csv");
  });

  test.each([
    ["complaints.csv", "error", 1],
    ["complaints.csv", "warning", 1],
    ["complaints.csv", "never", 0],
    ["clean.csv", "error", 0],
    ["clean.csv", "warning", 0],
  ])("%s with --fail-on %s ends with exit code %i", async (file, level, code) => {
    const here = await desk(file);
    expect(await here.run("generate", file, ...YEAR, "--fail-on", level, "--dry-run")).toMatchObject({ code, stderr: "" });
  });

  test("warnings alone fail only --fail-on warning", async () => {
    const here = await desk("clean.csv");
    await here.write("warned.csv", (await here.text("clean.csv")).replace("Restraint", "Parking fees"));
    const run = (level: string) => here.run("generate", "warned.csv", ...YEAR, "--dry-run", "--fail-on", level);
    const codes = await Promise.all(["error", "warning", "never"].map(async (level) => (await run(level)).code));
    expect(codes).toEqual([0, 1, 0]);
  });

  test("output that is there is not touched without --force, and replaced with it", async ({ expect: golden }) => {
    const here = await desk("clean.csv");
    await here.write("return.json", "mine");
    await here.run("generate", "clean.csv", ...YEAR);
    await here.write(`${OUT}/return.json`, "old");
    const kept = await Promise.all(inOut.map((name) => here.bytes(name)));
    await here.write("clean.csv", (await here.text("clean.csv")).replace("K-01", "K-99"));

    const refused = await here.run("generate", "clean.csv", ...YEAR);
    expect(await Promise.all(inOut.map((name) => here.bytes(name)))).toEqual(kept);
    expect(refused.files).toEqual(["clean.csv", ...inOut, "return.json"]);
    await golden(transcript(refused)).toMatchFileSnapshot("golden/output-exists.txt");

    const forced = await here.run("generate", "clean.csv", ...YEAR, "--force");
    expect(forced).toMatchObject({ code: 0, stderr: "" });
    expect(forced.files).toEqual(refused.files);
    expect((await returnOf(here)).complaints[0]?.reference).toBe("K-99");
    expect(await here.text("return.json")).toBe("mine");
  });

  test("when one output cannot be replaced, none is", async () => {
    const here = await desk("clean.csv");
    await here.write(`${OUT}/KO41a-RZZ-2025-26.xlsx`, "last week's");
    await here.write(`${OUT}/ledger.csv/in the way.txt`, "a folder where a file should be");
    const before = await here.files();
    const ran = await here.run("generate", "clean.csv", ...YEAR, "--force");
    expect(ran.code).toBe(2);
    expect(ran.stderr).not.toContain("fault of the program");
    expect(ran.files).toEqual(before);
    expect(await here.text(`${OUT}/KO41a-RZZ-2025-26.xlsx`)).toBe("last week's");
  });

  test("--generated-at stands in the files, without it there is no clock in them", async () => {
    const here = await desk("clean.csv");
    const instant = "2026-05-06T09:00:00Z";
    await here.run("generate", "clean.csv", ...YEAR);
    await here.run("generate", "clean.csv", ...YEAR, "--generated-at", instant, "--out", "timed");
    expect((await returnOf(here)).provenance.generatedAt).toBeUndefined();
    expect((await returnOf(here, "timed")).provenance.generatedAt).toBe(instant);
    const today = new Date().toISOString().slice(0, 10);
    for (const name of ["return.json", "report.json", "report.html", "ledger.csv"])
      expect(await here.text(`${OUT}/${name}`), name).not.toContain(today);
    expect(await here.text("timed/report.html")).toMatch(/6 May 2026|2026-05-06/);
  });

  test("with --generated-at, a complaint received after that day is asked about", async () => {
    const here = await desk("clean.csv");
    await here.write("early.csv", (await here.text("clean.csv")).replace("2026-03-31,,", "2027-03-31,,"));
    const run = async (day: string) =>
      found(
        reportIn(await here.run("generate", "early.csv", ...YEAR, "--dry-run", "--format", "json", "--generated-at", day)),
        "received-in-future",
      );
    expect(await run("2026-05-06")).toMatchObject([{ reference: "K-09", source: { file: "early.csv", row: 10 } }]);
    expect(await run("2027-05-06")).toEqual([]);
  });

  test("four quarters are the year, and what is open goes on into the next", async () => {
    const here = await desk("clean.csv");
    const labels = ["2025-26Q1", "2025-26Q2", "2025-26Q3", "2025-26Q4"];
    const returns = await Promise.all(
      labels.map(async (label) => {
        await here.run("generate", "clean.csv", "--org", "RZZ", "--period", label);
        return returnOf(here, `ko41a-RZZ-${label}`);
      }),
    );
    await here.run("generate", "clean.csv", ...YEAR);
    const year = await returnOf(here);
    const figures = (item: string) => returns.map((one) => total(one, item));
    expect(returns.map(({ period }) => [period.start, period.end])).toEqual([
      ["2025-04-01", "2025-06-30"],
      ["2025-07-01", "2025-09-30"],
      ["2025-10-01", "2025-12-31"],
      ["2026-01-01", "2026-03-31"],
    ]);
    for (const item of ["Complaints_Total_New", "Complaints_Total_Resolved", "Age_Total", "Subject_Area_Total"])
      expect(
        figures(item).reduce((sum, one) => sum + one, 0),
        item,
      ).toBe(total(year, item));
    const carried = figures("Complaints_Total_Carried_Forward");
    expect(figures("Complaints_Total_Brought_Forward").slice(1)).toEqual(carried.slice(0, 3));
    expect(carried.at(-1)).toBe(total(year, "Complaints_Total_Carried_Forward"));
  });

  test("two exports at once give the figures of both", async () => {
    const here = await desk("clean.csv", "complaints.csv");
    const run = async (folder: string, ...files: readonly string[]) => {
      await here.run("generate", ...files, ...YEAR, "--out", folder);
      return returnOf(here, folder);
    };
    const [one, other, both] = await Promise.all([
      run("one", "clean.csv"),
      run("other", "complaints.csv"),
      run("both", "clean.csv", "complaints.csv"),
    ]);
    for (const item of Object.keys(both.rows[0]?.counts ?? {}))
      expect(total(both, item), item).toBe(total(one, item) + total(other, item));
    expect(both.balance.rows).toBe(one.balance.rows + other.balance.rows);
    expect(both.provenance.inputs.map(({ file }) => file)).toEqual(["clean.csv", "complaints.csv"]);
    expect(both.complaints[0]?.source).toEqual([{ file: "clean.csv", row: 2 }]);
  });

  test("a complaint that stands in two exports is one complaint", async () => {
    const here = await desk("clean.csv");
    await here.write("again.csv", await here.text("clean.csv"));
    await here.run("generate", "clean.csv", "again.csv", ...YEAR);
    const both = await returnOf(here);
    expect(both.balance).toEqual({ rows: 24, counted: 12, excluded: 0, merged: 12, refused: 0 });
    expect((await reportOf(here)).summary.errors).toBe(0);
  });
});

describe.concurrent("generate --org all", PATIENCE, () => {
  test("makes a return for each organisation, and refuses rows that name none", async ({ expect: golden }) => {
    const here = await desk("two-organisations.csv");
    const ran = await here.run("generate", "two-organisations.csv", "--org", "all", "--period", "2025-26");
    const folder = "ko41a-all-2025-26";
    expect(ran.code).toBe(1);
    expect(ran.files).toEqual(
      [
        ...["RZY", "RZZ"].flatMap((code) =>
          OUTPUTS.map((name) => `${folder}/${code}/${name.replace("KO41a-RZZ", `KO41a-${code}`)}`),
        ),
        `${folder}/summary.json`,
        "two-organisations.csv",
      ].sort(),
    );
    await golden(transcript(ran, await here.text(`${folder}/summary.json`))).toMatchFileSnapshot("golden/summary.txt");

    const [rzy, rzz] = await Promise.all(["RZY", "RZZ"].map((code) => returnOf(here, `${folder}/${code}`)));
    if (rzy === undefined || rzz === undefined) throw new Error("two returns were expected");
    const counted = (one: typeof rzy) =>
      one.complaints.filter(({ fate }) => fate === "counted").map(({ reference }) => reference);
    expect(counted(rzy)).toEqual(["T-01", "T-03"]);
    expect(counted(rzz)).toEqual(["T-01", "T-02", "T-05"]);
    for (const code of ["RZY", "RZZ"])
      expect(found(await reportOf(here, `${folder}/${code}`), "organisation-missing")).toMatchObject([
        { severity: "error", reference: "T-04", source: { file: "two-organisations.csv", row: 6 } },
      ]);
  });

  test("the return of one organisation is the same as with its own code alone", async () => {
    const here = await desk("two-organisations.csv");
    const run = (org: string, folder: string) =>
      here.run("generate", "named.csv", "--org", org, "--period", "2025-26", "--out", folder);
    await here.write("named.csv", (await here.text("two-organisations.csv")).replace(/^,T-04.*\n/m, ""));
    await Promise.all([run("all", "all"), run("RZY", "own")]);
    expect((await returnOf(here, "all/RZY")).rows).toEqual((await returnOf(here, "own")).rows);
  });

  test("--format json prints summary.json", async () => {
    const here = await desk("two-organisations.csv");
    const ran = await here.run("generate", "two-organisations.csv", "--org", "all", "--period", "2025-26", "--format", "json");
    expect(ran.stdout).toBe(await here.text("ko41a-all-2025-26/summary.json"));
  });

  test("nothing is written when one of the folders holds output", async () => {
    const here = await desk("two-organisations.csv");
    await here.write("out/RZZ/ledger.csv", "mine");
    const ran = await here.run("generate", "two-organisations.csv", "--org", "all", "--period", "2025-26", "--out", "out");
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("RZZ/ledger.csv");
    expect(ran.files).toEqual(["out/RZZ/ledger.csv", "two-organisations.csv"]);
    expect(await here.text("out/RZZ/ledger.csv")).toBe("mine");
  });

  test("an organisation's code that is none makes no folder", async () => {
    const here = await desk();
    const rows = ["A-1,2025-05-01,../RZY", "A-2,2025-05-01,RZZ", "A-3,2025-05-01,Unit 3 / ward", "A-4,2025-05-01,C:\\RZY"];
    await here.write("export.csv", `Complaint reference,Date received,Organisation code\r\n${rows.join("\r\n")}\r\n`);
    const ran = await here.run("generate", "export.csv", "--org", "all", "--period", "2025-26", "--out", "all/of them");
    expect(ran.files.filter((name) => !name.startsWith("all/of them/RZZ/"))).toEqual(["all/of them/summary.json", "export.csv"]);
    const refused = (await reportOf(here, "all/of them/RZZ")).findings.filter(({ severity }) => severity === "error");
    expect(refused.map(({ reference, source }) => [reference, source?.row])).toEqual([
      ["A-1", 2],
      ["A-3", 4],
      ["A-4", 5],
    ]);
    expect(ran.code).toBe(1);
  });

  test("an export that names no organisation is refused", async () => {
    const here = await desk("clean.csv");
    const ran = await here.run("generate", "clean.csv", "--org", "all", "--period", "2025-26");
    expect(ran).toMatchObject({ code: 2, stdout: "", files: ["clean.csv"] });
    expect(ran.stderr).toContain("--org CODE");
  });
});
