// Bundles the program and the library, so that they start fast, and writes the types of the library. ExcelJS stays outside and is loaded only when a workbook is read.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import ts from "typescript";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { outputFiles } = await build({
  entryPoints: { main: path.join(root, "src/cli/main.ts"), library: path.join(root, "src/library.ts") },
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

const types = path.join(root, "dist", "types");

/** The declarations that the library's own refer to, by file. */
function declarations() {
  const { config } = ts.readConfigFile(path.join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([path.join(root, "src/library.ts")], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: path.join(root, "src"),
    outDir: types,
  });
  const all = new Map();
  program.emit(undefined, (file, text) => all.set(path.resolve(file), text));
  const needed = new Map();
  const follow = (file) => {
    const text = all.get(file);
    if (text === undefined || needed.has(file)) return;
    needed.set(file, text.replace(/(from "\.[^"]*)\.ts"/g, '$1.js"'));
    for (const [, name] of text.matchAll(/from "(\.[^"]*)\.ts"/g)) follow(path.resolve(path.dirname(file), `${name}.d.ts`));
  };
  follow(path.join(types, "library.d.ts"));
  return needed;
}

// New files first, then the stale ones go: a command that runs meanwhile finds a whole program.
const folder = path.join(root, "dist");
mkdirSync(folder, { recursive: true });
for (const { path: file, contents } of outputFiles) writeFileSync(file, contents);
rmSync(types, { recursive: true, force: true });
for (const [file, text] of declarations()) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const made = new Set(["types", ...outputFiles.map(({ path: file }) => path.basename(file))]);
for (const name of readdirSync(folder)) if (!made.has(name)) rmSync(path.join(folder, name), { recursive: true });
