import { isoDate, type LocalDate, plusDays } from "../../src/domain/local-date.ts";
import { type Random, randomFrom } from "./random.ts";
import { COMPLAINANTS, DESCRIPTIONS, OUTCOMES, PROFESSIONS, SERVICES, SITES, SPECIALTIES, SUBJECTS } from "./words.ts";

/** A row of the export by its headings. */
export type Row = Readonly<Record<string, string>>;

export const HEADINGS = [
  "Complaint reference",
  "Record type",
  "Date received",
  "Received by",
  "Date closed",
  "Outcome",
  "Organisation code",
  "Site code",
  "Site name",
  "Patient age",
  "Date of birth",
  "Complainant status",
  "Service areas",
  "Subjects",
  "Clinical groups",
  "Specialty",
  "Professions",
  "Investigated",
  "Response provided",
  "Third-party consent",
  "Date withdrawn",
  "Transferred to",
  "Lead organisation",
  "Commissioned provider",
  "Reopened date",
  "Original reference",
  "Record approval",
  "Date due",
  "Description",
  "Patient name",
] as const;

const START = isoDate("2024-10-15") as LocalDate;
const PERIOD_START = "2025-04-01";
const EXPORTED = isoDate("2026-04-24") as LocalDate;
const DAYS = 550;
const PLAIN = 560;
const DAYS_TO_ANSWER = 90;

/** The ordinary complaints: what a trust of this size receives in a year and a half, oldest first. */
export function ordinaryComplaints(): Row[] {
  const random = randomFrom(20_250_401);
  return Array.from({ length: PLAIN }, (_, index) => complaint(index, random)).flat();
}

function complaint(index: number, random: Random): Row[] {
  const received = plusDays(START, Math.floor((index * DAYS) / PLAIN));
  const closes = plusDays(received, random.between(12, 130));
  const closed = closes < EXPORTED && random.chance(0.97);
  // Most of last year's complaints were answered long ago and are not in this year's export.
  const isClosed = received < PERIOD_START ? closed && !(closes < PERIOD_START && random.chance(0.3)) : closed;
  const [code, name] = random.weighted(SITES.map((site) => [site, site[2]] as const));
  const clinical = random.chance(0.4);
  const row: Row = {
    "Complaint reference": `C-${String(24_100 + index)}`,
    "Record type": "Complaint",
    "Date received": ukDate(received),
    "Received by": random.weighted([
      ["Email", 70],
      ["Letter", 15],
      ["Telephone", 15],
    ]),
    "Date closed": isClosed ? ukDate(closes) : "",
    Outcome: isClosed ? random.weighted(OUTCOMES) : "",
    "Organisation code": "RZZ",
    "Site code": code,
    "Site name": name,
    ...patient(received, random),
    "Complainant status": random.weighted(COMPLAINANTS),
    "Service areas": random.weighted(SERVICES),
    Subjects: several(
      SUBJECTS,
      random.weighted([
        [1, 55],
        [2, 30],
        [3, 15],
      ]),
      random,
      index % 3 === 0 ? "; " : ", ",
    ),
    "Clinical groups": "",
    Specialty: random.weighted(SPECIALTIES),
    Professions: several(
      PROFESSIONS,
      random.weighted([
        [1, 70],
        [2, 25],
        [3, 5],
      ]),
      random,
      "; ",
    ),
    Investigated: "Yes",
    "Response provided": isClosed ? "Yes" : "",
    "Third-party consent": random.chance(0.2) ? "Received" : "Not required",
    "Record approval": "Approved",
    "Date due": ukDate(plusDays(received, DAYS_TO_ANSWER)),
    Description: DESCRIPTIONS[random.below(DESCRIPTIONS.length)] ?? "",
    "Patient name": `Synthetic Person ${index}`,
  };
  // Some systems export one row for each subject.
  return clinical && index % 17 === 0 ? [row, { ...row, Subjects: "Waiting times" }] : [row];
}

function patient(received: LocalDate, random: Random): Row {
  const age = random.weighted<readonly [number, number]>([
    [[0, 5], 5],
    [[6, 17], 6],
    [[18, 25], 9],
    [[26, 55], 34],
    [[56, 64], 13],
    [[65, 74], 13],
    [[75, 97], 20],
  ]);
  const years = random.between(...age);
  if (random.chance(0.07)) return {};
  if (random.chance(0.3)) return { "Patient age": String(years) };
  const day = plusDays(received, -random.between(3, 360));
  return {
    "Date of birth": ukDate(
      `${Number(day.slice(0, 4)) - years}-${day.slice(5, 8)}${day.slice(8) === "29" ? "28" : day.slice(8)}` as LocalDate,
    ),
  };
}

function several(words: readonly (readonly [string, number])[], number: number, random: Random, joiner: string): string {
  const chosen = new Set<string>();
  while (chosen.size < number) chosen.add(random.weighted(words));
  return [...chosen].join(joiner);
}

function ukDate(date: LocalDate): string {
  return `${date.slice(8)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}
