import { expect } from "@playwright/test";
import { call, client } from "./client";
import { doors } from "./doors";
import { mintAccount, test } from "./fixtures";

const privatePaths = [
  "/start",
  "/overview",
  "/send",
  "/messages",
  "/messages/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
  "/credits",
  "/settings/api",
  "/settings/api/requests",
  "/settings/webhooks",
  "/settings/webhooks/whk_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
  "/settings/webhooks/whk_01HQX7Z8RNQK5ZF8TBPNT2YFKA/evt_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
  "/settings/account",
  "/settings/people",
  "/admin",
  "/admin/carriers",
  "/admin/messages",
  "/admin/deliveries",
  "/admin/receipts",
  "/admin/sign-ups",
  "/admin/system",
];

test("nothing is served without a session: each page asks to sign in and remembers itself", async () => {
  for (const path of privatePaths) {
    const { status, headers, text } = await call(doors.front.url + path);
    expect([301, 302, 303, 307, 308], path).toContain(status);
    const to = new URL(headers.get("location") ?? "", doors.front.url);
    expect(to.pathname + to.search).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
    expect(text).not.toContain("balance");
  }
});

test("the panel's own data needs the session, and a token does not stand in for it", async ({
  account: { token },
}) => {
  const { json } = await client(doors.front.url, token).send();
  const message = `messages/${json["message_id"]}`;
  const endpoint = "webhook-endpoints/whk_01HQX7Z8RNQK5ZF8TBPNT2YFKA";
  for (const path of [
    ...[
      "messages",
      message,
      `${message}/deliveries`,
      "stream",
      "tokens",
      "start",
      "webhook-endpoints",
      endpoint,
    ],
    ...[`${endpoint}/deliveries`, `${endpoint}/deliveries.csv`, `${endpoint}/replay/rpl_0`],
  ]) {
    const url = `${doors.front.url}/api/panel/${path}`;
    const asked: Record<string, string>[] = [{}, { authorization: `Bearer ${token}` }];
    for (const headers of asked) {
      expect((await call(url, { headers })).status).toBe(401);
    }
  }
});

test("the API takes no cookie for a token", async ({ page, newcomer: _ }) => {
  const answer = await page.request.post("/api/sms", {
    data: { from: "YourBrand", to: "48732129000", body: "x" },
  });
  expect(answer.status()).toBe(401);
});

test("another account's message is no page, as if it had never been", async ({
  page,
  newcomer: _,
}) => {
  const { token } = await mintAccount();
  const { json } = await client(doors.front.url, token).send();
  for (const id of [json["message_id"], "msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA", "nonsense"]) {
    expect((await page.goto(`/messages/${id}`))?.status()).toBe(404);
    await expect(page.getByText("Page not found")).toBeVisible();
    await expect(page.getByRole("main")).toHaveCount(1);
  }
});

test("an address that cannot be read is refused, not stumbled over", async () => {
  for (const path of ["/%ff", "/messages/%ff", "/messages/%E0%A4%A", "/api/auth/%ff", "/%"]) {
    expect((await call(doors.front.url + path)).status, path).toBe(400);
  }
});

test("pages and API carry their security headers, and nobody says what serves them", async () => {
  for (const path of ["/", "/sign-in", "/sign-up", "/nowhere", "/nowhere.txt"]) {
    const { headers } = await call(doors.front.url + path);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("x-frame-options"), path).toBe("DENY");
    expect(headers.get("content-security-policy"), path).toMatch(/script-src 'self' 'nonce-\S+'/);
    expect(headers.get("referrer-policy"), path).toBe("strict-origin-when-cross-origin");
    expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin");
    expect(headers.has("x-powered-by"), path).toBe(false);
  }
  for (const path of ["/api/sms", "/api/health/live", "/api/nowhere"]) {
    const { headers } = await call(doors.front.url + path);
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("cache-control"), path).toBe("no-store");
    expect(headers.has("x-powered-by"), path).toBe(false);
  }
});

test("the session cookie is out of reach for scripts and other sites", async ({
  page,
  newcomer: _,
}) => {
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name.endsWith("session-token"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
  expect(await page.evaluate(() => document.cookie)).not.toContain("session");
});

test("no page asks any other host for anything", async ({ page, newcomer: _ }) => {
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).origin));
  for (const path of [
    "/",
    "/start",
    "/overview",
    "/send",
    "/messages",
    "/credits",
    "/settings/api",
    "/settings/webhooks",
    "/settings/account",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
  expect([...hosts]).toEqual([doors.front.url]);
});

test("a page arrives with its name before its content", async ({ page, newcomer: _ }) => {
  for (const path of ["/docs", "/nowhere", ...privatePaths]) {
    const html = await (await page.request.get(path)).text();
    expect(html.split("</head>", 1)[0], path).toMatch(/<title>[^<]+<\/title>/);
  }
});

test("health says that the process is up and the database answers", async () => {
  for (const { url } of [doors.front, doors.nextHost]) {
    for (const path of ["live", "ready"]) {
      const { status, json } = await call(`${url}/api/health/${path}`);
      expect(status).toBe(200);
      expect(json["status"]).toBe("ok");
    }
  }
});

test("who is signed in is led back from the public pages, not asked to sign in", async ({
  page,
  newcomer: _,
}) => {
  for (const path of ["/", "/pricing", "/docs/quick-start", "/nowhere"]) {
    await page.goto(path);
    const header = page.getByRole("banner");
    await expect(header.getByRole("link", { name: "Sign in" })).toHaveCount(0);
    await expect(header.getByRole("link", { name: "Dashboard" })).toHaveAttribute(
      "href",
      "/overview",
    );
  }
});
