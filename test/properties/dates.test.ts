import fc from "fast-check";
import { expect, test } from "vitest";
import { completedYears, isoDate, nextWorkingDay, plusDays } from "../../src/domain/local-date.ts";
import { readDate } from "../../src/domain/read-date.ts";
import { day } from "../support/complaint.ts";
import { addDays } from "../support/records.ts";
import { ruleBook } from "../support/rule-book.ts";

const RUNS = { seed: 41, numRuns: 500 } as const;
const dates = fc.integer({ min: 0, max: 36_524 }).map((days) => addDays("1950-01-01", days));
const MONTHS = "January February March April May June July August September October November December".split(" ");

test("a date reads back as itself, however it was written", () => {
  fc.assert(
    fc.property(dates, (date) => {
      const [year = "", month = "", dayOfMonth = ""] = date.split("-");
      const serial = String((Date.parse(date) - Date.UTC(1899, 11, 30)) / 86_400_000);
      const name = MONTHS[Number(month) - 1] ?? "";
      for (const text of [
        date,
        `${year}${month}${dayOfMonth}`,
        `${dayOfMonth}/${month}/${year}`,
        `${Number(dayOfMonth)}.${Number(month)}.${year} 9:05`,
        `${Number(dayOfMonth)} ${name} ${year}`,
        `${dayOfMonth}-${name.slice(0, 3)}-${year}`,
        serial,
      ])
        expect(readDate(text), text).toMatchObject({ kind: "date", date });
    }),
    RUNS,
  );
});

test("an instant is the London day, as the computer's own calendar has it", () => {
  const london = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London" });
  fc.assert(
    fc.property(fc.date({ min: new Date("1990-01-01"), max: new Date("2035-01-01"), noInvalidDate: true }), (instant) => {
      expect(readDate(instant.toISOString())).toMatchObject({ kind: "date", date: london.format(instant) });
    }),
    RUNS,
  );
});

test("no text is read as a day that the calendar does not have", () => {
  const digits = fc.string({ unit: fc.constantFrom(..."0123456789/-. :"), minLength: 5, maxLength: 16 });
  fc.assert(
    fc.property(digits, (text) => {
      const reading = readDate(text);
      if (reading.kind === "date") expect(isoDate(reading.date)).toBe(reading.date);
    }),
    { ...RUNS, numRuns: 5000 },
  );
});

test("days are added as the calendar adds them", () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: -400, max: 400 }), (date, days) => {
      expect(plusDays(day(date), days)).toBe(addDays(date, days));
    }),
    RUNS,
  );
});

test("completed years grow by one on each birthday and at no other time", () => {
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 36_000 }), (born, lived) => {
      const today = addDays(born, lived);
      const yesterday = addDays(born, lived - 1);
      if (lived === 0) return;
      const grown = completedYears(day(born), day(today)) - completedYears(day(born), day(yesterday));
      const leapling = born.endsWith("02-29") && today.endsWith("03-01") && yesterday.endsWith("02-28");
      expect(grown).toBe(today.slice(5) === born.slice(5) || leapling ? 1 : 0);
    }),
    RUNS,
  );
});

test("the next working day is the first that is one", () => {
  const { bankHolidays } = ruleBook();
  const free = (date: string): boolean => [0, 6].includes(new Date(date).getUTCDay()) || bankHolidays.has(date);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (days) => {
      const date = addDays("2024-01-01", days);
      const next = nextWorkingDay(day(date), bankHolidays);
      expect(free(next)).toBe(false);
      for (let between = addDays(date, 1); between < next; between = addDays(between, 1)) expect(free(between)).toBe(true);
      expect(next > date).toBe(true);
    }),
    RUNS,
  );
});
