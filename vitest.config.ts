import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const inProject = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: inProject("./") },
      // The package throws outside a React server; its empty half is what the server bundle gets.
      { find: /^server-only$/, replacement: inProject("./node_modules/server-only/empty.js") },
    ],
  },
  test: {
    include: ["{app,components,deploy,lib,scripts,sdk}/**/*.test.{ts,tsx,mjs}"],
    globalSetup: "lib/testing/start-test-database.ts",
    // The same on every machine; a test of several processes says so.
    env: { PROCESSES: "1" },
    setupFiles: ["lib/testing/record-statements.ts"],
    pool: "forks",
    // On two cores: many of the tests wait, for a deadline or another process.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    teardownTimeout: 30_000,
    // A busy machine is no reason to fail: what is waited for may take its time, and a promise about time says so itself.
    expect: { poll: { timeout: 10_000 } },
  },
});
