import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { figuresOf, found, OUT, OUTPUTS, reportOf, returnOf } from "./support/outputs.ts";
import { type Desk, desk, PATIENCE, type Ran } from "./support/run.ts";
import { deskOf, type ExpectedRun, PRIVATE, runsOf } from "./support/sources.ts";

const RZZ = ["--org", "RZZ", "--period", "2025-26"] as const;
const SYSTEMS = ["datix", "radar", "ulysses", "dynamics", "carehq", "px360"] as const;
const RUNS = SYSTEMS.flatMap((system) => runsOf(system).map(([name, run]) => [name, system, run] as const));
const NAMES = { datix: "Datix", radar: "Radar", ulysses: "Ulysses", dynamics: "Dynamics", carehq: "CareHQ", px360: "PX360" };

describe.concurrent("an export as its system writes it gives the figures that were counted by hand:", PATIENCE, () => {
  test.for(RUNS)("%s", async ([, system, run], { expect }) => {
    const here = await deskOf(system, run.config, ...run.files);
    const ran = await generate(here, run);
    expect(ran.stderr).toBe("");

    const made = await returnOf(here);
    expect.soft(made.balance).toEqual(run.balance);
    expect.soft(figuresOf(made)).toEqual(run.counts);
    expect.soft(made.rows.map(({ siteCode }) => siteCode)).toEqual(Object.keys(run.counts));
    expect.soft(differences(run, await fatesIn(here))).toEqual([]);

    const { findings } = await reportOf(here);
    const missing = Object.entries(run.complaints).flatMap(([reference, { why, findings: rules = [] }]) =>
      rules
        .filter((rule) => !findings.some((one) => one.reference === reference && rule.split("|").includes(one.rule)))
        .map((rule) => `${reference} (${why}): no finding ${rule}`),
    );
    expect.soft(missing).toEqual([]);
    const fails = findings.some(({ severity }) => severity === "error");
    expect(ran.code).toBe(fails ? 1 : 0);
  });

  test("there is a fixture for every system", () => {
    expect(new Set(RUNS.map(([, system]) => system))).toEqual(new Set(SYSTEMS));
  });
});

describe.concurrent("a system is recognised by its headings:", PATIENCE, () => {
  const unasked = RUNS.filter(([, , { args }]) => !args.includes("--source"));

  test.each(unasked)("%s", async (_, system, run) => {
    const here = await deskOf(system, run.config, ...run.files);
    await generate(here, run);
    const recognised = found(await reportOf(here), "source-recognised");
    expect(recognised).toHaveLength(run.files.length);
    for (const { message } of recognised) expect(message).toContain(NAMES[system]);
    await generate(here, { ...run, args: [...run.args, "--source", system] }, "--out", "asked");
    expect((await returnOf(here, "asked")).rows).toEqual((await returnOf(here)).rows);
  });

  test("a report of Datix by headings that the generic export has as well, and a few of its own", async () => {
    const here = await desk();
    const headings = "Complaint ID,Date Received,Date Closed,Outcome Description,Date Closed (for Formal Complaints only)";
    await here.write(
      "report.csv",
      `${headings}\r\n1,01/05/2025,,Upheld,01/06/2025\r\n2,01/05/2025,01/01/1900,Upheld,02/06/2025\r\n`,
    );
    await here.run("generate", "report.csv", ...RZZ);
    expect(found(await reportOf(here), "source-recognised")).toMatchObject([{ message: expect.stringContaining("Datix") }]);
    expect(figuresOf(await returnOf(here)).RZZ).toMatchObject({ Complaints_Total_Resolved: 2, Complaints_Number_Upheld: 2 });
  });

  test("only Ulysses has to be named", () => {
    const named = RUNS.filter(([, , { args }]) => args.includes("--source"));
    expect(named.map(([, system]) => system)).toEqual(["ulysses"]);
  });

  test("each of several exports is recognised for itself", async () => {
    const here = await deskOf("radar", "export.csv", "ko41a.yaml");
    const other = await deskOf("carehq", "complaint.json");
    await here.write("complaint.json", await other.bytes("complaint.json"));
    await here.run("generate", "export.csv", "complaint.json", ...RZZ, "--config", "ko41a.yaml");
    const messages = found(await reportOf(here), "source-recognised").map(({ message }) => message);
    expect(messages).toHaveLength(2);
    expect(messages.find((message) => message.startsWith("export.csv"))).toContain("Radar");
    expect(messages.find((message) => message.startsWith("complaint.json"))).toContain("CareHQ");
  });

  test("an export that could come from either of two systems is refused until one is named", async () => {
    const here = await desk();
    const headings = "recordid,lcom_dreceived,com_outcome,Reference Number,Date Received (Case) (Case),KO41 Subject";
    await here.write("tie.csv", `${headings}\r\nT-1,2025-05-01,,T-2,2025-06-01,54- Communications ${PRIVATE}\r\n`);
    const ran = await here.run("generate", "tie.csv", ...RZZ);
    expect(ran).toMatchObject({ code: 2, stdout: "", files: ["tie.csv"] });
    for (const word of ["Datix", "Dynamics", "--source datix", "--source dynamics"]) expect(ran.stderr).toContain(word);
    expect(ran.stderr).not.toContain(PRIVATE);

    const references = async (source: string) => {
      await here.run("generate", "tie.csv", ...RZZ, "--source", source, "--out", source);
      return (await returnOf(here, source)).complaints.map(({ reference }) => reference);
    };
    expect(await references("datix")).toEqual(["T-1"]);
    expect(await references("dynamics")).toEqual(["T-2"]);
  });
});

