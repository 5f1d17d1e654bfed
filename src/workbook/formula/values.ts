import { NotUnderstood } from "./parse.ts";

/** What a cell or a part of a formula comes to; null is a blank cell. */
export type Value = number | string | boolean | null;

/** Spaces and signs come before digits, digits before letters. */
const COLLATOR = new Intl.Collator("en");

export function compares(sign: string, difference: number): boolean {
  const tests: Readonly<Record<string, boolean>> = {
    "=": difference === 0,
    "<>": difference !== 0,
    "<": difference < 0,
    ">": difference > 0,
    "<=": difference <= 0,
    ">=": difference >= 0,
  };
  const test = tests[sign];
  if (test === undefined) throw new NotUnderstood(sign);
  return test;
}

/** Numbers come before texts, texts before truth values; a blank is what it is compared with. */
export function order(left: Value, right: Value): number {
  const a = left ?? blankLike(right);
  const b = right ?? blankLike(left);
  const rank = (value: Value): number => (typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "string" && typeof b === "string") {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x === y ? 0 : COLLATOR.compare(x, y) || (x < y ? -1 : 1);
  }
  return asExact(Number(a)) - asExact(Number(b));
}

/** Spreadsheets look at 15 digits: for them 0.1+0.2 is 0.3. */
function asExact(number: number): number {
  return Number(number.toPrecision(15));
}

function blankLike(value: Value): Value {
  return typeof value === "string" ? "" : typeof value === "boolean" ? false : 0;
}

export function numberOf(value: Value): number {
  if (typeof value === "number") return value;
  if (value === null) return 0;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (!isNumeric(value)) throw new NotUnderstood("a text where a number is needed");
  return Number(value);
}

/** Texts such as 0x10 or Infinity are numbers for JavaScript alone. */
export function isNumeric(text: string): boolean {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text);
}

export function textOf(value: Value): string {
  if (typeof value !== "number") return value === null ? "" : typeof value === "boolean" ? String(value).toUpperCase() : value;
  const text = String(asExact(value));
  if (text.includes("e")) throw new NotUnderstood("a number too long to be written out");
  return text;
}

export function truth(value: Value): boolean {
  if (typeof value === "string") throw new NotUnderstood("a text where a condition is needed");
  return value !== null && value !== false && value !== 0;
}

/** Half away from zero, of what 15 digits show: 1.005 to two digits is 1.01. */
export function round(value: number, digits: number): number {
  const factor = 10 ** Math.trunc(digits);
  const rounded = (Math.sign(value) * Math.round(asExact(Math.abs(value) * factor))) / factor;
  return Number.isFinite(rounded) ? rounded : value;
}
