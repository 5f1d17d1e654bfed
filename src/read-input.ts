import { finding } from "./domain/finding.ts";
import type { Period } from "./domain/period.ts";
import type { Provenance } from "./domain/return.ts";
import type { RuleBook } from "./domain/rule-book.ts";
import type { Settings } from "./domain/settings.ts";
import type { Place, SourceTable } from "./domain/source-table.ts";
import { withOwnIds } from "./ingest/own-ids.ts";
import { type ExportFile, readExport } from "./ingest/read-export.ts";
import type { Source } from "./ingest/sources/source.ts";
import { withoutHeadings } from "./normalise/columns.ts";
import { type Complaints, readComplaints } from "./normalise/complaints.ts";
import { profileValues, withLocalWords } from "./normalise/local-words.ts";

/** How exports are to be read. */
export interface ReadingJob {
  /** The one organisation that returns; null: each that the data names. */
  readonly organisation: string | null;
  readonly period: Period;
  readonly book: RuleBook;
  readonly settings: Settings;
  /** The systems an export may come from. */
  readonly sources: readonly Source[];
}

/** An export as it came, with the hash of its bytes. */
export interface HashedExport extends ExportFile {
  readonly sha256: string;
}

/** The exports as complaints, before anything is counted. */
export interface Input extends Complaints {
  readonly files: Provenance["inputs"];
  /** Names of locations by their ids. */
  readonly locations: ReadonlyMap<string, string>;
}

/**
 * Exports in, complaints out: ingest, then normalise.
 * @throws {Refusal} when a file cannot be read
 */
export async function readInput(
  exports: readonly HashedExport[],
  job: ReadingJob,
  onProgress: (share: number) => void,
): Promise<Input> {
  const { columns, values } = job.settings;
  const reading = { sources: job.sources, columns, period: job.period };
  const reads = [];
  for (const [index, one] of exports.entries())
    reads.push(await readExport(one, reading, (share) => onProgress((index + share) / exports.length)));
  const tables = withOwnIds(reads.flatMap((read) => read.tables)).map((table) => withoutHeadings(table, job.settings.notNeeded));
  const complaints = readComplaints(tables, columns, (profile) => ({
    ...withLocalWords(job.book, profileValues(profile), values),
    thresholds: job.book.thresholds,
    organisation: job.organisation,
  }));
  const files = exports.map(({ file, sha256 }) => ({
    file,
    sha256,
    rows: complaints.places.filter((place) => place.file === file).length,
  }));
  const empty =
    complaints.places.length === 0 ? [finding("warning", { kind: "no-complaints" }, { source: placeOfNothing(tables) })] : [];
  const locations = new Map(reads.flatMap((read) => [...(read.locations ?? [])]));
  return {
    ...complaints,
    files,
    locations,
    findings: [...reads.flatMap((read) => read.findings), ...complaints.findings, ...empty],
  };
}

function placeOfNothing([table]: readonly SourceTable[]): Place | null {
  return table === undefined ? null : { file: table.file, row: table.headingRow };
}
