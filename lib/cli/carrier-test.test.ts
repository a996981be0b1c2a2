import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Installation } from "../testing/installation";
import { Phone } from "../testing/phone";

// Programs are started, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const phone = new Phone();
const friend = "48732129000";
let home: Installation;

beforeAll(async () => {
  await phone.listen();
  home = await Installation.prepare({ APP_URL: "http://192.168.1.10:3000" });
  const login = ["--email", "owner@example.com", "--password", "a long enough one"];
  await home.run("account", "create", ...login, "--credits", "20");
});
afterAll(async () => {
  await home.remove();
  await phone.close();
});

const add = (...words: string[]) => home.run("carrier", "add", "sms-gate", ...words);

const options = () => [
  ...["--url", phone.url, "--username", phone.username, "--password", phone.password],
];

test("an unusable setting is refused with its sentence, and nothing is stored", async () => {
  const { code, out, err } = await add(
    "--url",
    "192.168.1.20:8080",
    "--username",
    "sms",
    "--password",
    "secret1",
  );
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/url/);
  expect(err).not.toContain("secret1");
  expect((await home.run("carrier", "list")).out).not.toContain("sms-gate");
});

test("a phone that nothing can report to is added, and what is missing is said", async () => {
  const { code, out, err } = await add(...options());
  expect({ code, err }).toEqual({ code: 1, err: "" });
  const [added, routed, problem] = out.split("\n");
  expect(added).toMatch(/^Added sms-gate to .*carriers\.json\.$/);
  expect(routed).toBe("Every number is routed to it.");
  expect(problem).toMatch(/^The phone reports to https addresses only.* Set APP_URL to an https/);
});

test("without a worker, a test message is refused with a sentence; the carrier stays", async () => {
  const sentence = "No worker is running: start one with npm start, and retry.";
  const tested = await home.run("carrier", "test", "--name", "sms-gate", "--to", friend);
  expect(tested).toEqual({ code: 1, out: "", err: `${sentence}\n` });
  const added = await add(...options(), "--test-to", friend);
  expect(added).toMatchObject({ code: 1, out: expect.stringContaining(sentence) });
  expect((await home.run("carrier", "list")).out).toContain("sms-gate");
});

test("a name that no carrier has is a sentence with those there are", async () => {
  const { code, err } = await home.run("carrier", "test", "--name", "fone", "--to", friend);
  expect({ code, err }).toEqual({
    code: 1,
    err: "There is no carrier named fone; known are sms-gate, simulator.\n",
  });
});

test("a message that the phone refuses, or fails to send, ends with why", async () => {
  home.configure({ APP_URL: home.url });
  await home.start();
  expect(await add(...options())).toMatchObject({ code: 0, err: "" });
  phone.behave = ({ path }) =>
    path === "/messages" ? { status: 400, body: { message: "Invalid phone number" } } : undefined;
  const refused = await home.run("carrier", "test", "--name", "sms-gate", "--to", friend);
  expect(refused).toMatchObject({ code: 1, err: "" });
  expect(refused.out).toMatch(/^Accepted as msg_\w+\.\n/);
  expect(refused.out).toMatch(/^sms\.\w+: .*Invalid phone number/m);
  expect(refused.out).toMatch(/^It is (failed|bounced)\.$/m);

  phone.behave = () => undefined;
  const testing = home.run("carrier", "test", "--name", "sms-gate", "--to", friend, "--body", "Hi");
  await expect.poll(() => [...phone.messages.keys()], { timeout: 60_000 }).toHaveLength(1);
  const [messageId = ""] = phone.messages.keys();
  const failedAt = new Date().toISOString();
  const payload = { messageId, failedAt, reason: "RESULT_ERROR_NO_SERVICE" };
  expect(await phone.report({ event: "sms:failed", payload })).toEqual([200]);
  const failed = await testing;
  expect(failed).toMatchObject({ code: 1, err: "" });
  expect(failed.out).toMatch(/^sms\.failed: \S/m);
  expect(failed.out).toMatch(/^It is failed\.$/m);
});
