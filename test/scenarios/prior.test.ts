import { beforeAll, describe, expect, test } from "vitest";
import { delimited } from "./support/exports.ts";
import { found, type ReportFile, reportIn } from "./support/outputs.ts";
import { published, TRUST } from "./support/returns.ts";
import { type Desk, desk, PATIENCE } from "./support/run.ts";

const HEADINGS = ["Complaint reference", "Date received", "Date closed", "Outcome", "Site code", "Record type", "Date withdrawn"];
const exportOf = (...rows: readonly string[]): string =>
  delimited([HEADINGS, ...rows.map((row) => row.split("|").map((cell) => cell.trim()))]);

const LAST_YEAR = exportOf(
  "P-1 | 2024-06-01 |            |          | RZZ01 | |",
  "P-2 | 2024-07-01 |            |          | RZZ01 | |",
  "P-3 | 2024-08-01 |            |          | RZZ01 | |",
  "P-4 | 2024-09-01 |            |          | RZZ01 | |",
  "P-5 | 2024-10-01 |            |          | RZZ01 | |",
  "P-6 | 2024-11-01 | 2024-12-01 | Upheld   | RZZ02 | |",
  "P-7 | 2024-11-05 |            |          | RZZ02 | PALS |",
  "P-8 | 2024-12-05 | 2025-01-10 | Upheld   | RZZ77 | |",
);
/** P-2 is gone, P-3 withdrawn, P-4 received later, P-5 at another site, P-6 open again, P-7 a complaint now, P-9 entered late. */
const THIS_YEAR = exportOf(
  "P-1 | 2024-06-01 | 2025-05-01 | Not upheld | RZZ01 | |",
  "P-3 | 2024-08-01 |            | Withdrawn  | RZZ01 | | 2025-04-20",
  "P-4 | 2025-04-02 |            |            | RZZ01 | |",
  "P-5 | 2024-10-01 |            |            | RZZ02 | |",
  "P-6 | 2024-11-01 | 2025-06-01 | Upheld     | RZZ02 | |",
  "P-7 | 2024-11-05 |            |            | RZZ02 | |",
  "P-9 | 2025-03-20 |            |            | RZZ01 | |",
  "P-10 | 2025-07-01 | 2025-08-01 | Upheld    | RZZ02 | |",
  "P-11 | 2025-07-02 | 2025-08-02 | Upheld    | RZZ88 | |",
);

const ABOUT_PRIOR = [
  "not-brought-forward",
  "not-carried-forward",
  "new-site",
  "site-fell-silent",
  "brought-forward-continuity",
] as const;
const FOUND: readonly (readonly [rule: string, place: string, says: string])[] = [
  ["brought-forward-continuity", "RZZ01", "RZZ01 brings forward 2 complaints, but the last return carried forward 5."],
  ["brought-forward-continuity", "RZZ02", "RZZ02 brings forward 3 complaints, but the last return carried forward 0."],
  ["new-site", "RZZ88", "RZZ88 has 1 new complaint and 0 brought forward in this return, and no row in the last one."],
  ["not-brought-forward", "P-2", "P-2 was carried forward at RZZ01 last time, and is not in this export."],
  ["not-brought-forward", "P-3", "kept out now by rule “withdrawn”"],
  ["not-brought-forward", "P-4", "P-4 was carried forward at RZZ01 last time, and counts as new now."],
  ["not-brought-forward", "P-5", "is brought forward at RZZ02 now."],
  ["not-carried-forward", "P-6", "P-6 is brought forward at RZZ02, and was resolved in the last return."],
  ["not-carried-forward", "P-7", "was kept out of the last return by rule “not-a-complaint”"],
  ["not-carried-forward", "P-9", "P-9 is brought forward at RZZ01, and was not in the export of the last return."],
  ["site-fell-silent", "RZZ77", "RZZ77"],
];

const keyOf = ({ rule, reference, site }: ReportFile["findings"][number]): string => `${rule} ${reference ?? site ?? ""}`;
const aboutPrior = ({ findings }: ReportFile) => findings.filter(({ rule }) => ABOUT_PRIOR.some((id) => id === rule));

