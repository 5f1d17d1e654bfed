// Runs a TypeScript file of this repository on a Node that cannot: bundled beside the packages it imports.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [script, ...rest] = process.argv.slice(2);
if (script === undefined) throw new Error("usage: node scripts/run.js SCRIPT.ts [ARGUMENT...]");
const folder = path.join(root, "node_modules", ".cache", "ko41a");
const outfile = path.join(folder, `${path.basename(script, ".ts")}-${process.pid}.mjs`);
mkdirSync(folder, { recursive: true });
await build({
  entryPoints: [path.join(root, script)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  logLevel: "warning",
});
process.argv = [process.argv[0], path.join(root, script), ...rest];
await import(pathToFileURL(outfile).href);
