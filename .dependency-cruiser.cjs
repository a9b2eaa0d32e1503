/** Who may import whom: the house plan's rules (docs/architecture.md), as errors. */
const room = (path) => `^functions/${path}`;

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      comment: "Two files that need each other are one file, or want a third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "functions-stand-alone",
      comment: "What is deployed knows nothing of the sandbox, the tests, the scripts or the web.",
      severity: "error",
      from: { path: "^functions/" },
      to: { path: "^(sandbox|runtime|scripts|tests|web|bench)/" },
    },
    {
      name: "api-files-are-leaves",
      comment: "A deployable is imported by nobody, least of all by another.",
      severity: "error",
      from: { path: "^(functions|web)/" },
      to: { path: room("api/") },
    },
    {
      name: "wiring-is-for-api",
      comment:
        "wiring composes for deployables and store reads for them; nothing below may reach up to either.",
      severity: "error",
      from: { path: room("(domain|providers|platform)/") },
      to: { path: room("(wiring|store)/") },
    },
    {
      name: "platform-knows-no-business",
      comment: "The chassis would serve another product as well.",
      severity: "error",
      from: { path: room("platform/") },
      to: { path: room("(domain|providers|store|wiring)/") },
    },
    {
      name: "domain-knows-no-provider",
      comment: "The domain says what it needs as ports; providers fit them.",
      severity: "error",
      from: { path: room("domain/") },
      to: { path: room("providers/") },
    },
    {
      name: "domain-is-plain",
      comment: "No HTTP, environment, database or log of its own: only the platform's vocabulary.",
      severity: "error",
      from: { path: room("domain/") },
      to: {
        path: room("platform/"),
        pathNot: room("platform/(contract|dispatch|errors|events|ids|job-outcome|job-spec|storable)\\.ts$"),
      },
    },
    {
      name: "domain-has-few-libraries",
      comment: "Pure libraries only; an SDK belongs to a provider, a framework to the platform.",
      severity: "error",
      from: { path: room("domain/") },
      to: { path: "^node_modules/", pathNot: "^node_modules/(zod|libphonenumber-js|temporal-polyfill)/" },
    },
    {
      name: "providers-keep-to-themselves",
      comment: "One provider never leans on another.",
      severity: "error",
      from: { path: "^functions/providers/([^/]+)/" },
      to: { path: room("providers/"), pathNot: "^functions/providers/$1/" },
    },
    {
      name: "web-reads-contracts-only",
      comment: "The browser gets contracts and types, never what runs behind them.",
      severity: "error",
      from: { path: "^(web|sandbox/ui)/" },
      to: {
        path: "^(functions|sandbox/(?!ui/)|runtime|scripts)/",
        pathNot: "(/contracts|functions/domain/shared/\\w+|platform/(contract|errors))\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "no-node-modules-of-node",
      comment: "functions/ runs on Deno's edge too: Web APIs in preference to node:*. SMTP needs sockets.",
      severity: "error",
      from: { path: "^functions/", pathNot: room("providers/smtp/") },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "no-dev-dependencies-in-production",
      comment: "What a deployed function imports must be installed with it.",
      severity: "error",
      from: { path: "^functions/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(virtual:|bun:|cloudflare:)|\\.css$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|coverage)/" },
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".cjs", ".json", ".d.ts"],
    },
  },
};
