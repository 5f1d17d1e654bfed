/** A site or organisation as the ODS register or the trust's own sites table has it. */
export interface RegisteredSite {
  readonly code: string;
  readonly name: string;
  /** Code of the organisation it belongs to; null when the list does not say. */
  readonly parent: string | null;
  /** `YYYY-MM-DD`, or null while it is open. */
  readonly closed: string | null;
  /** The trust gave the name this code in its own table. */
  readonly said?: "by the trust";
}

/** Sites known to this run. `complete` is true when an ODS file was given: a code that is not in it is then unknown. */
export interface Register {
  readonly complete: boolean;
  readonly byCode: ReadonlyMap<string, RegisteredSite>;
  /** By normalised name, only names that belong to one code. */
  readonly byName: ReadonlyMap<string, RegisteredSite>;
}
