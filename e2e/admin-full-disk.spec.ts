import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { findConcern, test as place, untilGone } from "./admin-place";
import { call, client } from "./client";
import { mintAccount } from "./fixtures";
import { runCli } from "./server";

place.describe.configure({ timeout: 240_000 });

/** Tests whose data folder is a disk of its own, far smaller than any. */
const test = place.extend<{ smallDisk: string }>({
  smallDisk: async ({ installation: { dataDir } }, use) => {
    // biome-ignore lint/suspicious/noSkippedTests: a container without the right to mount can't play this.
    test.skip(!mount(dataDir), "Nothing can be mounted here.");
    await use(dataDir);
    // At once gone from here; the server that is killed later lets go of it.
    execFileSync("umount", ["--lazy", dataDir]);
  },
});

function mount(folder: string): boolean {
  const options = ["-t", "tmpfs", "-o", "size=500m,mode=0700", "tmpfs", folder];
  try {
    execFileSync("mount", options, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const megabyte = Buffer.alloc(1_000_000);

function fill(path: string): void {
  expect(() => {
    for (;;) writeFileSync(path, megabyte, { flag: "a" });
  }).toThrow("ENOSPC");
}

test("an operator sees that the disk is full; what the API accepts meanwhile is kept, the rest is rejected for now, and with room everything goes on", async ({
  smallDisk,
  openAdmin,
}) => {
  const { server, page } = await openAdmin();
  const customer = await mintAccount({ dataDir: smallDisk, credits: 20_000 });
  const { send, until } = client(server.url, customer.token);
  await until((await send()).json["message_id"], "delivered");
  const filler = join(smallDisk, "filler");
  fill(filler);

  const title = /^The disk has only \d+ MB left$/;
  const concern = await findConcern(page, title);
  await expect(concern).toContainText("Now");
  await expect(concern).toContainText("Free space on the disk of the data folder");
  await concern.getByRole("link", { name: "Open" }).click();
  await expect(page).toHaveURL(/\/admin\/system$/);
  const ready = () => call(`${server.url}/api/health/ready`);
  await expect.poll(async () => (await ready()).status).toBe(503);

  const accepted: string[] = [];
  let rejected = 0;
  for (let round = 0; round < 100 && rejected === 0; round += 1) {
    for (const answer of await Promise.all(Array.from({ length: 20 }, () => send()))) {
      if (answer.status === 200) accepted.push(String(answer.json["message_id"]));
      else {
        rejected += 1;
        expect(answer.json).toMatchObject({ status: 503, code: "unavailable" });
        expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      }
    }
  }
  expect(rejected).toBeGreaterThan(0);

  rmSync(filler);
  await untilGone(page, title);
  await expect.poll(async () => (await ready()).status, { timeout: 30_000 }).toBe(200);
  await until((await send()).json["message_id"], "delivered", 60_000);
  for (const id of accepted) await until(id, "delivered", 60_000);
  expect(await runCli(smallDisk, ["audit"])).toMatchObject({ breaches: 0 });
  await server.stop();
});
