// Bundles the program, so that it starts fast. ExcelJS stays outside and is loaded only when a workbook is read.
import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
rmSync(path.join(root, "dist"), { recursive: true, force: true });
await build({
  entryPoints: { main: path.join(root, "src/cli/main.ts") },
  outdir: path.join(root, "dist"),
  bundle: true,
  splitting: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  external: ["exceljs"],
  minifySyntax: true,
  legalComments: "linked",
  logLevel: "warning",
  banner: { js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);' },
});
