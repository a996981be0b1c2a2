/** Longer than any response of the API takes. */
const timeoutMs = 20_000;

interface Request {
  method: "GET" | "POST";
  path: string;
  token: string;
  body?: object;
}

/** A request to the API and its response, as they were. */
export interface Exchange {
  /** With the token cut short. */
  request: string;
  response: string;
  status: number;
  durationMs: number;
  /** Undefined when the response is not JSON. */
  answer: unknown;
}

/** Sends a request from this page with nothing but the token: no cookie goes along. Throws when no response comes. */
export async function exchange({ method, path, token, body }: Request): Promise<Exchange> {
  const startedAt = performance.now();
  const sent = body === undefined ? undefined : JSON.stringify(body, null, 2);
  const response = await fetch(path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(sent === undefined ? {} : { "content-type": "application/json" }),
    },
    body: sent ?? null,
    credentials: "omit",
    cache: "no-store",
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await response.text();
  const durationMs = Math.round(performance.now() - startedAt);
  const answer = fromJson(text);
  const request = [
    `${method} ${new URL(path, location.href)}`,
    `Authorization: Bearer ${token.slice(0, 12)}…`,
    ...(sent === undefined ? [] : ["Content-Type: application/json", "", sent]),
  ].join("\n");
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  const shown = answer === undefined ? text : JSON.stringify(answer, null, 2);
  return {
    request,
    response: [String(response.status), ...headers, "", shown].join("\n"),
    status: response.status,
    durationMs,
    answer,
  };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
