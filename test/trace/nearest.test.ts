import { expect, test } from "vitest";
import { nearest } from "../../src/trace/nearest.ts";

const among = (typed: string, ...names: readonly string[]) => nearest(typed, names, (name) => [name]);

test("what contains the words comes before what only looks like them", () => {
  expect(among("forward", "Forwards", "Total Brought Forward", "Forwrd")[0]).toBe("Forwards");
  expect(among("forward", "Forwrd", "Total Brought Forward")).toEqual(["Total Brought Forward", "Forwrd"]);
});

test("a slip of the keys is forgiven, and so are case and punctuation", () => {
  expect(among("matrenity", "Inpatient", "Maternity")).toEqual(["Maternity"]);
  expect(among("AGE-TOTAL", "Service_Total", "Age_Total")[0]).toBe("Age_Total");
});

test("names that have nothing to do with it are left out", () => {
  expect(among("maternity", "Ambulance", "Surgical group")).toEqual([]);
  expect(among("maternity")).toEqual([]);
});

test("nothing is near to nothing", () => {
  expect(among("", "Maternity", "")).toEqual([]);
  expect(among(" - ", "Maternity", "-")).toEqual([]);
});

test("there are five at most, and equally near ones keep their order", () => {
  const names = ["C-101", "C-102", "C-103", "C-104", "C-105", "C-106"];
  expect(among("C-10", ...names)).toEqual(names.slice(0, 5));
});

test("something with several names is as near as the nearest of them", () => {
  const sites = [
    { code: "RZZ01", name: "General hospital" },
    { code: "RZZ02", name: "Healthcare clinic" },
  ];
  const near = (typed: string) => nearest(typed, sites, ({ code, name }) => [code, name]).map(({ code }) => code);
  expect(near("general")).toEqual(["RZZ01"]);
  expect(near("ZZ02")[0]).toBe("RZZ02");
  expect(nearest("general", sites, () => [])).toEqual([]);
});

test("what is the same but for leading zeros comes before everything else", () => {
  expect(among("E-1", "E-11", "E-10", "E-01")[0]).toBe("E-01");
  expect(among("E-01", "E-011", "E-1")[0]).toBe("E-1");
  expect(among("E-10", "E-1", "E-0010")[0]).toBe("E-0010");
});

test("the very words come before longer ones that contain them", () => {
  expect(among("other", "Other community healthcare", "Mother", "Other")[0]).toBe("Other");
});
