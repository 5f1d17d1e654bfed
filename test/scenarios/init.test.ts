import { spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { PYTHON, TERMINAL } from "../support/judges.ts";
import { OUT, returnOf } from "./support/outputs.ts";
import { type Desk, PATIENCE, type Ran } from "./support/run.ts";
import { deskOf, PRIVATE } from "./support/sources.ts";

const SUPPORT = path.join(path.dirname(fileURLToPath(import.meta.url)), "support");
const PROGRAM = path.resolve(SUPPORT, "../../../bin/ko41a.js");
const EXPORT = "complaints.csv";

describe.skipIf(!TERMINAL.isHere)(`init at a terminal${TERMINAL.skipped}`, PATIENCE, () => {
  test("asks its way to ko41a.yaml, a mapping sheet and the command to run", async () => {
    const here = await deskOf("unknown", EXPORT);
    const answers = [
      "rzz",
      "Example NHS trust",
      "2025-26",
      "",
      `'${EXPORT}'`,
      "rzz01",
      "",
      "",
      "not-upheld",
      "",
      "",
      "",
      "",
      "",
      "",
    ];
    const ran = await atTerminal(here, answers, "init");
    expect(ran.code).toBe(0);
    expect(await here.files()).toEqual([EXPORT, "ko41a.yaml", "mapping.xlsx"]);
    await expect(ran.stdout).toMatchFileSnapshot("golden/init.txt");
    await expect(await here.text("ko41a.yaml")).toMatchFileSnapshot("golden/init.yaml");
  });

  test("takes answers that were pasted all at once", async () => {
    const here = await deskOf("unknown", EXPORT);
    const ran = await atTerminal(here, [`RZZ\r\r2025-26\r\r${"\r".repeat(9)}`], "init");
    expect(ran.code).toBe(0);
    expect(await here.text("ko41a.yaml")).toContain("code: RZZ");
  });

  test("takes what was given and asks for the rest", async () => {
    const here = await deskOf("unknown", EXPORT);
    const given = ["init", EXPORT, "--org", "RZZ", "--org-name", "Example NHS trust", "--period", "2025-26Q1"];
    const ran = await atTerminal(here, Array<string>(14).fill(""), ...given);
    expect(ran.code).toBe(0);
    expect(ran.stdout).not.toContain("Your export of complaints");
    expect(await here.text("ko41a.yaml")).toContain("period: 2025-26Q1");
  });

  test("says what an answer lacks and asks again", async () => {
    const here = await deskOf("unknown", EXPORT);
    const wrong = [
      ...["Leeds trust", "RZZ", "", "next year", ""],
      ...["no-register.csv", "", "no-export.csv", "", "keep", "", "", "", "", "", "", ""],
    ];
    const ran = await atTerminal(here, wrong, "init");
    expect(ran.code).toBe(0);
    expect(await here.files()).toEqual([EXPORT, "ko41a.yaml"]);
    for (const words of ["3 or 5 letters and digits", "next year", "no such file", "Choose one of: exclude, not-upheld."])
      expect(ran.stdout).toContain(words);
  });

  test.each([
    ["a person who closes the terminal", ["RZZ", "", null]],
    ["a person who never gives a usable answer", Array<string>(5).fill("no")],
  ])("leaves %s in peace and writes nothing", async (_, answers) => {
    const here = await deskOf("unknown", EXPORT);
    const ran = await atTerminal(here, answers, "init");
    expect(ran.code).toBe(2);
    expect(ran.stdout).toContain("Stopped. Nothing was written.");
    expect(await here.files()).toEqual([EXPORT]);
  });
});

describe.concurrent("init without a terminal", PATIENCE, () => {
  test("never waits for an answer", async () => {
    const here = await deskOf("unknown", EXPORT);
    const ran = await here.run("init", EXPORT);
    expect(ran).toMatchObject({ code: 2, stdout: "", files: [EXPORT] });
    expect(ran.stderr).toContain("--yes");
  });

  test("takes defaults with --yes, and the command that it prints runs", async () => {
    const here = await deskOf("unknown", EXPORT, "next.csv");
    await here.write("my complaints.csv", (await here.text(EXPORT)).replace(ENGLISH, GENERIC));
    const out = ["--out", "set up"];
    const ran = await here.run("init", "my complaints.csv", "--org", "RZZ", "--period", "2025-26", "--yes", ...out);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    expect(ran.files).toEqual([EXPORT, "my complaints.csv", "next.csv", "set up/ko41a.yaml", "set up/mapping.xlsx"]);
    const [again = "", generate = ""] = commandsIn(ran);
    expect(await here.run(...typed(again))).toMatchObject({ code: 0, stderr: "" });
    const made = await here.run(...typed(generate));
    expect(made.stderr).toBe("");
    expect(made.code).toBe(1);
    expect((await returnOf(here)).rows.map(({ counts }) => counts.Complaints_Total_New)).toEqual([7]);
    expect(`${ran.stdout}${made.stdout}${await here.text(`${OUT}/report.html`)}`).not.toContain(PRIVATE);
  });

  test("wants to know the organisation", async () => {
    const here = await deskOf("unknown", EXPORT);
    const ran = await here.run("init", EXPORT, "--yes");
    expect(ran).toMatchObject({ code: 2, stdout: "", files: [EXPORT] });
    expect(ran.stderr).toContain("--org CODE");
  });

  test.each([["ko41a.yaml"], ["mapping.xlsx"]])("does not cost a %s that is there", async (name) => {
    const here = await deskOf("unknown", EXPORT);
    await here.write(name, "what somebody said before\n");
    const yes = ["init", EXPORT, "--org", "RZZ", "--yes"];
    const ran = await here.run(...yes);
    expect(ran).toMatchObject({ code: 2, stdout: "", files: [EXPORT, name].sort() });
    expect(ran.stderr).toContain(name);
    expect(await here.text(name)).toBe("what somebody said before\n");
    expect(await here.run(...yes, "--force")).toMatchObject({ code: 0, files: [EXPORT, "ko41a.yaml", "mapping.xlsx"] });
  });
});

const ENGLISH = "Case no,Patient,Came in,Reply sent,Finding";
const GENERIC = "Complaint reference,Patient,Date received,Date closed,Outcome";

/** The commands that are printed as the next steps. */
function commandsIn({ stdout }: Ran): readonly string[] {
  return [...stdout.matchAll(/^ +ko41a (.*)$/gm)].map(([, command = ""]) => command);
}

function typed(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}

/** Runs the program at a terminal on which a person answers; null closes it. */
function atTerminal(here: Desk, answers: readonly (string | null)[], ...args: readonly string[]) {
  const terminal = [path.join(SUPPORT, "terminal.py"), JSON.stringify(answers), process.execPath, PROGRAM, ...args];
  return new Promise<{ readonly code: number | null; readonly stdout: string }>((resolve, reject) => {
    const started = spawn(PYTHON, terminal, { cwd: here.folder, env: { ...process.env, NO_COLOR: "1" } });
    let stdout = "";
    started.stdout.on("data", (piece) => {
      stdout += piece;
    });
    started.stderr.on("data", (piece) => {
      stdout += piece;
    });
    started.on("error", reject).on("close", (code) => resolve({ code, stdout }));
  });
}
