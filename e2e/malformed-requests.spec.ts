import { expect } from "@playwright/test";
import {
  invalidRequests,
  malformedRequests,
  strayRequests,
} from "../lib/testing/malformed-requests";
import { type RawResponse, rawRequest, requestText } from "../lib/testing/raw-request";
import { mintAccount, test } from "./fixtures";
import { pagePaths, serverActions } from "./route-table";
import { sessionCookie } from "./session-cookie";

type Credentials = Record<string, string>;
type Plays = [what: string, text: string][];

const strictTransport = "max-age=63072000; includeSubDomains";

function faultOf({ status, headers, body }: RawResponse, what: string): string | undefined {
  if (status < 200 || status >= 500) return `status ${status}`;
  if (status < 400 && invalidRequests.has(what)) return `taken with ${status}`;
  if (/\n\s+at /.test(body)) return "a stack trace";
  if (headers.get("strict-transport-security") !== strictTransport) return "no HSTS";
  return headers.get("x-content-type-options") === "nosniff" ? undefined : "no nosniff";
}

/** What went wrong of these requests, ten at a time. */
async function faultsOf(url: string, plays: Plays, path = ""): Promise<string[]> {
  const faults: string[] = [];
  const rest = [...plays];
  const work = async () => {
    for (let play = rest.shift(); play; play = rest.shift()) {
      const [what, text] = play;
      const fault = faultOf(await rawRequest(url, text), what);
      if (fault) faults.push(`${what} at ${path}: ${fault}`);
    }
  };
  await Promise.all(Array.from({ length: 10 }, work));
  return faults;
}

/** Calls of one action with arguments that no page of ours sends. */
function malformedCalls({ id }: { id: string }, path: string, credentials: Credentials): Plays {
  const ours = { ...credentials, origin: "http://localhost" };
  const text = (body: string): string =>
    requestText(`POST ${path}`, { ...ours, "next-action": id, "content-type": "text/plain" }, body);
  const form = (fields: Record<string, string>, more: Credentials = {}): string => {
    const parts = Object.entries(fields).map(
      ([name, value]) =>
        `--cut\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const type = "multipart/form-data; boundary=cut";
    return requestText(
      `POST ${path}`,
      { ...ours, ...more, "content-type": type },
      `${parts.join("")}--cut--\r\n`,
    );
  };
  const byScript = { "next-action": id };
  const bound = { $ACTION_REF_1: "", "$ACTION_1:0": `{"id":"${id}","bound":"$@1"}` };
  return [
    ["no arguments", text("")],
    ["arguments that are no JSON", text("garbage")],
    ["an empty list of arguments", text("[]")],
    ["arguments of another kind", text('[null,5,{"a":[]}]')],
    ["references into nowhere", text('["$K1","$F1","$@9"]')],
    ["too many arguments", text(`[${"1,".repeat(2000)}1]`)],
    ["arguments nested deeply", text("[".repeat(4000) + "]".repeat(4000))],
    ["a form without arguments", form({ "1_email": "x" }, byScript)],
    ["a form whose arguments break off", form({ "0": '[null,"$K1' }, byScript)],
    ["a form that refers to itself", form({ "0": '["$1:a:b","$K1"]' }, byScript)],
    ["a form of another action", form({ $ACTION_ID_00: "" })],
    ["a form of bound arguments that are no JSON", form({ ...bound, "$ACTION_1:1": "garbage" })],
    ["a form of bound arguments that are missing", form(bound)],
    [
      "a form of odd names",
      form({ "0": '[null,"$K1"]', "1___proto__": "x", "1_constructor": "x" }, byScript),
    ],
  ];
}

test("no malformed request makes a page fail or writes an error to the log, signed in or not", async ({
  installation,
}) => {
  test.setTimeout(300_000);
  const server = await installation.start({
    APP_URL: "https://sms.example.com",
    SIGN_UPS_PER_HOUR: "0",
  });
  const account = await mintAccount({ dataDir: installation.dataDir });
  const paths = pagePaths();
  expect(paths.length).toBeGreaterThan(30);
  const faults = await faultsOf(server.url, strayRequests());
  const credentials = await sessionCookie(server.url, account);
  for (const [place, path] of paths.entries()) {
    faults.push(...(await faultsOf(server.url, malformedRequests(path, credentials), path)));
    // Signed out, most pages are one redirection: each request comes to every third of them.
    const signedOut = malformedRequests(path, {}).filter((_play, index) => index % 3 === place % 3);
    faults.push(...(await faultsOf(server.url, signedOut, path)));
  }
  expect(faults).toEqual([]);
  expect(server.output()).not.toMatch(/\n\s+at |"level":[56]0/);
});

test("no malformed call makes a server action fail or writes an error to the log", async ({
  installation,
}) => {
  test.setTimeout(300_000);
  const server = await installation.start({ APP_URL: "https://sms.example.com" });
  const account = await mintAccount({ dataDir: installation.dataDir });
  const actions = serverActions();
  expect(actions.length).toBeGreaterThan(30);
  const faults: string[] = [];
  for (const action of actions) {
    // Some of these end the session, so each action gets one of its own.
    for (const credentials of [{}, await sessionCookie(server.url, account)]) {
      const calls = malformedCalls(action, action.path, credentials);
      faults.push(...(await faultsOf(server.url, calls, action.path)));
    }
  }
  expect(faults).toEqual([]);
  expect(server.output()).not.toMatch(/\n\s+at |"level":[56]0/);
});
