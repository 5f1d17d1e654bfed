import type { FindingDetail } from "../../domain/finding.ts";
import type { Period } from "../../domain/period.ts";
import type { SourceProfile } from "../../domain/source-profile.ts";

/** One value of a JSON array or one line of NDJSON, with the row a person would count. */
export interface Entry {
  readonly row: number;
  readonly value: unknown;
}

/** One complaint of a JSON document under the headings of its source. */
export interface DocumentRecord {
  readonly row: number;
  readonly record: Readonly<Record<string, unknown>>;
}

/** The complaints of a document, and what its own words say of it. */
export interface ReadDocumentResult {
  readonly records: readonly DocumentRecord[];
  readonly notes: readonly Extract<FindingDetail, { readonly kind: "incomplete-export" }>[];
  /** Names of its locations by their ids, where it has both. */
  readonly locations?: ReadonlyMap<string, string>;
}

/** Where a document comes from, and for which period it is read. */
export interface AboutDocument {
  readonly file: string;
  readonly period: Period;
}

/** One shape of document as records; null: another shape. */
export type ReadRecords = (entries: readonly Entry[], about: AboutDocument) => readonly DocumentRecord[] | null;

/**
 * A system's own JSON shapes as records, one for each input row; null: not a document of this system.
 * The period matters where a record is rebuilt as it was at the period's end.
 * @throws {Refusal} for documents of this system that hold no complaints
 */
export type ReadDocument = (entries: readonly Entry[], about: AboutDocument) => ReadDocumentResult | null;

/** A system that holds complaints. */
export interface Source {
  readonly profile: SourceProfile;
  readonly readDocument: ReadDocument | null;
}
