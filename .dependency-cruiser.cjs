/**
 * Who may import whom. `npm run boundaries` holds the code against it; docs/flow.md says why.
 *
 * Conditions point at sources (`@proviso/source`): with the built files, which are excluded, an
 * import from one package into another would go unseen.
 */
const STAGES = [
  "sources",
  "events",
  "facts",
  "policy",
  "decision",
  "whatif",
  "terms",
  "redact",
  "export",
  "ledger",
  "receipt",
  "lineage",
  "replay",
  "verify",
];

/** Small tools without a stage of their own that an earlier stage may use of a later one. */
const TOOLS = "^packages/core/src/(facts/(log|region)|policy/(period|nearest))[.]ts$";

const CORE = "^packages/core/src/";
const CLI = "^packages/cli/src/";
const CORE_LIBRARIES = [
  "@bufbuild/cel",
  "@noble/ciphers",
  "@noble/curves",
  "@noble/hashes",
  "canonicalize",
  "diff",
  "re2js",
  "yaml",
  "zod",
];

const stageRules = STAGES.slice(0, -1).map((stage, index) => ({
  name: `stage-${stage}`,
  comment: `${stage} comes before ${STAGES.slice(index + 1).join(", ")}, and knows nothing of them`,
  severity: "error",
  from: { path: `${CORE}${stage}/` },
  to: {
    path: `${CORE}(${STAGES.slice(index + 1).join("|")})/`,
    pathNot: TOOLS,
  },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circle",
      comment:
        "modules that need each other are one module; one that is loaded when it is called is not needed",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only", "dynamic-import"] } },
    },
    {
      name: "core-is-pure",
      comment: "core has no files, no network, no clock: it runs in a browser",
      severity: "error",
      from: { path: CORE },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "core-libraries",
      comment: "core uses these pure libraries and no other; a new one is a decision",
      severity: "error",
      from: { path: CORE },
      to: {
        pathNot: [CORE, `(^|/)node_modules/(${CORE_LIBRARIES.join("|")})/`],
        dependencyTypesNot: ["core"],
      },
    },
    {
      name: "core-by-its-entries",
      comment: "other packages see @proviso/core and @proviso/core/<stage>, nothing inside",
      severity: "error",
      from: { pathNot: CORE },
      to: { path: CORE, pathNot: [`${CORE}index[.]ts$`, `${CORE}[^/]+/index[.]ts$`] },
    },
    {
      name: "report-client-alone",
      comment: "the report's script is sent to the reader: it is its own folder, and types from elsewhere",
      severity: "error",
      from: { path: `${CLI}report/client/` },
      to: { pathNot: `${CLI}report/client/`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "report-client-unused",
      comment:
        "the client is read as text and put into the page; its types, words and makers of elements are shared",
      severity: "error",
      from: { path: CLI, pathNot: `${CLI}report/client/` },
      to: {
        path: `${CLI}report/client/`,
        pathNot: `${CLI}report/client/(words|dom)[.]ts$`,
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "resolved",
      comment: "an import that leads nowhere hides from every other rule",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "declared",
      comment: "what is imported is in the package's own dependencies",
      severity: "error",
      from: { path: "^packages/" },
      to: {
        dependencyTypes: ["npm-no-pkg", "npm-unknown", "npm-dev"],
        // A peer that is needed only where a page is to be shown in a browser.
        pathNot: "(^|/)node_modules/playwright-core/",
      },
    },
    ...stageRules,
  ],
  options: {
    doNotFollow: { path: "(^|/)node_modules/" },
    exclude: { path: ["[.]test[.]ts$", "^packages/[^/]+/(test|dist)/"] },
    tsPreCompilationDeps: "specify",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["@proviso/source", "import", "node", "types", "default"],
      extensions: [".ts", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
    tsConfig: { fileName: "tsconfig.base.json" },
  },
};
