// Bundles the program, so that it starts fast. ExcelJS stays outside and is loaded only when a workbook is read.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { outputFiles } = await build({
  entryPoints: { main: path.join(root, "src/cli/main.ts") },
  outdir: path.join(root, "dist"),
  write: false,
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  external: ["exceljs"],
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "linked",
  logLevel: "warning",
  banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
});

// New files first, then the stale ones go: a command that runs meanwhile finds a whole program.
const folder = path.join(root, "dist");
mkdirSync(folder, { recursive: true });
for (const { path: file, contents } of outputFiles) writeFileSync(file, contents);
const made = new Set(outputFiles.map(({ path: file }) => path.basename(file)));
for (const name of readdirSync(folder)) if (!made.has(name)) rmSync(path.join(folder, name), { recursive: true });