let here: Desk;
beforeAll(async () => {
  here = await desk();
  await here.write("last.csv", LAST_YEAR);
  await here.write("this.csv", THIS_YEAR);
  await here.run("generate", "last.csv", ...TRUST, "--period", "2024-25", "--out", "last");
});

const generate = (prior: string, ...more: readonly string[]) =>
  here.run("generate", "this.csv", ...TRUST, "--period", "2025-26", "--prior", prior, "--dry-run", "--format", "json", ...more);

/** ko41a.yaml with an acceptance for each, which says why and by whom. */
const accepting = (keys: readonly string[]): string =>
  `accepted:\n${keys
    .map((key) => {
      const [rule = "", about = ""] = key.split(" ");
      const place = about.startsWith("P-") ? "reference" : "site";
      return `  - rule: ${rule}\n    ${place}: ${about}\n    reason: Looked at ${about} in its record.\n    by: J. Ward\n`;
    })
    .join("")}`;

describe.concurrent("last year's return.json beside this year's", PATIENCE, () => {
  test("finds each complaint that did not pass from one to the other, and nothing else", async () => {
    const ran = await generate("last/return.json");
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    const findings = aboutPrior(reportIn(ran));
    expect(findings.map(keyOf).sort()).toEqual(FOUND.map(([rule, about]) => `${rule} ${about}`).sort());
    for (const [rule, about, says] of FOUND) {
      const one = findings.find((finding) => keyOf(finding) === `${rule} ${about}`);
      expect(one, about).toMatchObject({ severity: "warning", accepted: null });
      expect(one?.message).toContain(says);
    }
  });

  test("shows where to look: the row of this export, when it is there", async () => {
    const report = reportIn(await generate("last/return.json"));
    const rows = found(report, "not-brought-forward").map(({ reference, source }) => [reference, source?.row ?? null]);
    expect(rows).toEqual([
      ["P-2", null],
      ["P-3", 3],
      ["P-4", 4],
      ["P-5", 5],
    ]);
    expect(found(report, "not-carried-forward").map(({ source }) => source?.row)).toEqual([6, 7, 8]);
  });

  test("has all of them accepted in ko41a.yaml, with the reason and who looked", async () => {
    await here.write("accepted.yaml", accepting(FOUND.map(([rule, about]) => `${rule} ${about}`)));
    const report = reportIn(await generate("last/return.json", "--config", "accepted.yaml"));
    const findings = aboutPrior(report);
    expect(findings).toHaveLength(FOUND.length);
    for (const { reference, site, accepted } of findings)
      expect(accepted).toEqual({ reason: `Looked at ${reference ?? site} in its record.`, by: "J. Ward" });
    expect(found(report, "acceptance-unmatched")).toEqual([]);
    expect(report.summary.accepted).toBe(FOUND.length);
  });

  test.each(FOUND.map(([rule, about]) => `${rule} ${about}`))("accepts one alone: %s", async (key) => {
    const file = `${key}.yaml`;
    await here.write(file, accepting([key]));
    const findings = aboutPrior(reportIn(await generate("last/return.json", "--config", file)));
    expect(findings.filter(({ accepted }) => accepted !== null).map(keyOf)).toEqual([key]);
  });

  test("tells of an acceptance that matches nothing", async () => {
    await here.write("old.yaml", accepting(["not-brought-forward P-1", "not-brought-forward P-2"]));
    const report = reportIn(await generate("last/return.json", "--config", "old.yaml", "--fail-on", "warning"));
    expect(found(report, "acceptance-unmatched")).toMatchObject([{ severity: "warning", reference: "P-1" }]);
    expect(found(report, "acceptance-unmatched")[0]?.message).toContain("Looked at P-1 in its record.");
  });

  test("is named in the report on the screen and in report.html", async () => {
    const ran = await here.run("generate", "this.csv", ...TRUST, "--period", "2025-26", "--prior", "last/return.json");
    expect(ran.stdout).toContain("P-2 was carried forward at RZZ01 last time, and is not in this export.");
    expect(await here.text("ko41a-RZZ-2025-26/report.html")).toContain("P-9 is brought forward at RZZ01");
  });
});

