import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";

/** Puts the style sheet and the script of the pages, with their fingerprints, where the writer of pages finds them. */
export async function makePage(): Promise<void> {
  const style = await bundled("src/page/style/index.css");
  const script = await bundled("src/page/main.ts");
  const lines = [
    "// Made by `npm run generate` from src/page. The fingerprints are SHA-256 in base64, for the pages' security policy.",
    ...constant("STYLE", style),
    ...constant("SCRIPT", script),
  ];
  writeFileSync(path.join(process.cwd(), "src", "write", "report", "html", "assets.ts"), `${lines.join("\n")}\n`);
}

async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(process.cwd(), entry)],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: ["chrome100", "firefox100", "safari15"],
    charset: "utf8",
    legalComments: "none",
    logLevel: "warning",
  });
  return (outputFiles[0]?.text ?? "").trim();
}

function constant(name: string, text: string): readonly string[] {
  if (/<\/|<!--/.test(text)) throw new Error(`${name} would end its element`);
  const fingerprint = createHash("sha256").update(text).digest("base64");
  return [`export const ${name} = ${JSON.stringify(text)};`, `export const ${name}_SHA256 = ${JSON.stringify(fingerprint)};`];
}
