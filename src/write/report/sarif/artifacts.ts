import type { Report } from "../../../domain/report.ts";
import type { Provenance, Return } from "../../../domain/return.ts";
import { type FormatOptions, pathIn } from "../formats.ts";
import { clean } from "../text.ts";

/** Stands for the folder of a file of which only the name is known. */
const ELSEWHERE = "ELSEWHERE";

/** The files of a run, and how its results name them. */
export interface Artifacts {
  readonly list: readonly object[];
  /** What the files outside the checkout are relative to; nothing where there are none. */
  readonly bases: Readonly<Record<string, object>>;
  /** Null for a file whose name says nothing. */
  readonly locationOf: (file: string) => ArtifactLocation | null;
  /** The file to which belongs what is about the return as a whole; null where none is known. */
  readonly main: ArtifactLocation | null;
}

export interface ArtifactLocation {
  readonly uri: string;
  /** Of a file that stands outside the checkout. */
  readonly uriBaseId?: typeof ELSEWHERE;
  readonly index: number;
}

interface NamedFile {
  readonly file: string;
  readonly sha256?: string;
  readonly role?: "analysisTarget";
}

export function artifactsOf(report: Report, made: Return | null, options: FormatOptions): Artifacts {
  const files = [
    ...(made === null ? [] : filesOf(made.provenance)),
    ...report.findings.flatMap(({ source }): readonly NamedFile[] => (source === null ? [] : [{ file: source.file }])),
  ];
  const byName = new Map<string, NamedFile>();
  for (const one of files) if (uriOf(one.file) !== "" && !byName.has(one.file)) byName.set(one.file, one);
  const names = [...byName.keys()];
  const addressOf = (file: string): Omit<ArtifactLocation, "index"> => {
    const path = pathIn(file, options);
    return path === null ? { uri: uriOf(file), uriBaseId: ELSEWHERE } : { uri: uriOf(path) };
  };
  const at = (file: string | undefined): ArtifactLocation | null => {
    const index = file === undefined ? -1 : names.indexOf(file);
    return file === undefined || index < 0 ? null : { ...addressOf(file), index };
  };
  const isElsewhere = names.some((file) => pathIn(file, options) === null);
  return {
    bases: isElsewhere ? { [ELSEWHERE]: { description: { text: "Folders outside the checkout; only names are told." } } } : {},
    list: [...byName].map(([file, { sha256, role }]) => ({
      location: addressOf(file),
      ...(role === undefined ? {} : { roles: [role] }),
      ...(sha256 === undefined ? {} : { hashes: { "sha-256": clean(sha256) } }),
    })),
    locationOf: at,
    main: at(names[0]),
  };
}

/** Exports first: the first of them stands for the return. */
function filesOf({ inputs, config, mapping, activity, registers, prior, template }: Provenance): readonly NamedFile[] {
  const { file, sha256, map } = template;
  return [
    ...inputs.map((input): NamedFile => ({ file: input.file, sha256: input.sha256, role: "analysisTarget" })),
    ...[config, mapping, activity ?? null, ...registers, prior, map ?? null].filter((one) => one !== null),
    ...(file === undefined ? [] : [{ file, sha256 }]),
  ];
}

/** Percent-encoded part by part. Two slashes at the beginning would name a host. */
function uriOf(path: string): string {
  return path
    .replace(/\p{Cs}/gu, "")
    .split("/")
    .map(encodeURIComponent)
    .join("/")
    .replace(/^\/+/, "/");
}