describe.concurrent("a prior return that names no complaints, or is of another time", PATIENCE, () => {
  const NAMED = ["not-brought-forward", "not-carried-forward"] as const;
  const statusOf = ({ rules }: ReportFile, rule: string) => rules.find(({ id }) => id === rule);

  test("finds the figures that differ, and says that it could not ask for complaints", async () => {
    const report = reportIn(await generate("last/KO41a-RZZ-2024-25.xlsx"));
    expect(found(report, "brought-forward-continuity").map(({ site }) => site)).toEqual(["RZZ01", "RZZ02"]);
    for (const rule of NAMED) {
      expect(found(report, rule)).toEqual([]);
      expect(statusOf(report, rule)).toMatchObject({ status: "not-run", reason: expect.stringMatching(/\w/) });
    }
  });

  test("does not join periods that do not follow each other", async () => {
    const ran = await here.run(
      ...["generate", "this.csv", ...TRUST, "--period", "2025-26Q2", "--dry-run", "--format", "json"],
      ...["--prior", "last/return.json"],
    );
    for (const rule of [...NAMED, "brought-forward-continuity"]) {
      expect(found(reportIn(ran), rule)).toEqual([]);
      expect(statusOf(reportIn(ran), rule)).toMatchObject({ status: "not-run" });
    }
  });
});

describe.concurrent("the prior return", PATIENCE, () => {
  test("may be given by its folder", async () => {
    const [folder, file] = await Promise.all([generate("last"), generate("last/return.json")]);
    expect(folder).toMatchObject({ code: 0, stderr: "", stdout: file.stdout });
  });

  test.each([
    ["of the same period", "2025-26", "2025-26"],
    ["of a later one", "2024-25", "2025-26"],
    ["of a period that this one is in", "2025-26Q2", "2025-26"],
    ["of a later quarter", "2025-26Q1", "2025-26Q2"],
  ])("is refused when it is %s", async (name, period, prior) => {
    await here.run("generate", "this.csv", ...TRUST, "--period", prior, "--out", name);
    const args = [...TRUST, "--period", period, "--prior", name, "--dry-run"];
    const ran = await here.run("generate", "this.csv", ...args);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(`The prior return is for ${prior}, which is not before ${period}.`);
    expect(ran.stderr).toMatch(/where: .*return\.json\n {2}do: +Give the return of the period before\./);
  });

  test("makes a site new that only brings complaints forward", async () => {
    await here.write("moved.csv", exportOf("P-1 | 2024-06-01 | | | RZZ01 | |", "P-2 | 2024-07-01 | | | RZZ55 | |"));
    const ran = await here.run(
      ...["generate", "moved.csv", ...TRUST, "--period", "2025-26", "--dry-run", "--format", "json"],
      ...["--prior", "last"],
    );
    expect(found(reportIn(ran), "new-site")).toMatchObject([{ site: "RZZ55" }]);
    expect(found(reportIn(ran), "new-site")[0]?.message).toContain("RZZ55 has 0 new complaints and 1 brought forward");
  });

  test("at organisation level is held against all sites together, and a finding is about no site", async () => {
    await here.write("whole.csv", await published(here, "last", "organisation"));
    expect(aboutPrior(reportIn(await generate("whole.csv")))).toEqual([]);
    const change = { site: "RZZ", item: "Complaints_Total_Carried_Forward", by: 2 } as const;
    await here.write("more.csv", await published(here, "last", "organisation", change));
    const findings = aboutPrior(reportIn(await generate("more.csv")));
    expect(findings).toMatchObject([{ rule: "brought-forward-continuity", site: null, reference: null }]);
    expect(findings[0]?.message).toContain("brings forward 5 complaints, but the last return carried forward 7.");
  });
});