describe.concurrent("free text and birth dates of a system are in no output and in no message:", PATIENCE, () => {
  test.each(RUNS)("%s", async (_, system, run) => {
    const here = await deskOf(system, run.config, ...run.files);
    const runs = await Promise.all([
      generate(here, run, "--debug"),
      generate(here, run, "--dry-run", "--max-findings", "1000"),
      generate(here, run, "--dry-run", "--format", "json"),
      here.run("generate", ...run.files, ...RZZ, "--dry-run", "--debug", "--source", "generic"),
    ]);
    const texts = [...runs.flatMap(({ stdout, stderr }) => [stdout, stderr]), ...(await textsIn(here))];
    for (const secret of [PRIVATE, ...(run.neverShown ?? [])]) for (const text of texts) expect(text).not.toContain(secret);
  });

  test("nor when the file is broken in the middle of it", async () => {
    const here = await deskOf("carehq", "snapshot.json");
    const text = await here.text("snapshot.json");
    const inside = text.indexOf(PRIVATE) + 3;
    await here.write("quoted.json", `${text.slice(0, inside)}"${text.slice(inside)}`);
    await here.write("cut.json", text.slice(0, inside + 40));
    for (const file of ["quoted.json", "cut.json"]) {
      const ran = await here.run("generate", file, ...RZZ, "--debug");
      expect(ran).toMatchObject({ code: 2, stdout: "" });
      expect(ran.stderr).toContain(file);
      expect(ran.stderr).not.toContain(PRIVATE.slice(0, 3));
    }
  });
});

describe.concurrent("home visits of CareHQ", PATIENCE, () => {
  test.each(["home-visits.json", "home-visits-page.json"])("%s are no complaints", async (file) => {
    const here = await deskOf("carehq", file);
    for (const source of ["auto", "carehq"]) {
      const ran = await here.run("generate", file, ...RZZ, "--source", source);
      expect(ran).toMatchObject({ code: 2, stdout: "", files: [file] });
      expect(ran.stderr).toMatch(/home visits.*not complaints/s);
      expect(ran.stderr).toContain("--activity");
    }
  });

  test("with --activity they are set beside the complaints, and are in no figure", async () => {
    const here = await deskOf("carehq", "snapshot.json", "home-visits.json", "ko41a.yaml");
    const run = ["generate", "snapshot.json", ...RZZ, "--config", "ko41a.yaml"];
    await here.run(...run, "--out", "without");
    await here.run(...run, "--activity", "home-visits.json");
    expect((await returnOf(here)).rows).toEqual((await returnOf(here, "without")).rows);
    const { activity } = JSON.parse(await here.text(`${OUT}/report.json`));
    expect(activity).toEqual({
      file: "home-visits.json",
      locations: [
        { location: "Larkenfold Lodge", booked: 3, completed: 3, cancelled: 0, complaints: 1, complaintsPer100Completed: 33.3 },
        { location: "Pebblewick Court", booked: 2, completed: 0, cancelled: 1, complaints: 6, complaintsPer100Completed: null },
        { location: "Thistlequay House", booked: 6, completed: 4, cancelled: 1, complaints: 6, complaintsPer100Completed: 150 },
      ],
      outsidePeriod: 2,
    });
    const html = await here.text(`${OUT}/report.html`);
    for (const word of ["Larkenfold Lodge", "33.3", "150.0"]) expect(html).toContain(word);
    for (const text of await textsIn(here)) expect(text).not.toContain(PRIVATE);
  });

  test("are set beside the complaints also where one file has names and the other has ids", async () => {
    const here = await deskOf("carehq", "snapshot.json", "home-visits.json", "ko41a.yaml");
    const run = ["generate", "snapshot.json", ...RZZ, "--config", "ko41a.yaml"];
    const activityOf = async (file: string, out: string) => {
      await here.run(...run, "--activity", file, "--out", out);
      return JSON.parse(await here.text(`${out}/report.json`)).activity.locations;
    };
    const visits = JSON.parse(await here.text("home-visits.json"));
    const items = visits.items.map((visit: { location: { _id: string } | string }) => ({
      ...visit,
      location: typeof visit.location === "string" ? visit.location : visit.location._id,
    }));
    await here.write("by-id.json", JSON.stringify({ ...visits, items }));
    expect(await activityOf("by-id.json", "ids")).toEqual(await activityOf("home-visits.json", "names"));
  });

  test("complaints are no home visits", async () => {
    const here = await deskOf("carehq", "snapshot.json", "complaint.json");
    const ran = await here.run("generate", "complaint.json", ...RZZ, "--activity", "snapshot.json");
    expect(ran).toMatchObject({ code: 2, stdout: "", files: ["complaint.json", "snapshot.json"] });
    expect(ran.stderr).toContain("snapshot.json");
    expect(ran.stderr).not.toContain(PRIVATE);
  });
});

