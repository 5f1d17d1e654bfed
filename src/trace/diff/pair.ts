import type { Comparison } from "../../domain/comparison.ts";
import { Refusal } from "../../domain/problem.ts";
import type { ReadReturn } from "../../domain/read-return.ts";
import type { RuleBook } from "../../domain/rule-book.ts";
import type { Catalogue } from "../explain/rules.ts";
import { compareReturns } from "./compare.ts";

/** The returns of one file. */
export type File = readonly [ReadReturn, ...ReadReturn[]];

/**
 * Two files, each with one return or more. Returns go together by organisation, and by period where a file has several
 * of one organisation; a filled proforma that does not say whose it is belongs to the other side's.
 * @throws {Refusal} when no organisation is on both sides, or a return has several to go with
 */
export function compareFiles(a: File, b: File, book: RuleBook, catalogue: Catalogue): Comparison {
  const codes = [...new Set([...a, ...b].map(({ organisation }) => organisation.code))].filter((code) => code !== "").sort();
  // A form that does not say whose it is can only be compared with a file that has one organisation.
  const of = (file: File, code: string): readonly ReadReturn[] =>
    file.filter(({ organisation }) => organisation.code === code || (codes.length === 1 && organisation.code === ""));
  const pairs = (codes.length === 0 ? [""] : codes).flatMap((code) => pairUp(of(a, code), of(b, code)));
  if (pairs.length === 0) throw strangers(a, b);
  const paired = new Set(pairs.flat());
  const alone = (file: File): readonly string[] => file.filter((one) => !paired.has(one)).map(nameOf);
  return {
    a: { file: a[0].file, kind: a[0].kind },
    b: { file: b[0].file, kind: b[0].kind },
    returns: pairs.map(([before, after]) => compareReturns(before, after, book, catalogue)),
    only: { a: alone(a), b: alone(b) },
  };
}

function nameOf({ organisation, period }: ReadReturn): string {
  return period === null ? organisation.code : `${organisation.code} ${period}`;
}

/** @throws {Refusal} when there are none */
export function someReturns(file: string, [first, ...others]: readonly ReadReturn[]): File {
  if (first !== undefined) return [first, ...others];
  throw new Refusal({
    what: "There is no return in the file.",
    where: file,
    fix: "Give a file with figures of at least one organisation.",
  });
}

type Pair = readonly [ReadReturn, ReadReturn];

function pairUp(a: readonly ReadReturn[], b: readonly ReadReturn[]): readonly Pair[] {
  const [first, second] = [a[0], b[0]];
  if (first === undefined || second === undefined) return [];
  if (a.length === 1 && b.length === 1) return [[first, second]];
  const pairs = a.flatMap((before): Pair[] => {
    const after = b.find(({ period }) => period === before.period);
    return after === undefined ? [] : [[before, after]];
  });
  if (pairs.length > 0) return pairs;
  const periods = (file: readonly ReadReturn[]): string => file.map(({ period }) => period ?? "without a period").join(", ");
  throw new Refusal({
    what: `${first.organisation.code || second.organisation.code} has several periods, and none is in both files.`,
    where: `${first.file}: ${periods(a)}; ${second.file}: ${periods(b)}`,
    fix: "Give files with one period each, or with the same periods.",
  });
}

function strangers(a: File, b: File): Refusal {
  const codes = (file: File): string => {
    const all = [...new Set(file.map(({ organisation }) => organisation.code))];
    return all.length > 5 ? `${all.slice(0, 5).join(", ")} and ${all.length - 5} more` : all.join(", ");
  };
  return new Refusal({
    what: "No organisation is in both files.",
    where: `${a[0].file}: ${codes(a)}; ${b[0].file}: ${codes(b)}`,
    fix: "Give two returns of the same organisation.",
  });
}
