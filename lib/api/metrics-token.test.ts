import { afterAll, beforeAll, expect, test } from "vitest";
import { closeDatabase } from "../core/db";
import { forgetInstallation, readInstallation } from "../monitoring/read-installation";
import { startStatementCounter } from "../testing/count-statements";
import { createDatabase } from "../testing/create-database";
import { api } from "./app";

const token = "figures-for-prometheus";
let database: Awaited<ReturnType<typeof createDatabase>>;
let counter: Awaited<ReturnType<typeof startStatementCounter>>;

beforeAll(async () => {
  database = await createDatabase();
  counter = await startStatementCounter(database.url);
  Object.assign(process.env, { DATABASE_URL: counter.url, METRICS_TOKEN: token });
});
afterAll(async () => {
  await closeDatabase();
  await counter.stop();
  await database.drop();
});

async function scrape(authorization?: string) {
  const headers = new Headers(authorization === undefined ? {} : { authorization });
  return api.request("/api/metrics", { headers }, { clientAddress: "192.0.2.7" });
}

test("with METRICS_TOKEN, the token is what counts, from wherever it comes", async () => {
  expect((await scrape(`Bearer ${token}`)).status).toBe(200);
  for (const wrong of [undefined, "", "Bearer", `Bearer ${token}x`, `Basic ${token}`]) {
    expect((await scrape(wrong)).status).toBe(401);
  }
  const here = { clientAddress: "127.0.0.1", isRelayed: () => false };
  const request = new Request("http://localhost/api/metrics", { headers: { host: "localhost" } });
  expect((await api.fetch(request, here)).status).toBe(401);
});

test("however often it is asked, the database is read once in five seconds", async () => {
  forgetInstallation();
  await readInstallation();
  const before = counter.count();
  for (let times = 0; times < 50; times += 1) await scrape(`Bearer ${token}`);
  expect(counter.count()).toBe(before);
});

test("while the database is away, the other figures come all the same, with depesza_database_up 0", async () => {
  await counter.stop();
  forgetInstallation();
  const response = await scrape(`Bearer ${token}`);
  expect(response.status).toBe(200);
  const text = await response.text();
  expect(text).toContain("\ndepesza_database_up 0\n");
  expect(text).toContain("process_resident_memory_bytes");
  expect(text).not.toContain("depesza_queue_messages{");
});