function generate(here: Desk, { files, args, config }: ExpectedRun, ...more: readonly string[]): Promise<Ran> {
  return here.run("generate", ...files, ...RZZ, "--config", config, ...args, ...more);
}

interface Fate {
  readonly row: string;
  readonly reference: string;
  readonly fate: string;
  readonly site: string;
  readonly rules: readonly string[];
}

/** The ledger, a line for each row; a complaint that counts has the rules of the return. */
async function fatesIn(here: Desk): Promise<readonly Fate[]> {
  const { complaints } = await returnOf(here);
  const ledger = parse(await here.text(`${OUT}/ledger.csv`), { bom: true, columns: true }) as Record<string, string>[];
  return ledger.map(({ row = "", reference = "", fate = "", rule = "", site = "" }) => {
    const complaint = complaints.find((one) => one.reference === reference && one.fate === fate);
    return { row, reference, fate, site, rules: [rule, ...(complaint?.rules ?? [])] };
  });
}

/** In words, so that a difference says what was tested. */
function differences({ complaints, rowsWithoutReference = [] }: ExpectedRun, fates: readonly Fate[]): readonly string[] {
  const named = Object.entries(complaints).flatMap(([reference, expected]) => {
    const wanted = [...(expected.rules ?? []), ...(expected.rule === undefined ? [] : [expected.rule])];
    const lines = fates.filter((one) => one.reference === reference);
    const line = lines.find(({ fate }) => fate === expected.fate);
    if (line !== undefined && line.site === (expected.site ?? "") && wanted.every((rule) => holds(rule, line.rules))) return [];
    const seen = lines.map(({ fate, site, rules }) => `${fate} ${site} ${rules.join(" ")}`).join("; ");
    return [`${reference} (${expected.why}): ${expected.fate} ${expected.site ?? ""} ${wanted.join(" ")}, not ${seen}`];
  });
  const loose = rowsWithoutReference
    .filter(({ row, fate, rule }) => !fates.some((one) => one.row === `${row}` && one.fate === fate && holds(rule, one.rules)))
    .map(({ row, why, fate, rule }) => `row ${row} (${why}): ${fate} ${rule}`);
  const known = new Set([...Object.keys(complaints), ""]);
  const unknown = fates
    .filter(({ reference }) => !known.has(reference))
    .map(({ reference }) => `${reference}: nobody expected it`);
  return [...named, ...loose, ...unknown];
}

function holds(rule: string, rules: readonly string[]): boolean {
  return rule.split("|").some((one) => rules.includes(one));
}

/** Every output as text; a workbook part by part. */
async function textsIn(here: Desk): Promise<readonly string[]> {
  const texts = await Promise.all(
    OUTPUTS.map(async (name) => {
      const bytes = await here.bytes(`${OUT}/${name}`);
      return name.endsWith(".xlsx") ? Object.values(unzipSync(bytes)).map((part) => strFromU8(part)) : [strFromU8(bytes)];
    }),
  );
  return texts.flat();
}
