import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Command, CommanderError } from "commander";
import { describe, expect, onTestFinished, test } from "vitest";
import { addFetch } from "../../src/cli/commands/fetch.ts";
import { thisWorld } from "../../src/cli/fetch.ts";
import { sayProblems } from "../../src/cli/say-problems.ts";
import { Refusal } from "../../src/domain/problem.ts";
import type { World } from "../../src/fetch/world.ts";
import { SECRETS } from "../fetch/data.ts";
import { careHq, type Quirks } from "../fetch/server.ts";
import { KEYS } from "../fetch/server-check.ts";
import { fakeWorld } from "../fetch/world.ts";

const YEAR = ["--from", "2024-01-01", "--to", "2024-12-31"] as const;
const PERSONAL = [...SECRETS, KEYS.key, KEYS.secret, "service_user", "notes"];

interface Snapshot {
  readonly items: readonly Readonly<Record<string, unknown>>[];
  readonly [key: string]: unknown;
}

/** A folder with a server beside it; the command runs in this process, on a clock that moves only by sleeping. */
async function desk(quirks: Quirks = {}, world = fakeWorld()) {
  const folder = await mkdtemp(path.join(tmpdir(), "ko41a fetch "));
  onTestFinished(() => rm(folder, { recursive: true }));
  const server = await careHq(world.now, quirks);
  const environment = {
    CAREHQ_ACCOUNT_ID: KEYS.accountId,
    CAREHQ_API_KEY: ` ${KEYS.key}\r\n`,
    CAREHQ_API_SECRET: `${KEYS.secret}\n`,
    CAREHQ_BASE_URL: server.base,
  };
  const out = path.join(folder, "snapshot.json");
  return {
    world,
    server,
    environment,
    out,
    files: async () => (await readdir(folder)).sort(),
    text: (file = out) => readFile(file, "utf8"),
    snapshot: async () => JSON.parse(await readFile(out, "utf8")) as Snapshot,
    run: (...args: readonly string[]) => run(["--out", out, ...YEAR, ...args], environment, world),
    runWith: (more: NodeJS.ProcessEnv, ...args: readonly string[]) =>
      run(["--out", out, ...YEAR, ...args], { ...environment, ...more }, world),
  };
}

async function run(args: readonly string[], environment: NodeJS.ProcessEnv, world: World, errIsTerminal = false) {
  let stdout = "";
  let stderr = "";
  let code = 0;
  const shell = {
    root: "",
    version: "0",
    out: (text: string) => {
      stdout += text;
    },
    err: (text: string) => {
      stderr += text;
    },
    errIsTerminal,
    outIsTerminal: false,
    columns: 100,
  };
  const program = new Command("ko41a").exitOverride().configureOutput({ writeOut: shell.out, writeErr: shell.err });
  const finish = (given: number): void => {
    code = given;
  };
  addFetch(program, shell, finish, environment, world);
  for (const command of program.commands) command.copyInheritedSettings(program);
  try {
    await program.parseAsync(["fetch", "carehq", ...args], { from: "user" });
  } catch (error) {
    if (!(error instanceof Refusal || error instanceof CommanderError)) throw error;
    code = 2;
    if (error instanceof Refusal) stderr += sayProblems(error.problems);
  }
  return { code, stdout, stderr };
}

