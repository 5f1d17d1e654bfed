import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { type Desk, desk, PATIENCE } from "./support/run.ts";

interface Workflow {
  readonly env: { readonly SAMPLE: string };
  readonly jobs: { readonly compare: { readonly steps: readonly { readonly run?: string }[] } };
}

const ROOT = path.resolve(import.meta.dirname, "../..");
const workflow = parse(readFileSync(path.join(ROOT, ".github/workflows/sample-return.yml"), "utf8")) as Workflow;
const commands = workflow.jobs.compare.steps
  .flatMap(({ run = "" }) => run.split("\n"))
  .flatMap((line) => /^node bin\/ko41a\.js (.*?)( \|\| .*)?$/.exec(line)?.[1] ?? []);

/** A command of the workflow as the shell there would hand it over. */
async function runs(here: Desk, command: string) {
  const words = command.replace("$SAMPLE", workflow.env.SAMPLE).split(/\s+/);
  const args = words.map((word) =>
    word.startsWith("fixtures/") ? path.join(ROOT, word) : word.replace("../before", "made/before"),
  );
  return here.run(...args);
}

describe("the workflow that posts what a change does", PATIENCE, () => {
  test("runs, and ends with the difference and every report it keeps", async () => {
    const here = await desk();
    expect(commands).toHaveLength(3);
    const [after = "", before = "", difference = ""] = commands;
    const made = await runs(here, after);
    expect(made.code).toBe(0);
    expect(made.stdout).toMatch(/^::error title=/m);
    expect(await runs(here, before)).toMatchObject({ code: 0, stdout: "", stderr: "" });
    const same = await runs(here, difference);
    expect(same.code).toBe(0);
    expect(await here.text("made/diff.md")).toContain("No difference");
    expect(same.files).toEqual(expect.arrayContaining(["made/report.md", "made/report.sarif", "made/report.xml"]));
  });
});
