import { describe, expect, test } from "vitest";
import { type Params, pairsOf, sign, stringToSign } from "../../src/fetch/sign.ts";
import vectors from "./vectors.json" with { type: "json" };

interface Vector {
  readonly name: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly params: Params | null;
  readonly timestamp: string;
  readonly nonce: string;
  readonly secret: string;
  readonly stringToSign: string;
  readonly signature: string;
}

describe("signature version 2", () => {
  test("there are seven vectors", () => {
    expect(vectors).toHaveLength(7);
  });

  test.each(vectors as unknown as readonly Vector[])("$name", (vector) => {
    const text = stringToSign({ ...vector, params: vector.params ?? {} });
    expect(text).toBe(vector.stringToSign);
    expect(sign(vector.secret, text)).toBe(vector.signature);
  });

  test("numbers are sorted as the text they are sent as", () => {
    expect(pairsOf({ b: [10, 9, 2], a: null, "a-b": "x" })).toEqual([
      ["a-b", "x"],
      ["b", "10"],
      ["b", "2"],
      ["b", "9"],
    ]);
  });
});
