import path from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { filesBelow, type SourceFile } from "./files.ts";

/** The style sheet and the script of the pages are made from src/page as one line each. */
const MADE = "src/write/report/html/assets.ts";

const src = (await filesBelow("src")).filter(({ name }) => name !== MADE);
const typescript = [...src, ...(await filesBelow("test"))].filter(({ name }) => name.endsWith(".ts"));

describe("src and test", () => {
  test("name no type any", () => {
    expect(typescript.flatMap(anysIn)).toEqual([]);
  });

  test("silence neither the compiler nor the linter", () => {
    expect(linesWith(typescript, /@ts-(ignore|expect-error|nocheck)|(biome|eslint)-(ignore|disable)/)).toEqual([]);
  });

  test("leave no test out and nothing undone", () => {
    expect(linesWith(typescript, /\b(test|it|describe|bench)(\.\w+)*\.(skip|only|todo|fails)\b/)).toEqual([]);
    expect(linesWith(typescript, /\b(TO[D]O|FIX[M]E)\b/)).toEqual([]);
  });
});

describe("src", () => {
  test("has no file that outgrew its room", () => {
    const long = src.filter(({ text }) => text.split("\n").length - 1 > 200);
    expect(long.map(({ name }) => name)).toEqual([]);
  });

  test("knows of the network in the room that fetches, and where it is let in", () => {
    const network =
      /globalThis\.fetch|(?<![.\w])fetch\(|\b(WebSocket|XMLHttpRequest|EventSource)\(|"(node:)?(https?|http2|net|tls|dgram|dns)[/"]/;
    const places = linesWith(src, network).map((line) => line.split(":")[0] ?? "");
    expect(places).toContain("src/cli/fetch.ts");
    expect(places.filter((name) => name !== "src/cli/fetch.ts" && !name.startsWith("src/fetch/"))).toEqual([]);
  });

  test("has no file that neither the program nor the library reaches", () => {
    const texts = new Map(src.map(({ name, text }) => [name, text]));
    const reached = ["src/cli/main.ts", "src/library.ts", "src/page/main.ts", "src/page/style/index.css"].map((entry) =>
      reachedFrom(entry, texts),
    );
    const code = src.filter(({ name }) => /\.(ts|css)$/.test(name));
    expect(code.map(({ name }) => name).filter((name) => !reached.some((one) => one.has(name)))).toEqual([]);
  });
});

function linesWith(files: readonly SourceFile[], pattern: RegExp): readonly string[] {
  return files.flatMap(({ name, text }) =>
    text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${name}:${index + 1}`] : [])),
  );
}

function anysIn({ name, text }: SourceFile): readonly string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push(`${name}:${file.getLineAndCharacterOfPosition(node.pos).line + 1}`);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Every file that a file imports, and what those import. */
function reachedFrom(entry: string, files: ReadonlyMap<string, string>): ReadonlySet<string> {
  const reached = new Set<string>();
  const follow = (name: string): void => {
    const text = files.get(name);
    if (text === undefined || reached.has(name)) return;
    reached.add(name);
    for (const [, target = ""] of text.matchAll(/(?:from|@?import|import\()\s*"(\.{1,2}\/[^"]+)"/g))
      follow(path.posix.join(path.posix.dirname(name), target));
  };
  follow(entry);
  return reached;
}
