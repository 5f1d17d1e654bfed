import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { FIELD_NAMES, type Field } from "../../../src/domain/field.ts";
import type { SourceProfile } from "../../../src/domain/source-profile.ts";
import { normaliseHeading, normaliseWords } from "../../../src/domain/words.ts";
import { SOURCES } from "../../../src/ingest/sources/index.ts";
import { profileValues, withLocalWords } from "../../../src/normalise/local-words.ts";
import { EDITIONS, ruleBook } from "../../support/rule-book.ts";

type ProfileFile = Readonly<Partial<Record<keyof SourceProfile, unknown>>>;

const FOLDER = path.join(import.meta.dirname, "../../../src/ingest/sources");
const FILES = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((name) => path.basename(name) === "profile.json")
  .sort();
const fileOf = (name: string) => JSON.parse(readFileSync(path.join(FOLDER, name), "utf8")) as ProfileFile;
const keysOf = (value: unknown): readonly string[] => Object.keys((value ?? {}) as object);

const FIELDS: ReadonlySet<string> = new Set(FIELD_NAMES);
const unknown = (names: readonly string[]): readonly string[] => names.filter((name) => !FIELDS.has(name));

describe.each(FILES)("%s", (name) => {
  const file = fileOf(name);

  test("is of a system that --source knows, under the name of its folder", () => {
    expect(SOURCES.map(({ profile }) => profile.name)).toContain(file.name);
    expect(file.name).toBe(path.dirname(name));
    expect(file.title).toMatch(/\S/);
  });

  test("has no key that nobody reads", () => {
    const known = Object.keys(SOURCES[0]?.profile ?? {});
    expect(Object.keys(file).filter((key) => !known.includes(key))).toEqual([]);
  });

  test("names only fields that exist", () => {
    expect(unknown([...keysOf(file.headings), ...keysOf(file.values)])).toEqual([]);
    for (const key of ["orElse", "codeInFront", "codesBySpaces", "oneValue"] as const)
      expect(unknown((file[key] ?? []) as readonly string[])).toEqual([]);
    const readings = (file.readings ?? []) as SourceProfile["readings"];
    expect(unknown(readings.flatMap(({ then, unless }) => [...keysOf(then), ...keysOf(unless)]))).toEqual([]);
  });
});

describe.each(SOURCES.map(({ profile }) => [profile.name, profile] as const))("%s", (_, profile) => {
  test("has no heading that stands for two fields", () => {
    const fieldsOf = new Map<string, Set<string>>();
    for (const [field, headings] of Object.entries(profile.headings))
      for (const heading of headings.map(normaliseHeading))
        fieldsOf.set(heading, (fieldsOf.get(heading) ?? new Set()).add(field));
    expect([...fieldsOf].filter(([, fields]) => fields.size > 1)).toEqual([]);
  });

  test("has a heading for the reference and one for the date received", () => {
    expect(profile.headings.reference?.length).toBeGreaterThan(0);
    expect(profile.headings.received?.length).toBeGreaterThan(0);
  });

  test("is given away by headings that it has", () => {
    const read = profile.readings.flatMap(({ column }) => column);
    const own = new Set([...Object.values(profile.headings).flat(), ...profile.alsoHas, ...read].map(normaliseHeading));
    for (const list of profile.tellTales) {
      expect(list.length).toBeGreaterThan(0);
      expect(list.filter((heading) => !own.has(normaliseHeading(heading)))).toEqual([]);
    }
  });

  test("lists among what it also has no heading of a field", () => {
    const read = new Set(Object.values(profile.headings).flat().map(normaliseHeading));
    expect(profile.alsoHas.filter((heading) => read.has(normaliseHeading(heading)))).toEqual([]);
  });

  test("has a second heading for each field that falls back on one", () => {
    for (const field of profile.orElse) expect(profile.headings[field]?.length, field).toBeGreaterThan(1);
  });

  test("has readings that can apply and that say something, with a reason", () => {
    for (const { column, words = [], anyOtherThan = [], contains = "", then, why } of profile.readings) {
      expect(column.length).toBeGreaterThan(0);
      expect(words.length + anyOtherThan.length + contains.length).toBeGreaterThan(0);
      expect(Object.keys(then).length).toBeGreaterThan(0);
      expect(why).toMatch(/^\S.*\.$/);
    }
  });
});

describe.each(EDITIONS)("the words of every system are understood by the rule book of %s", (edition) => {
  const book = ruleBook(edition);

  test.each(SOURCES.map(({ profile }) => [profile.name, profile] as const))("%s", (_, profile) => {
    const { vocabularies, meanings } = withLocalWords(book, profileValues(profile));
    const isKnown = (field: Field, words: string): boolean => {
      if (words === "") return true;
      if (field in vocabularies) return vocabularies[field as keyof typeof vocabularies].has(normaliseWords(words));
      const known = meanings[field];
      return known === undefined || known.has(normaliseWords(words));
    };
    for (const { then, unless = {} } of profile.readings)
      for (const [field, said] of [...Object.entries(then), ...Object.entries(unless)] as [Field, string | readonly string[]][])
        for (const words of [said].flat()) expect(isKnown(field, words), `${field}: ${words}`).toBe(true);
  });
});
