import { describe, expect, test } from "vitest";
import { readDelimited } from "../../src/ingest/csv.ts";
import { readRegister } from "../../src/register/read-register.ts";
import { problemsOf } from "../support/refusal.ts";

/** A line as ODS writes it: no heading row, 27 fields. */
function odsLine(code: string, name: string, { closed = "", parent = "" } = {}): string {
  const fields = Array.from({ length: 27 }, () => "");
  fields[0] = code;
  fields[1] = name;
  fields[9] = "ZZ1 1ZZ";
  fields[10] = "20010401";
  fields[11] = closed;
  fields[14] = parent;
  return `${fields.map((field) => `"${field}"`).join(",")}\r\n`;
}

async function grid(file: string, text: string) {
  const read = await readDelimited(
    file,
    new TextEncoder().encode(text),
    (cells) => cells.length,
    () => {},
  );
  return read.grid;
}

const ets = () =>
  grid(
    "ets.csv",
    odsLine("RZZ01", "GENERAL HOSPITAL", { parent: "RZZ" }) +
      odsLine("A1B2C", "HEALTHCARE CLINIC", { parent: "RZZ", closed: "20250331" }) +
      odsLine("RYY01", "ELSEWHERE", { parent: "RYY" }),
  );

describe("the trust's own table", () => {
  test("names a site as the trust calls it", () => {
    const { byCode, byName } = readRegister([], [{ name: "Main bldg", code: "RZZ01", officialName: "General hospital" }]);
    expect(byCode.get("RZZ01")?.name).toBe("General hospital");
    expect(byName.get("main bldg")?.code).toBe("RZZ01");
  });

  test("never gives the organisation the name of a place that has no code", () => {
    const { byCode, byName } = readRegister([], [{ name: "Health bus", code: "RZZ" }]);
    expect(byCode.get("RZZ")).toBeUndefined();
    expect(byName.get("health bus")?.code).toBe("RZZ");
  });
});

describe("ODS files", () => {
  test("a site has its code, name, parent and closing day", async () => {
    const { byCode, complete } = readRegister([await ets()], []);
    expect(complete).toBe(true);
    expect(byCode.get("RZZ01")).toEqual({ code: "RZZ01", name: "GENERAL HOSPITAL", parent: "RZZ", closed: null });
    expect(byCode.get("A1B2C")).toEqual({ code: "A1B2C", name: "HEALTHCARE CLINIC", parent: "RZZ", closed: "2025-03-31" });
  });

  test("names are found whatever their capitals and punctuation", async () => {
    const { byName } = readRegister([await ets()], []);
    expect(byName.get("healthcare clinic")?.code).toBe("A1B2C");
  });

  test("a name that two sites share finds neither", async () => {
    const twins = await grid(
      "ets.csv",
      odsLine("RZZ01", "Clinic", { parent: "RZZ" }) + odsLine("RZZ02", "CLINIC", { parent: "RZZ" }),
    );
    const { byName, byCode } = readRegister([twins], []);
    expect(byName.get("clinic")).toBeUndefined();
    expect(byCode.size).toBe(2);
  });

  test("trusts alone do not make the list of sites complete", async () => {
    const etr = await grid("etr.csv", odsLine("RZZ", "NHS FOUNDATION TRUST"));
    expect(readRegister([etr], []).complete).toBe(false);
    expect(readRegister([etr, await ets()], []).complete).toBe(true);
  });

  test("blank lines are passed over", async () => {
    const file = await grid("ets.csv", `${odsLine("RZZ01", "Clinic", { parent: "RZZ" })}\r\n`);
    expect(readRegister([file], []).byCode.size).toBe(1);
  });
});

describe("the trust's own sites table", () => {
  test("adds names to sites that the register has", async () => {
    const { byName, byCode } = readRegister([await ets()], [{ name: "The General", code: "RZZ01" }]);
    expect(byName.get("the general")).toMatchObject({ code: "RZZ01", parent: "RZZ" });
    expect(byName.get("general hospital")?.code).toBe("RZZ01");
    expect(byCode.get("RZZ01")?.name).toBe("GENERAL HOSPITAL");
  });

  test("wins where a name means another site in the register", async () => {
    const { byName } = readRegister([await ets()], [{ name: "General hospital", code: "A1B2C" }]);
    expect(byName.get("general hospital")?.code).toBe("A1B2C");
  });

  test("is enough by itself to find names, but no register", () => {
    const { byName, complete } = readRegister([], [{ name: "Health bus", code: "RZZ05" }]);
    expect(byName.get("health bus")?.code).toBe("RZZ05");
    expect(complete).toBe(false);
  });
});

describe("another file given as a register is refused with its row", () => {
  test.each([
    ["with headings", `Code,Name,${"x,".repeat(25)}\r\n`, "ets.csv, row 1"],
    ["with too few fields", `${odsLine("RZZ01", "Clinic")}RZZ02,Clinic\r\n`, "ets.csv, row 2"],
    ["with nothing in it", "\r\n", "ets.csv"],
  ])("%s", async (_, text, where) => {
    const file = await grid("ets.csv", text);
    const problems = await problemsOf(() => readRegister([file], []));
    expect(problems).toEqual([expect.objectContaining({ where, what: expect.stringContaining("not an ODS file") })]);
  });
});
