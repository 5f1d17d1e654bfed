import { parse } from "csv-parse/sync";
import { en } from "zod/locales";
import * as z from "zod/mini";
import type { Problem } from "../domain/problem.ts";

z.config(en());

/** Opens the files of an edition. Every fault is noted with its file, entry and field; reading goes on. */
export class Door {
  readonly #files: ReadonlyMap<string, string>;
  readonly #problems: Problem[];

  constructor(files: ReadonlyMap<string, string>, problems: Problem[]) {
    this.#files = files;
    this.#problems = problems;
  }

  json<T>(file: string, schema: z.ZodMiniType<T>): T | null {
    const text = this.#text(file);
    if (text === null) return null;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      this.#problems.push({ what: `${file}: is not JSON: ${(error as Error).message}` });
      return null;
    }
    return this.#check(schema, value, (path) => {
      const [entry, ...field] = path;
      if (entry === undefined) return file;
      const named = (value as Record<PropertyKey, { id?: string; name?: string } | undefined>)[entry];
      return `${file}: entry "${named?.id ?? named?.name ?? String(entry)}"${fieldOf(field)}`;
    });
  }

  csv<T>(file: string, schema: z.ZodMiniType<T>): T[] {
    const text = this.#text(file);
    if (text === null) return [];
    const lines = this.#lines(file, text);
    return lines.flatMap((line, index) => {
      const first = Object.values(line as Record<string, string>)[0];
      const checked = this.#check(schema, line, (path) => `${file}: line ${index + 2}, entry "${first}"${fieldOf(path)}`);
      return checked === null ? [] : [checked];
    });
  }

  #lines(file: string, text: string): readonly unknown[] {
    try {
      return parse(text, { columns: true, bom: true });
    } catch (error) {
      this.#problems.push({ what: `${file}: ${(error as Error).message}` });
      return [];
    }
  }

  #text(file: string): string | null {
    const text = this.#files.get(file);
    if (text === undefined) this.#problems.push({ what: `${file}: the file is missing from the edition` });
    return text ?? null;
  }

  #check<T>(schema: z.ZodMiniType<T>, value: unknown, place: (path: readonly PropertyKey[]) => string): T | null {
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    for (const issue of result.error.issues) this.#problems.push({ what: `${place(issue.path)}: ${issue.message}` });
    return null;
  }
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.length === 0 ? "" : `, field "${path.map(String).join(".")}"`;
}
