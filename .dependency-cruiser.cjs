const { modules } = require("./scripts/modules.cjs");

const pure = "^lib/(sms|pricing|language)/";
const contract = "^lib/[^/]+/[a-z-]*contract\\.ts$";
const browserSafe = "^lib/(core/actor|core/errors|core/permissions|core/sentence|core/worded|core/iso-time|core/limited-text|core/limited-list|core/metadata|core/page-fields|core/plain-text|core/storable-text|core/storable-time|core/time-zone|core/whole-number|accounts/password-length|invoices/buyer-limits|links/(find-link-fault|parse-linked-text|preview-links|short-url|split-links)|messages/status|templates/(parse-text|render-text|values-of|variables-of))\\.ts$";
const pagesProgram = "^lib/(core/(_[a-z]+-settings|_setting-shapes|_harmless-message|_log-fields|_log-writer|address-list|database-url|decoding|env|errors|if-throws|join-sentences|last-outage|log|once|operator-sentence|page-refusal|pool-loads|process-wide|redis-url|route-console|sentence|settings-in-files|summarize-error|within)|database/project-root|language/language|metrics/(figures|read-process|reading|report-figures)|traces/flush-spans|server/(answer-action|check-page-request|exit-process|follow-main|guard-process|load-pages|load-scripts-later|loopback-of|reject-request|report-outage|report-refusal|security-headers))\\.ts$";
const sentences = "^lib/[^/]+/sentences\\.ts$";
const tests = "\\.test\\.tsx?$";

const imports = Object.entries(modules).map(([module, others]) => ({
  name: `imports-of-${module}`,
  comment: `lib/${module} may import only: ${[module, ...others].join(", ")}`,
  severity: "error",
  from: { path: `^lib/${module}/`, pathNot: tests },
  to: { path: "^lib/", pathNot: [`^lib/(${[module, ...others].join("|")})(/|$)`] },
}));

module.exports = {
  forbidden: [
    ...imports,
    { name: "every-module-is-listed", severity: "error",
      from: { path: "^lib/", pathNot: `^lib/(${Object.keys(modules).join("|")})/` }, to: {} },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "drizzle-is-the-floor", severity: "error",
      from: { path: "^drizzle/" }, to: { path: "^(app|components|lib|e2e)/" } },
    { name: "lib-never-looks-up", severity: "error",
      from: { path: "^lib/" }, to: { path: "^(app|components|e2e)/" } },
    { name: "pure-modules-do-no-io", severity: "error",
      from: { path: pure, pathNot: tests }, to: { path: "^drizzle/|node_modules/|^lib/(?!sms|pricing|language)", pathNot: ["node_modules/(zod|hono/dist/utils)/", "^lib/core/(sentence|worded)\\.ts$"] } },
    { name: "only-terminals-are-english", severity: "error",
      from: { pathNot: ["^lib/(backups|cli|database|server)/", "^lib/core/(db|make-data-folder|secrets)\\.ts$", "^lib/payments/price-list-in-force\\.ts$", "^lib/carriers/(add-carrier|carrier-secrets|sms-gate/register-webhooks)\\.ts$", tests] },
      to: { path: "^lib/core/operator-sentence\\.ts$" } },
    { name: "contract-is-browser-safe", severity: "error",
      from: { path: contract }, to: { pathNot: [pure, contract, browserSafe, sentences, "node_modules/zod/"] } },
    // A page for another role says so to the server that sends its status.
    { name: "components-are-presentational", severity: "error",
      from: { path: "^components/" },
      to: { path: "^(app|drizzle|lib)/", pathNot: [pure, contract, browserSafe, "^lib/core/page-refusal\\.ts$"], dependencyTypesNot: ["type-only"] } },
    { name: "only-lib-speaks-sql", severity: "error",
      from: { path: "^(app|components)/" }, to: { path: "^drizzle/|node_modules/(drizzle-orm|pg)/" } },
    // What the process of the pages loads beside Next keeps no state, or Next's bundle would hold another copy of it.
    { name: "the-pages-program-is-small", severity: "error",
      from: { path: "^lib/server/pages-main\\.ts$" },
      to: { path: "^lib/", pathNot: [pagesProgram], reachable: true } },
    { name: "the-domain-does-not-know-next", severity: "error",
      from: { path: "^lib/", pathNot: "^lib/(actions/|server/|sign-in/(auth|session)\\.ts$|sessions/session-cookie\\.ts$)" },
      to: { path: "node_modules/(next|next-auth|react)/" } },
    { name: "underscore-is-private-in-lib", severity: "error",
      from: { path: "^lib/([^/]+)/" }, to: { path: "^lib/[^/]+/_", pathNot: "^lib/$1/" } },
    { name: "underscore-is-private-in-folders-of-lib", severity: "error",
      from: { path: "^lib/([^/]+/[^/]+)/" }, to: { path: "^lib/[^/]+/[^/]+/_", pathNot: "^lib/$1/" } },
    { name: "underscore-is-private-beside-folders-of-lib", severity: "error",
      from: { path: "^lib/[^/]+/[^/]+$" }, to: { path: "^lib/[^/]+/[^/]+/_" } },
    { name: "underscore-is-private-outside-lib", severity: "error",
      from: { pathNot: "^lib/" }, to: { path: ["^lib/[^/]+/_", "^lib/[^/]+/[^/]+/_"] } },
    { name: "only-carriers-knows-a-carrier", severity: "error",
      from: { pathNot: ["^lib/carriers/", tests] }, to: { path: "^lib/carriers/[^/]+/" } },
  ],
  options: { doNotFollow: { path: "node_modules" }, tsPreCompilationDeps: true, tsConfig: { fileName: "tsconfig.json" } },
};
