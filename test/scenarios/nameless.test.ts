import { expect, test } from "vitest";
import { TRUST } from "./support/returns.ts";
import { desk, PATIENCE } from "./support/run.ts";

test("an organisation without a name is said by its code, once", PATIENCE, async () => {
  const here = await desk("before.csv", "after.csv");
  const [org, code] = TRUST;
  for (const name of ["before", "after"])
    await here.run("generate", `${name}.csv`, org, code, "--period", "2025-26", "--out", name, "--fail-on", "never");
  const runs = await Promise.all([
    here.run("explain", "before", "--item", "2.6"),
    here.run("explain", "before", "--complaint", "E-01"),
    here.run("diff", "before", "after"),
    here.run("diff", "before", "after", "--format", "markdown"),
    here.run("diff", "before", "after", "--format", "html"),
    here.run("reconcile", "before", "after"),
    here.run("reconcile", "before", "after", "--format", "markdown"),
  ]);
  const said = runs.flatMap(({ args, stdout }) =>
    stdout.split("\n").flatMap((line) => (/RZZ \(RZZ\)|^\(RZZ\)/.test(line) ? [`${args.join(" ")}: ${line}`] : [])),
  );
  expect(said).toEqual([]);
});
