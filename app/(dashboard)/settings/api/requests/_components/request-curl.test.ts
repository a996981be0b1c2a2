import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { requestCurl } from "./request-curl";

const origin = "https://sms.example.com";

/** What a shell makes of a line, with `printf` in the place of curl. */
function wordsOf(line: string | null): string[] {
  const shown = (line ?? "").replace(/^curl/, "printf '%s\\0'");
  const sids = { ACCOUNT_SID: "AC1", MESSAGE_SID: "SM1" };
  const env = { ...process.env, ...sids, ACTIO_TOKEN: "the token", MESSAGE_ID: "msg_1" };
  return execFileSync("sh", ["-c", shown], { env, encoding: "utf8" }).split("\0").slice(0, -1);
}

test("a shell reads the line as the request: method, address, token, and body", () => {
  const body = { from: "O'Brand", to: "48•••••9000", body: "[5 characters]" };
  const line = requestCurl(origin, { method: "POST", path: "/api/sms", query: null, body });
  const words = wordsOf(line);
  expect(words.slice(0, 3)).toEqual(["-X", "POST", `${origin}/api/sms`]);
  expect(words).toContain("Authorization: Bearer the token");
  expect(JSON.parse(words.at(-1) ?? "")).toEqual(body);
});

test("parameters of the path come from the environment, those of the query are encoded", () => {
  const query = { q: "[12 characters]", limit: "50" };
  const path = "/api/sms/{message_id}";
  const words = wordsOf(requestCurl(origin, { method: "GET", path, query, body: null }));
  expect(words[0]).toBe(`${origin}/api/sms/msg_1?q=%5B12%20characters%5D&limit=50`);
  expect(words).not.toContain("-d");
});

test("nothing that was recorded can end the quotes or start a command", () => {
  const hostile = `'; touch /tmp/owned; echo "$(id)" \``;
  const body = { from: hostile };
  const query = { limit: hostile };
  const line = requestCurl(origin, { method: "PATCH", path: "/api/sms", query, body });
  const words = wordsOf(line);
  expect(JSON.parse(words.at(-1) ?? "")).toEqual(body);
  expect(words[2]).toBe(`${origin}/api/sms?limit=${encodeURIComponent(hostile)}`);
});

test("a request in Twilio's form names the account by its SID, and a form is not made up", () => {
  const path = "/2010-04-01/Accounts/{AccountSid}/Messages/{MessageFile}";
  const asked = { path, query: null, body: null };
  expect(wordsOf(requestCurl(origin, { method: "GET", ...asked }))).toEqual([
    `${origin}/2010-04-01/Accounts/AC1/Messages/SM1.json`,
    "-u",
    "AC1:the token",
  ]);
  expect(requestCurl(origin, { method: "POST", ...asked })).toBeNull();
});

test("a call of a tool becomes the message of the protocol again", () => {
  const body = { method: "tools/call", tool: "get_balance", arguments: {} };
  const words = wordsOf(
    requestCurl(origin, { method: "POST", path: "/api/mcp", query: null, body }),
  );
  expect(JSON.parse(words.at(-1) ?? "")).toMatchObject({
    method: "tools/call",
    params: { name: "get_balance", arguments: {} },
  });
  expect(words).toContain("Accept: application/json, text/event-stream");
});
