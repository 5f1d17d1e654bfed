import { isMap, isScalar, LineCounter, type Pair, parseDocument } from "yaml";
import { en } from "zod/locales";
import * as z from "zod/mini";
import { FIELDS, type Field } from "../domain/field.ts";
import { type Problem, Refusal } from "../domain/problem.ts";
import type { Acceptance } from "../domain/report.ts";
import { NO_SETTINGS, type Settings } from "../domain/settings.ts";
import { normaliseWords } from "../domain/words.ts";
import { ConfigFile } from "./schema.ts";

z.config(en());

const FIELD_OF = new Map(Object.entries(FIELDS).map(([field, heading]) => [heading as string, field as Field]));

/**
 * Reads `ko41a.yaml`.
 * @throws {Refusal} with every fault and its line
 */
export function readConfig(file: string, text: string): Settings {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): string => `${file}, line ${lines.linePos(offset).line}`;
  if (document.errors.length > 0)
    throw new Refusal(
      ...document.errors.map((error) => ({
        what: `This is not YAML: ${error.message}`,
        where: lineAt(error.pos[0]),
        fix: "Look for a missing colon, space or quotation mark in this line, and use spaces, not tabs, in front of it.",
      })),
    );
  if (document.contents === null) return NO_SETTINGS;
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 50 });
  } catch {
    throw new Refusal({
      what: "The file refers to itself too often.",
      where: file,
      fix: "Write the values out instead of using anchors.",
    });
  }
  const result = ConfigFile.safeParse(value);
  if (result.success) return settingsOf(file, result.data);
  const problems = result.error.issues.flatMap(faultsOf).map(({ path, message, at }): Problem => {
    const offset = offsetOf(document.contents, path, at);
    return {
      what: `${pathOf(path)}: ${message}`,
      where: offset === null ? file : lineAt(offset),
      fix: "docs/configuration.md shows what may stand here.",
    };
  });
  throw new Refusal(...problems);
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly at: "key" | "value";
}

/** A key that nobody knows is a fault where the key stands, not where its parent does. */
function faultsOf(issue: z.core.$ZodIssue): readonly Fault[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: "is not known here", at: "key" }));
  if (/received undefined$/.test(issue.message)) return [{ path: issue.path, message: "is missing", at: "value" }];
  return [{ path: issue.path, message: issue.message, at: "value" }];
}

/** Entries of a list are counted from 1, as people count. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.map((key) => (typeof key === "number" ? `entry ${key + 1}` : String(key))).join(": ") || "the file";
}

/** Where the deepest part of a path that exists stands in the file. */
function offsetOf(node: unknown, path: readonly PropertyKey[], at: Fault["at"]): number | null {
  const start = (node as { range?: readonly number[] } | null)?.range?.[0] ?? null;
  const [key, ...rest] = path;
  if (key === undefined || node === null || typeof node !== "object") return start;
  if (isMap(node)) {
    const pair = node.items.find((item: Pair) => isScalar(item.key) && item.key.value === key);
    if (pair === undefined) return start;
    return at === "key" && rest.length === 0
      ? offsetOf(pair.key, [], at)
      : (offsetOf(pair.value, rest, at) ?? offsetOf(pair.key, [], at));
  }
  const items = (node as { items?: readonly unknown[] }).items;
  return typeof key === "number" && items !== undefined ? (offsetOf(items[key], rest, at) ?? start) : start;
}

function refuseTwice(file: string, sites: NonNullable<ConfigFile["sites"]>): void {
  const twice = sites.filter(
    ({ name }, index) => sites.findIndex((other) => normaliseWords(other.name) === normaliseWords(name)) !== index,
  );
  const problems = twice.map(({ name }) => ({
    what: `sites: "${name}" stands there twice.`,
    where: file,
    fix: "Keep one of them.",
  }));
  if (problems.length > 0) throw new Refusal(...problems);
}

function settingsOf(name: string, file: ConfigFile): Settings {
  refuseTwice(name, file.sites ?? []);
  const byField = <T>(record: Partial<Record<string, T>> | undefined): Map<Field, T> =>
    new Map(Object.entries(record ?? {}).map(([heading, value]) => [FIELD_OF.get(heading) as Field, value as T]));
  return {
    organisation: file.organisation?.code ?? null,
    organisationName: file.organisation?.name ?? null,
    period: file.period ?? null,
    columns: byField(file.columns),
    notNeeded: [],
    values: new Map([...byField(file.values)].map(([field, words]) => [field, new Map(Object.entries(words))])),
    sites: file.sites ?? [],
    policies: file.policies ?? {},
    accepted: (file.accepted ?? []) as readonly Acceptance[],
  };
}