describe("fetch carehq", () => {
  test("writes every complaint of the time with its names and birth date, for this user only", async () => {
    const here = await desk();
    const ran = await here.run();
    expect(ran).toMatchObject({ code: 0, stdout: `24 complaints reported 2024-01-01 to 2024-12-31: ${here.out}\n` });
    expect(ran.stderr).toContain("Complaints reported before 2024-01-01 are not in the file");
    expect(ran.stderr).toContain("birth dates");
    expect(await here.files()).toEqual(["snapshot.json"]);
    if (process.platform !== "win32") expect((await stat(here.out)).mode & 0o777).toBe(0o600);

    const { items, ...head } = await here.snapshot();
    expect(head).toEqual({ schema: "ko41a-carehq/1", resource: "complaints", from: "2024-01-01", to: "2024-12-31" });
    expect(items).toHaveLength(24);
    expect(JSON.stringify(items[1])).toBe(
      JSON.stringify({
        _id: "400000000000000000000002",
        ref: "C-2",
        complaint_reported_date: "2024-03-15",
        outcome: "not_upheld",
        outcome_reported_date: "2024-12-20",
        referred_to_other_bodies: false,
        location: { _id: "100000000000000000000002", name: "Elm Lodge" },
        subject_matter: { _id: "200000000000000000000002", name: "Laundry" },
        date_of_birth: "1932-05-17",
      }),
    );
    // The service user of the first has no birth date; the third has no location, and an archived subject.
    expect(items[0]).toMatchObject({ date_of_birth: null });
    expect(items[2]).toMatchObject({ location: null, subject_matter: { name: "Smoking room" } });
    expect((await here.text()).endsWith("}\n")).toBe(true);
  });

  test("needs nothing of a test's world", async () => {
    const here = await desk({ fault: (nth) => (nth === 2 ? "destroy" : null) }, { ...thisWorld(), slept: [] });
    expect((await here.run()).code).toBe(0);
  });

  test("asks for no more than it needs", async () => {
    const { run, server } = await desk();
    await run();
    expect(server.pagesOf("complaints")).toEqual([1, 2, 3]);
    expect(server.pagesOf("locations")).toEqual([1]);
    expect(server.pagesOf("service-users")).toEqual([1, 2, 3]);
    const attributes = server.asked.flatMap(({ params }) => params.getAll("attributes"));
    expect(attributes).not.toContain("notes");
    expect(attributes).not.toContain("last_name");
  });

  test("gives the same bytes from a server that stumbles, limits the rate and ignores filters", async () => {
    const plain = await desk();
    await plain.run();
    const rough = await desk({
      rate: 3,
      ignoresFilters: true,
      fault: (nth) => (nth === 2 ? 500 : nth === 5 ? "destroy" : nth === 7 ? "html" : null),
    });
    expect((await rough.run()).code).toBe(0);
    expect(await rough.text()).toBe(await plain.text());
    expect(rough.world.slept).toContain(500);
  });

  test("waits for the rate limit as its headers say, and is then never refused", async () => {
    const { run, server, world } = await desk({ rate: 2 });
    expect((await run()).code).toBe(0);
    expect(world.slept.length).toBeGreaterThan(2);
    expect(world.slept.every((wait) => wait >= 50 && wait <= 1000)).toBe(true);
    expect(server.asked.every(({ status }) => status === 200)).toBe(true);
  });

  test("waits when others used up the limit", async () => {
    let others = 3;
    const { run, server, world } = await desk({ fault: () => (others-- > 0 ? 429 : null) });
    expect((await run()).code).toBe(0);
    expect(server.asked.slice(0, 4).map(({ status }) => status)).toEqual([429, 429, 429, 200]);
    expect(world.slept).toHaveLength(3);
  });

  test("lets out nothing personal and no key, whatever happens", async () => {
    for (const fault of [null, 400, 401, 403, 404, 500, "html", "redirect", "destroy"] as const) {
      const here = await desk({ fault: (nth) => (nth > 2 ? fault : null) });
      const { stdout, stderr } = await here.run();
      const left = await Promise.all((await here.files()).map((name) => here.text(path.join(path.dirname(here.out), name))));
      const personal = fault === null ? PERSONAL : PERSONAL.filter((word) => word !== "service_user");
      for (const word of personal) expect([stdout, stderr, ...left].join("\n")).not.toContain(word);
    }
  });

  test.each([
    ["a wrong secret", { CAREHQ_API_SECRET: "another" }, "belong together"],
    ["a missing key and secret", { CAREHQ_API_KEY: "", CAREHQ_API_SECRET: undefined }, "CAREHQ_API_KEY, CAREHQ_API_SECRET"],
    ["a key that is none", { CAREHQ_API_KEY: "key\nmarker" }, "CAREHQ_API_KEY holds a character"],
    ["an address without https", { CAREHQ_BASE_URL: "http://carehq.example/" }, "readable"],
  ])("%s ends with 2 and leaves nothing", async (_, environment, words) => {
    const here = await desk();
    const ran = await here.runWith(environment);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(words);
    expect(await here.files()).toEqual([]);
  });

  test.each<[string, Quirks, string]>([
    ["a redirect", { fault: () => "redirect" }, "leads on to another"],
    ["a missing right", { fault: () => 403 }, "right to read complaints"],
    ["a page that is not the API", { fault: () => "html" }, "no JSON"],
    ["fewer complaints than announced", { phantoms: 1 }, "25 complaints, but only 24 came"],
  ])("%s ends with 2 and leaves nothing", async (_, quirks, words) => {
    const here = await desk(quirks);
    const ran = await here.run();
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(words);
    expect(await here.files()).toEqual([]);
  });

  test.each([
    [["--from", "2025-01-01", "--to", "2024-01-01"], "lies after"],
    [["--from", "2024-02-30"], "YYYY-MM-DD"],
    [["--from", "01/04/2024"], "YYYY-MM-DD"],
    [["--resource", "bookings"], "home-visits"],
    [["--out", " "], "name of a file"],
  ])("%j is refused before anything is asked", async (args, words) => {
    const here = await desk();
    const ran = await here.run(...args);
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain(words);
    expect(here.server.asked).toEqual([]);
  });

  test("replaces a file only with --force", async () => {
    const here = await desk();
    await writeFile(here.out, "mine");
    const refused = await here.run();
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain("--force");
    expect([await here.text(), here.server.asked.length]).toEqual(["mine", 0]);
    expect((await here.run("--force")).code).toBe(0);
    expect((await here.snapshot()).items).toHaveLength(24);
  });

  test("never replaces a folder", async () => {
    const here = await desk();
    const ran = await here.run("--out", path.dirname(here.out), "--force");
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain("not a file");
    expect(here.server.asked).toEqual([]);
  });

  test.each([
    ["service-users", "birth dates are missing", { date_of_birth: null, location: { name: "Elm Lodge" } }],
    ["locations", "names of locations", { date_of_birth: "1932-05-17", location: { name: null } }],
    ["groups", "names of subject matters", { subject_matter: { name: null } }],
  ])("without the right to read %s it warns and goes on", async (resource, words, item) => {
    const here = await desk({ fault: (_, asked) => (asked.resource === resource ? 403 : null) });
    const ran = await here.run("--quiet");
    expect(ran).toMatchObject({ code: 0, stdout: "" });
    expect(ran.stderr).toContain(words);
    expect((await here.snapshot()).items[1]).toMatchObject(item);
  });

  test("fetches home visits, without notes or staff", async () => {
    const here = await desk();
    const ran = await here.run("--resource", "home-visits");
    expect(ran).toMatchObject({ code: 0, stderr: "", stdout: expect.stringContaining("12 home visits") });
    const { resource, items } = await here.snapshot();
    expect(resource).toBe("home-visits");
    expect(JSON.stringify(items[1])).toBe(
      JSON.stringify({
        _id: "500000000000000000000001",
        location: { _id: "100000000000000000000001", name: "Cedar Court" },
        date_time: "2024-02-10 14:30:00",
        completed: null,
        cancelled: null,
        visit_type: "in_person",
      }),
    );
  });

  test("--format json says what a program needs", async () => {
    const here = await desk();
    const { stdout } = await here.run("--format", "json");
    const [from, to] = ["2024-01-01", "2024-12-31"];
    expect(JSON.parse(stdout)).toEqual({ file: here.out, resource: "complaints", from, to, items: 24 });
  });

  test("shows progress on a terminal only, and wipes it", async () => {
    const here = await desk({ rate: 1 });
    const ran = await run(["--out", here.out, ...YEAR], here.environment, here.world, true);
    expect(ran.stderr).toContain("complaints: page 2 of 3");
    expect(ran.stderr).toContain("\r\u001b[2KComplaints reported before");
    expect((await here.run("--force")).stderr).not.toContain("\r");
  });
});

