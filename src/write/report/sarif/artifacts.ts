import type { Report } from "../../../domain/report.ts";
import type { Provenance, Return } from "../../../domain/return.ts";
import type { FormatOptions } from "../formats.ts";
import { clean } from "../text.ts";

/** The files of a run, and how its results name them. */
export interface Artifacts {
  readonly list: readonly object[];
  /** Null for a file whose name says nothing. */
  readonly locationOf: (file: string) => ArtifactLocation | null;
  /** The file to which belongs what is about the return as a whole; null where none is known. */
  readonly main: ArtifactLocation | null;
}

export interface ArtifactLocation {
  readonly uri: string;
  readonly index: number;
}

interface NamedFile {
  readonly file: string;
  readonly sha256?: string;
  readonly role?: "analysisTarget";
}

export function artifactsOf(report: Report, made: Return | null, { pathOf }: FormatOptions): Artifacts {
  const files = [
    ...(made === null ? [] : filesOf(made.provenance)),
    ...report.findings.flatMap(({ source }): readonly NamedFile[] => (source === null ? [] : [{ file: source.file }])),
  ];
  const byUri = new Map<string, NamedFile>();
  for (const one of files) {
    const uri = uriOf(pathOf(one.file));
    if (uri !== "" && !byUri.has(uri)) byUri.set(uri, one);
  }
  const uris = [...byUri.keys()];
  const at = (uri: string | undefined): ArtifactLocation | null => {
    const index = uri === undefined ? -1 : uris.indexOf(uri);
    return uri === undefined || index < 0 ? null : { uri, index };
  };
  return {
    list: [...byUri].map(([uri, { sha256, role }]) => ({
      location: { uri },
      ...(role === undefined ? {} : { roles: [role] }),
      ...(sha256 === undefined ? {} : { hashes: { "sha-256": clean(sha256) } }),
    })),
    locationOf: (file) => at(uriOf(pathOf(file))),
    main: at(uris[0]),
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
  return clean(path).replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/").replace(/^\/+/, "/");
}
