import { expect } from "@playwright/test";
import { call } from "./client";
import { doors } from "./doors";
import { inventPerson, test } from "./fixtures";
import { sessionCookie } from "./session-cookie";

const form = { "content-type": "application/x-www-form-urlencoded" };
const json = { "content-type": "application/json" };

test("a program signs in and out by next-auth's protocol", async ({ account }) => {
  const { url } = doors.front;
  const headers = await sessionCookie(url, account);
  const session = async () => (await call(`${url}/api/auth/session`, { headers })).json["user"];
  expect(await session()).toMatchObject({ email: account.email });

  const csrf = await call(`${url}/api/auth/csrf`);
  const csrfCookie = csrf.headers.getSetCookie().join("; ").split(";")[0];
  const cookie = `${headers.cookie}; ${csrfCookie}`;
  const body = new URLSearchParams({ csrfToken: String(csrf.json["csrfToken"]) });
  const left = await call(`${url}/api/auth/signout`, { method: "POST", headers: { cookie }, body });
  expect(left.status).toBe(302);
  expect(await session()).toBeUndefined();
  await expect(sessionCookie(url, { ...account, password: "wrong" })).rejects.toThrow(
    /^Not signed in/,
  );
  await expect(sessionCookie(url, inventPerson())).rejects.toThrow(/^Not signed in/);
});

test("of next-auth's endpoints only those exist", async () => {
  const others = [
    "_log",
    "signin",
    "signin/credentials",
    "signout",
    "providers",
    "error",
    "verify-request",
  ];
  for (const { url } of [doors.front, doors.nextHost]) {
    for (const path of [...others, "callback/credentials", "callback/email", "session/x"]) {
      expect((await call(`${url}/api/auth/${path}`)).status, path).toBe(404);
    }
    for (const path of [
      "_log",
      "signin",
      "signin/credentials",
      "session",
      "csrf",
      "callback/email",
    ]) {
      const { status } = await call(`${url}/api/auth/${path}`, {
        method: "POST",
        headers: json,
        body: "{}",
      });
      expect(status, path).toBe(404);
    }
  }
});

test("a callback URL that is no web address is rejected wherever it stands", async () => {
  for (const { url } of [doors.front, doors.nextHost]) {
    const callbackUrl = "javascript:x";
    const at = (path: string, init: RequestInit = {}) => call(`${url}/api/auth/${path}`, init);
    const cookie = `next-auth.callback-url=${callbackUrl}`;
    const post = { method: "POST", headers: form };
    for (const { status } of [
      await at(`csrf?callbackUrl=${callbackUrl}`),
      await at(`session?callbackUrl=${callbackUrl}`),
      await at("csrf", { headers: { cookie } }),
      await at(`session?callbackUrl=/ok&callbackUrl=${callbackUrl}`),
      await at("csrf", { headers: { cookie: `next-auth.callback-url="${callbackUrl}"` } }),
      await at("csrf", { headers: { cookie: "next-auth.callback-url=%2522javascript:x%2522" } }),
      await at("csrf", { headers: { cookie: `next-auth.callback-url=/; ${cookie}` } }),
      await at("csrf", { headers: { cookie: `__Secure-next-auth.callback-url=/; ${cookie}` } }),
      await at("signout", { ...post, body: `callbackUrl=${callbackUrl}` }),
      await at("callback/credentials", {
        method: "POST",
        headers: json,
        body: JSON.stringify({ callbackUrl }),
      }),
    ]) {
      expect(status).toBe(422);
    }
    expect(
      (await at("callback/credentials", { method: "POST", headers: json, body: "{" })).status,
    ).toBe(400);
  }
});

test("nobody without a session can write errors to the log, and warnings once a minute", async ({
  installation,
}) => {
  const { url, output } = await installation.start();
  const asked = Array.from({ length: 50 }, (_, index) => [
    call(`${url}/api/auth/_log`, {
      method: "POST",
      headers: json,
      body: '{"level":"error","code":"FAKE"}',
    }),
    call(`${url}/api/auth/session`, {
      headers: { cookie: `next-auth.session-token=forged${index}` },
    }),
    call(`${url}/api/auth/csrf?callbackUrl=javascript:${index}`),
    call(`${url}/api/auth/callback/credentials`, { method: "POST", headers: json, body: "{" }),
  ]);
  await Promise.all(asked.flat());
  const lines = output()
    .split("\n")
    .filter((line) => line.startsWith("{"));
  expect(lines.filter((line) => /"level":[56]0|FAKE/.test(line))).toEqual([]);
  expect(lines.length).toBeLessThanOrEqual(1);
});