describe("a run that broke off", () => {
  /** The network goes after two pages; it comes back when told so. */
  async function brokenOff() {
    let gone = true;
    const here = await desk({ fault: (nth) => (gone && nth > 2 ? "destroy" : null) });
    const ran = await here.run();
    gone = false;
    return { here, ran, before: here.server.asked.length };
  }

  test("keeps its pages, and says where it goes on", async () => {
    const { here, ran } = await brokenOff();
    expect(ran).toMatchObject({ code: 2, stdout: "" });
    expect(ran.stderr).toContain("goes on from page 3");
    expect(await here.files()).toEqual(["snapshot.json.part"]);
    if (process.platform !== "win32") expect((await stat(`${here.out}.part`)).mode & 0o777).toBe(0o600);
    for (const word of [...SECRETS, ...Object.values(KEYS), "notes"])
      expect(await here.text(`${here.out}.part`)).not.toContain(word);
  });

  test("goes on when it is run again, and makes the same file", async () => {
    const { here, before } = await brokenOff();
    const ran = await here.run();
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain("Going on from page 3");
    expect(here.server.asked.slice(before).flatMap(({ resource, page }) => (resource === "complaints" ? [page] : []))).toEqual([
      3,
    ]);
    expect(await here.files()).toEqual(["snapshot.json"]);
    const plain = await desk();
    await plain.run();
    expect(await here.text()).toBe(await plain.text());
  });

  test("after its last page goes on with the names", async () => {
    let gone = true;
    const here = await desk({ fault: (_, { resource }) => (gone && resource === "groups" ? 500 : null) });
    expect((await here.run()).stderr).toContain("after the last page, 3");
    gone = false;
    expect((await here.run()).code).toBe(0);
    expect(here.server.pagesOf("complaints")).toEqual([1, 2, 3]);
  });

  test("goes on after a denial too, and says both", async () => {
    let revoked = true;
    const here = await desk({ fault: (nth) => (revoked && nth > 1 ? 401 : null) });
    expect((await here.run()).stderr).toMatch(/belong together[\s\S]*from page 2/);
    revoked = false;
    expect((await here.run()).code).toBe(0);
  });

  test.each([
    ["for other dates", (text: string) => text.replace("2024-12-31", "2024-11-30"), "of another request"],
    ["damaged", (text: string) => text.slice(0, 100), "damaged"],
    ["old", (text: string) => text.replace(/"saved":"2026-05-06/, '"saved":"2026-05-01'), "more than a day old"],
  ])("is started anew when what it kept is %s", async (_, change, words) => {
    const { here, before } = await brokenOff();
    await writeFile(`${here.out}.part`, change(await here.text(`${here.out}.part`)));
    const ran = await here.run();
    expect(ran.code).toBe(0);
    expect(ran.stderr).toContain(words);
    expect(here.server.asked[before]?.page).toBe(1);
    expect(await here.files()).toEqual(["snapshot.json"]);
  });
});
