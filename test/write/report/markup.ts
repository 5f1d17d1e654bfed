const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z-]+="[^"<>]*")*)( ?\/?)>$/;
const VOID = new Set(["meta", "br"]);

export interface Markup {
  readonly faults: readonly string[];
  readonly tags: readonly string[];
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly values: (name: string) => readonly string[];
}

/** Reads a page strictly: every `<` begins a tag of known form, every tag is closed in its turn. */
export function check(page: string): Markup {
  const body = page
    .replace(/^<!doctype html>\n/, "")
    .replace(/<style>[^<]*<\/style>/, "<style></style>")
    .replace(/(<script[^>]*>)(?:(?!<\/script)[\s\S])*<\/script>/g, "$1</script>");
  const faults: string[] = [];
  const tags: string[] = [];
  const attributes: [string, string][] = [];
  const open: string[] = [];
  for (const [text] of body.matchAll(/<[^>]*>?/g)) {
    const [, slash, name = "", given = "", end = ""] = TAG.exec(text) ?? [];
    if (name === "") faults.push(`no tag: ${text}`);
    else if (slash === "/") {
      if (open.pop() !== name) faults.push(`closed out of turn: ${name}`);
    } else {
      tags.push(name);
      for (const [, key = "", value = ""] of given.matchAll(/ ([a-zA-Z-]+)="([^"]*)"/g)) attributes.push([key, value]);
      if (!end.includes("/") && !VOID.has(name)) open.push(name);
    }
  }
  if (open.length > 0) faults.push(`left open: ${open.join(", ")}`);
  if (/>[^<]*[^<]*>/.test(body.replace(/<[^>]*>/g, ""))) faults.push("a stray >");
  return {
    faults,
    tags,
    attributes,
    values: (name) => attributes.filter(([key]) => key === name).map(([, value]) => value),
  };
}
