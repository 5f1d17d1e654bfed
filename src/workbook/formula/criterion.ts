import { NotUnderstood } from "./parse.ts";
import { compares, isNumeric, order, textOf, type Value } from "./values.ts";

/** What COUNTIF and SUMIF look for: `">0"`, `"OK"`, `5`. A blank cell stands for 0. */
export function criterion(wanted: Value): (value: Value) => boolean {
  const [, sign = "", rest = ""] = /^(<>|<=|>=|<|>|=)?(.*)$/s.exec(textOf(wanted ?? 0)) ?? [];
  if (/[*?~]/.test(rest)) throw new NotUnderstood("a pattern");
  const target: Value = isNumeric(rest) ? Number(rest) : /^(true|false)$/i.test(rest) ? rest.toLowerCase() === "true" : rest;
  if (sign !== "" && sign !== "=" && sign !== "<>")
    return (value) => typeof value === typeof target && compares(sign, order(value, target));
  if (target === "") {
    // Without a sign, a text of no length is as good as a blank cell; with one it is not.
    if (sign === "") return (value) => value === null || value === "";
    return (value) => (value === null) === (sign === "=");
  }
  const same = (value: Value): boolean => {
    if (typeof value === "string" && typeof target === "number" && isNumeric(value)) throw new NotUnderstood("digits as text");
    return value !== null && order(value, target) === 0;
  };
  return sign === "<>" ? (value) => !same(value) : same;
}
