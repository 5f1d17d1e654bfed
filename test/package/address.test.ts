import { describe, expect, it } from "vitest";
import { addressOf, columnName, parseAddress } from "../../src/package/address.ts";

describe("cell addresses", () => {
  it.each([
    [1, "A"],
    [26, "Z"],
    [27, "AA"],
    [80, "CB"],
    [702, "ZZ"],
    [703, "AAA"],
    [16_384, "XFD"],
  ])("names column %i %s", (column, name) => {
    expect(columnName(column)).toBe(name);
    expect(parseAddress(`${name}7`)).toEqual({ row: 7, column });
  });

  it("reads dollar signs and nothing but addresses", () => {
    expect(parseAddress("$C$10")).toEqual({ row: 10, column: 3 });
    for (const text of ["", "C", "10", "c10", "C0", "ABCD1", "C1:D2"]) expect(parseAddress(text)).toBeNull();
    expect(addressOf(8, 3)).toBe("C8");
  });
});
