import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { client } from "./client";
import { doors } from "./doors";
import { balance, signIn, test } from "./fixtures";

/** The request of the guide, letter for letter, but for the host. */
const guideCurl = (host: string, body: string) => `curl -X POST ${host}/api/sms \\
-H "Authorization: Bearer $ACTIO_TOKEN" \\
-H "Content-Type: application/json" \\
-d '{
"from": "YourBrand",
"to": "48732129000",
"body": "${body}"
}'`;

async function runInShell(command: string, token: string) {
  const { stdout } = await promisify(execFile)(
    "sh",
    ["-c", `${command} --silent --write-out '\\n%{http_code}'`],
    { env: { ...process.env, ACTIO_TOKEN: token } },
  );
  const [, text = "", status] = /^(.*)\n(\d+)$/.exec(stdout) ?? [];
  return { status: Number(status), answer: JSON.parse(text) as Record<string, unknown> };
}

test("the guide's curl sends the first SMS: 200, message_id and status, delivered", async ({
  account: { token },
}) => {
  const command = guideCurl(doors.front.url, "Your login code: 482910");
  const { status, answer } = await runInShell(command, token);
  expect(status).toBe(200);
  expect(answer["message_id"]).toMatch(/^msg_[0-9A-Z]{26}$/);
  expect(answer["status"]).toBe("queued");
  await client(doors.front.url, token).until(answer["message_id"], "delivered");
});

test("credits go down by the segments, before the eyes of whoever watches", async ({
  page,
  account,
}) => {
  await signIn(page, account);
  await expect(balance(page)).toHaveText("100 credits");
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  const one = await runInShell(guideCurl(doors.front.url, "Hello"), account.token);
  expect(one.answer["credits"]).toBe(1);
  await expect(balance(page)).toHaveText("99 credits");
  const three = await runInShell(guideCurl(doors.front.url, "a".repeat(400)), account.token);
  expect(three.answer).toMatchObject({ segments: 3, credits: 3 });
  await expect(balance(page)).toHaveText("96 credits");
});

test("the guide's curl with a wrong token is 401", async () => {
  const { status, answer } = await runInShell(guideCurl(doors.front.url, "Hello"), "wrong");
  expect(status).toBe(401);
  expect(answer["code"]).toBe("unauthorized");
});
