import { expect, test } from "vitest";
import { loadRuleBook } from "../../src/rulebook/load.ts";
import { problemsOf } from "../support/refusal.ts";
import { editionFiles } from "../support/rule-book.ts";

/** What the loader says when one file of a good edition is changed. */
async function faultsAfter(file: string, change: (text: string) => string | null): Promise<readonly string[]> {
  const files = editionFiles("2025-26");
  const changed = change(files.get(file) ?? "");
  if (changed === files.get(file)) throw new Error(`nothing was changed in ${file}`);
  if (changed === null) files.delete(file);
  else files.set(file, changed);
  return (await problemsOf(() => loadRuleBook(files))).map(({ what }) => what);
}

test("a missing file", async () => {
  expect(await faultsAfter("lookups/answers.csv", () => null)).toEqual([
    "lookups/answers.csv: the file is missing from the edition",
  ]);
});

test("a file that is no JSON", async () => {
  const [fault] = await faultsAfter("thresholds.json", (text) => text.slice(0, -3));
  expect(fault).toMatch(/^thresholds\.json: is not JSON/);
});

test("a field that does not exist", async () => {
  const [fault] = await faultsAfter("thresholds.json", (text) => text.replace("{", '{ "shareOfNothing": 1,'));
  expect(fault).toMatch(/^thresholds\.json: .*shareOfNothing/);
});

test("a share above one", async () => {
  const [fault] = await faultsAfter("thresholds.json", (text) => text.replace(/"shareOfOther": [\d.]+/, '"shareOfOther": 1.5'));
  expect(fault).toMatch(/^thresholds\.json: entry "shareOfOther"/);
});

test("a date that is not written as one", async () => {
  const [fault] = await faultsAfter("edition.json", (text) => text.replace('"2025-06-30"', '"30 June 2025"'));
  expect(fault).toBe('edition.json: entry "periods", field "1.end": must be a date, YYYY-MM-DD');
});

test("a policy that no rule knows names the policy and the field", async () => {
  const [fault] = await faultsAfter("policies.json", (text) => text.replace('"default": "exclude"', '"default": "forget"'));
  expect(fault).toMatch(/^policies\.json: entry "withdrawn", field "default"/);
});

test("a relation about an item that is none names the relation", async () => {
  const faults = await faultsAfter("relations.json", (text) => text.replace('"total": "Age_Total"', '"total": "Age_Sum"'));
  expect(faults).toEqual(['relations.json: entry "age-total", field "item": "Age_Sum" is no item of items.csv']);
});

test("a relation with a verb that does not exist", async () => {
  const [fault] = await faultsAfter("relations.json", (text) => text.replace('"verb": "never-negative"', '"verb": "never"'));
  expect(fault).toMatch(/^relations\.json: entry "carried-forward", field "checks\.1/);
});

test("an item without a section names its line, its id and the field", async () => {
  const [fault] = await faultsAfter("items.csv", (text) => text.replace("Age_0_5,3.12,3,", "Age_0_5,3.12,,"));
  expect(fault).toMatch(/^items\.csv: line 9, entry "Age_0_5", field "section"/);
});

test("an item that rules name and nobody has", async () => {
  const faults = await faultsAfter("items.csv", (text) => text.replace("Age_Unknown,", "Age_Not_Known,"));
  expect(faults).toContain('items.csv: entry that the rules name, field "item": "Age_Unknown" is no item of items.csv');
});

test("a word for an item that is none names the word", async () => {
  expect(await faultsAfter("lookups/services.csv", (text) => `${text.trimEnd()}\nDental,Service_Dental,\n`)).toEqual([
    'lookups/services.csv: entry "Dental", field "item": "Service_Dental" is no item of items.csv',
  ]);
});

test("a word without a meaning", async () => {
  const [fault] = await faultsAfter("lookups/outcomes.csv", (text) => text.replace("Fully upheld,upheld", "Fully upheld,"));
  expect(fault).toMatch(/^lookups\/outcomes\.csv: line 3, entry "Fully upheld", field "meaning"/);
});

test("a meaning that no rule knows", async () => {
  const [fault] = await faultsAfter("lookups/outcomes.csv", (text) => text.replace("Fully upheld,upheld", "Fully upheld,uphled"));
  expect(fault).toMatch(/^lookups\/outcomes\.csv: line 3, entry "Fully upheld", field "meaning"/);
});

test("a line with a cell too many", async () => {
  const [fault] = await faultsAfter("lookups/outcomes.csv", (text) =>
    text.replace("Fully upheld,upheld", "Fully, upheld,upheld"),
  );
  expect(fault).toMatch(/^lookups\/outcomes\.csv: /);
});

test("an age band that is no number", async () => {
  const [fault] = await faultsAfter("lookups/age-bands.csv", (text) => text.replace("75,,", "seventy-five,,"));
  expect(fault).toMatch(/^lookups\/age-bands\.csv: line 8, entry "seventy-five", field "from"/);
});

test("a bank holiday that is no date", async () => {
  const [fault] = await faultsAfter("lookups/bank-holidays.csv", (text) => text.replace("2025-12-25,", "25/12/2025,"));
  expect(fault).toMatch(/^lookups\/bank-holidays\.csv: line \d+, entry "25\/12\/2025", field "date"/);
});

test("all faults are named at once", async () => {
  const files = editionFiles("2025-26");
  files.delete("lookups/answers.csv");
  files.set("lookups/consents.csv", "words,meaning\nReceived,\n");
  files.set("thresholds.json", "{}");
  const faults = (await problemsOf(() => loadRuleBook(files))).map(({ what }) => what.split(":")[0]);
  expect(new Set(faults)).toEqual(new Set(["lookups/answers.csv", "lookups/consents.csv", "thresholds.json"]));
});
