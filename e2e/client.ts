import { expect } from "@playwright/test";

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The answer as an object; empty when it is none. */
  json: Record<string, unknown>;
}

/** The message of the guide. */
export const guideMessage = {
  from: "YourBrand",
  to: "48732129000",
  body: "Your login code: 482910",
};

/** One request as any HTTP client makes it, read to its end. */
export async function call(url: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url, { redirect: "manual", ...init });
  const text = await response.text();
  const json = text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, headers: response.headers, text, json };
}

/** A client of the HTTP API at one door, with one token. */
export function client(url: string, token: string) {
  const authorization = `Bearer ${token}`;
  /** Posts these bytes as they are. */
  function post(body: BodyInit, headers: Record<string, string> = {}): Promise<Answer> {
    return call(`${url}/api/sms`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json", ...headers },
      body,
      // A stream is sent in chunks, without saying beforehand how long it is.
      ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
    });
  }
  /** Sends the guide's message; `fields` add to or replace what is sent. */
  function send(fields: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
    return post(JSON.stringify({ ...guideMessage, ...fields }), headers);
  }
  function read(messageId: unknown): Promise<Answer> {
    return call(`${url}/api/sms/${String(messageId)}`, { headers: { authorization } });
  }
  /** Waits until the message is in this state, and returns it. */
  async function until(messageId: unknown, status: string, timeout = 15_000): Promise<Answer> {
    const statusNow = async () => (await read(messageId)).json["status"];
    await expect.poll(statusNow, { timeout, intervals: [100] }).toBe(status);
    return read(messageId);
  }
  return { post, send, read, until };
}
