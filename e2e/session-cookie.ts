import { rawRequest, requestText } from "../lib/testing/raw-request";
import type { Person } from "./fixtures";

/** Signs someone in as a program does, by next-auth's protocol; the header that makes a request theirs. */
export async function sessionCookie(url: string, { email, password }: Person) {
  const csrf = await rawRequest(url, requestText("GET /api/auth/csrf", {}));
  const { csrfToken } = JSON.parse(csrf.body) as { csrfToken: string };
  const csrfCookie = /[^ ]*csrf-token=[^;]+/.exec(csrf.setCookies.join("; "))?.[0] ?? "";
  const form = new URLSearchParams({ email, password, csrfToken, json: "true" });
  const type = "application/x-www-form-urlencoded";
  const headers = { cookie: csrfCookie, "content-type": type };
  const target = "POST /api/auth/callback/credentials";
  const signedIn = await rawRequest(url, requestText(target, headers, form.toString()));
  const cookie = /[^ ]*session-token=[^;]+/.exec(signedIn.setCookies.join("; "))?.[0];
  if (!cookie) throw new Error(`Not signed in: ${signedIn.status} ${signedIn.body}`);
  return { cookie };
}
