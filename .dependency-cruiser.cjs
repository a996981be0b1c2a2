// The architecture as data: a room may import itself, the rooms named beside it, and the floor
// (drizzle/schema). Adding a room means adding a line here.
const rooms = {
  core: [],
  sms: [],
  pricing: ["sms"],
  numbers: ["core", "sms"],
  queue: ["core"],
  database: ["core"],
  credits: ["core", "queue"],
  mail: ["core", "language"],
  // One text to many numbers, under a name: what campaigns build on.
  sends: ["core", "sms"],
  // What credits cost here, and buying them.
  payments: ["core", "pricing", "credits", "language", "mail"],
  accounts: ["core", "queue", "credits", "language", "mail", "numbers", "payments"],
  tokens: ["core", "queue"],
  carriers: ["core", "queue", "sms"],
  webhooks: ["core", "numbers"],
  deliveries: ["core", "queue", "webhooks", "accounts", "language"],
  messages: ["core", "sms", "pricing", "numbers", "queue", "credits", "carriers", "webhooks", "deliveries", "traffic", "sends"],
  departures: ["core", "language", "credits", "accounts", "tokens", "webhooks", "messages", "mail", "queue"],
  traffic: ["core"],
  onboarding: ["core", "queue", "tokens"],
  audit: ["core"],
  // Describes every room, and knows no more of them than their contracts.
  openapi: ["core", "[^/]+/[a-z-]*contract\\.ts"],
  api: ["core", "database", "sms", "pricing", "numbers", "queue", "credits", "payments", "accounts", "tokens", "carriers", "webhooks", "deliveries", "messages", "departures", "onboarding", "openapi", "language", "sends"],
  // The words of the screens. The wire is English; only the files of the panel go by their reader's language.
  language: [],
  actions: ["core", "accounts", "language"],
  worker: ["core", "queue", "credits", "carriers", "messages", "webhooks", "deliveries", "accounts", "departures", "mail", "traffic", "onboarding"],
  server: ["core", "database", "payments", "api", "worker"],
  // Sets the stage for tests of every room.
  testing: ["core", "database", "audit", "credits", "mail", "accounts", "tokens", "webhooks", "deliveries", "messages", "worker", "server", "openapi"],
  cli: ["core", "database", "accounts", "tokens", "credits", "carriers", "webhooks", "deliveries", "onboarding", "audit"],
};

const pure = "^lib/(sms|pricing|language)/";
const contract = "^lib/[^/]+/[a-z-]*contract\\.ts$";
const browserSafe = "^lib/(core/errors|core/limited-text|core/limited-list|core/plain-text|core/storable-time|core/time-zone|core/whole-number|accounts/password-length|messages/status|webhooks/webhook-events)\\.ts$";
const tests = "\\.test\\.tsx?$";

const arrows = Object.entries(rooms).map(([room, others]) => ({
  name: `arrows-of-${room}`,
  comment: `lib/${room} may import only: ${[room, ...others].join(", ")}`,
  severity: "error",
  from: { path: `^lib/${room}/`, pathNot: tests },
  to: { path: "^lib/", pathNot: [`^lib/(${[room, ...others].join("|")})(/|$)`] },
}));

module.exports = {
  forbidden: [
    ...arrows,
    { name: "every-room-is-listed", severity: "error",
      from: { path: "^lib/", pathNot: `^lib/(${Object.keys(rooms).join("|")})/` }, to: {} },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "drizzle-is-the-floor", severity: "error",
      from: { path: "^drizzle/" }, to: { path: "^(app|components|lib|e2e)/" } },
    { name: "lib-never-looks-up", severity: "error",
      from: { path: "^lib/" }, to: { path: "^(app|components|e2e)/" } },
    { name: "pure-rooms-do-no-io", severity: "error",
      from: { path: pure, pathNot: tests }, to: { path: "^drizzle/|node_modules/|^lib/(?!sms|pricing|language)", pathNot: "node_modules/(zod|hono/dist/utils)/" } },
    { name: "contract-is-browser-safe", severity: "error",
      from: { path: contract }, to: { pathNot: [pure, contract, browserSafe, "node_modules/zod/"] } },
    { name: "components-are-presentational", severity: "error",
      from: { path: "^components/" },
      to: { path: "^(app|drizzle|lib)/", pathNot: [pure, contract, browserSafe], dependencyTypesNot: ["type-only"] } },
    { name: "only-lib-speaks-sql", severity: "error",
      from: { path: "^(app|components)/" }, to: { path: "^drizzle/|node_modules/(drizzle-orm|pg)/" } },
    { name: "the-domain-does-not-know-next", severity: "error",
      from: { path: "^lib/", pathNot: "^lib/(actions/|server/|accounts/(auth|session|session-cookie)\\.ts$)" },
      to: { path: "node_modules/(next|next-auth|react)/" } },
    { name: "underscore-is-private-in-lib", severity: "error",
      from: { path: "^lib/([^/]+)/" }, to: { path: "^lib/[^/]+/_", pathNot: "^lib/$1/" } },
    { name: "underscore-is-private-outside-lib", severity: "error",
      from: { pathNot: "^lib/" }, to: { path: "^lib/[^/]+/_" } },
  ],
  options: { doNotFollow: { path: "node_modules" }, tsPreCompilationDeps: true, tsConfig: { fileName: "tsconfig.json" } },
};
