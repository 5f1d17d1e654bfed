/** The walls between the rooms of src. Each says why it stands; `npm run walls` holds them. */
const ROOMS = ["fetch", "rulebook", "config", "register", "ingest", "mapping", "normalise", "rules", "tally", "trace", "returns", "workbook", "write", "page"];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "domain-imports-only-domain",
      comment: "Words before deeds: the types of the field depend on nothing but dates.",
      severity: "error",
      from: { path: "^src/domain/" },
      to: { pathNot: "^src/domain/|^node_modules/date-fns/" },
    },
    ...ROOMS.map((room) => ({
      name: `${room}-imports-only-itself-package-and-domain`,
      comment: "Each room is testable alone; only the pipeline and cli know the order.",
      severity: "error",
      from: { path: `^src/${room}/` },
      to: { path: "^src/", pathNot: `^src/(${room}|package|domain)/` },
    })),
    {
      name: "package-imports-only-domain",
      comment: "Zip packages and their XML are opened in one safe way, for exports and for workbooks that are filled.",
      severity: "error",
      from: { path: "^src/package/" },
      to: { path: "^src/", pathNot: "^src/(package|domain)/" },
    },
    {
      name: "zip-only-in-package",
      comment: "What is not opened by the guard is not opened safely.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/package/" },
      to: { path: "^node_modules/fflate/" },
    },
    {
      name: "pipelines-stay-pure",
      comment: "Each whole job is a function; the command line is its shell.",
      severity: "error",
      from: { path: "^src/(pipeline|settle|read-input|map-export)\\.ts$" },
      to: { path: "^src/cli/" },
    },
    {
      name: "the-world-only-in-cli",
      comment: "Disk, clock, environment and terminal are the shell's. node:buffer is bytes, not the world.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(cli|fetch)/" },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?buffer$" },
    },
    {
      name: "fetch-signs-and-nothing-else",
      comment: "The room with the network is given its clock, its randomness and its fetch; it needs only hashes itself.",
      severity: "error",
      from: { path: "^src/fetch/" },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?(buffer|crypto)$" },
    },
    {
      name: "terminal-libraries-only-in-cli",
      comment: "Nothing but the command line knows that there is a terminal.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/cli/" },
      to: { path: "^node_modules/(commander|chalk)/" },
    },
    {
      name: "exceljs-behind-two-doors",
      comment: "It costs a third of a second to load and may be replaced one day: only the reader of workbooks and the writer of the mapping sheet know it, and load it when needed.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(ingest|write/mapping)/workbook\\.ts$" },
      to: { path: "^node_modules/exceljs/" },
    },
    {
      name: "exceljs-is-loaded-when-needed",
      comment: "A static import would make every run pay for it.",
      severity: "error",
      from: { path: "^src/(ingest|write/mapping)/workbook\\.ts$" },
      to: { path: "^node_modules/exceljs/", dependencyTypesNot: ["dynamic-import", "type-only"] },
    },
    {
      name: "no-cycles",
      comment: "What depends on itself cannot be read from one end.",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true },
    },
    {
      name: "no-orphans",
      comment: "A file nobody imports is dead.",
      severity: "error",
      from: { orphan: true, path: "^src/", pathNot: "^src/(cli|page)/main\\.ts$" },
      to: {},
    },
    {
      name: "no-test-helpers-in-src",
      comment: "What ships does not know its tests.",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(test|scripts|fixtures)/" },
    },
    {
      name: "no-development-packages-in-src",
      comment: "They are not there when the package is installed.",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
