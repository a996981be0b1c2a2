import { requestText } from "./raw-request";

/** Headers every request has beside its malformed part: who is signed in, a token. */
type Credentials = Record<string, string>;

const multipart = { "content-type": "multipart/form-data; boundary=cut" };
const json = { "content-type": "application/json" };
const form = { "content-type": "application/x-www-form-urlencoded" };
const ours = { origin: "http://localhost" };
const unknownAction = `40${"a".repeat(40)}`;

/** Those that are no valid request whatever the path: 4xx everywhere. The rest may be harmless where nobody looks. */
export const invalidRequests = new Set([
  "TRACE",
  "PROPFIND",
  "a chunk of no size",
  "two ways to frame a body",
  "a length that is none",
  "a length beyond all bounds",
  "two hosts",
  "no host",
  "a host that is none",
  "a host with a bad port",
  "an expectation",
  "a foreign origin",
  "an origin that is none",
  "an unknown action",
  "an action that is none",
  "too many headers",
  "headers that are too large",
  "an HTTP version of the future",
  "OPTIONS *",
  "an absolute URL",
  "an absolute URL that is none",
  "a tunnel",
  "the preface of HTTP 2",
  "the start of TLS",
]);

/** Requests to one path that no browser and no honest client sends, by what is wrong with them. */
export function malformedRequests(path: string, credentials: Credentials): [string, string][] {
  const ask = (method: string, headers: Record<string, string | undefined> = {}, body?: string) =>
    requestText(`${method} ${path}`, { ...credentials, ...headers }, body);
  const query = (text: string) => requestText(`GET ${path}?${text}`, credentials);
  const cookie = (text: string) =>
    ask("GET", { cookie: [text, credentials["cookie"]].filter(Boolean).join("; ") });
  return [
    ...["OPTIONS", "TRACE", "PUT", "PATCH", "DELETE", "PROPFIND", "POST", "HEAD"].map(
      (method): [string, string] => [method, ask(method)],
    ),
    [
      "multipart that breaks off",
      ask(
        "POST",
        { ...multipart, ...ours },
        '--cut\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
      ),
    ],
    [
      "multipart without a boundary",
      ask("POST", { "content-type": "multipart/form-data", ...ours }, "x"),
    ],
    ["multipart of nothing", ask("POST", { ...multipart, ...ours }, "--cut--\r\n")],
    ["JSON that breaks off", ask("POST", json, '{"a":')],
    ["JSON null", ask("POST", json, "null")],
    ["JSON nested deeply", ask("POST", json, "[".repeat(3000))],
    ["bytes that are no UTF-8", ask("POST", json, '{"a":"\xff\xfe"}')],
    ["a form of bad escapes", ask("POST", form, "%=%ff&&&=%u0000")],
    ["a content type of nonsense", ask("POST", { "content-type": ";;/=,\x7f" }, "x")],
    ["PATCH with a broken body", ask("PATCH", json, "{")],
    ["DELETE with a body", ask("DELETE", json, "{")],
    ["GET with a body", ask("GET", json, "{")],
    ["a chunk of no size", ask("POST", { ...json, "transfer-encoding": "chunked" }, "zz\r\n")],
    [
      "two ways to frame a body",
      ask("POST", { ...json, "transfer-encoding": "chunked", "content-length": "5" }, "0\r\n\r\n"),
    ],
    ["a length that is none", ask("POST", { ...json, "content-length": "-1" })],
    ["a length beyond all bounds", ask("POST", { ...json, "content-length": "9".repeat(15) }, "{")],
    ["an encoding nobody asked for", ask("POST", { ...json, "content-encoding": "br" }, "x")],
    ["two hosts", ask("GET", { host: "localhost\r\nhost: evil.example" })],
    ["no host", ask("GET", { host: undefined })],
    ["a host that is none", ask("GET", { host: "a b/<>" })],
    ["a host with a bad port", ask("GET", { host: "localhost:99999" })],
    ["an expectation", ask("GET", { expect: "the-unexpected" })],
    ["an upgrade", ask("GET", { connection: "upgrade, close", upgrade: "websocket" })],
    [
      "a foreign origin",
      ask("POST", { ...multipart, origin: "https://evil.example" }, "--cut--\r\n"),
    ],
    ["an origin that is none", ask("POST", { ...multipart, origin: ":::" }, "--cut--\r\n")],
    ["an unknown action", ask("POST", { ...ours, "next-action": unknownAction }, "[]")],
    ["an action that is none", ask("POST", { ...ours, "next-action": "../../x" }, "[]")],
    ["a router state that is none", ask("GET", { rsc: "1", "next-router-state-tree": "%ff" })],
    [
      "a router state of another shape",
      ask("GET", { rsc: "1", "next-router-state-tree": "%5B%22%22%2C5%5D" }),
    ],
    [
      "prefetch headers of nonsense",
      ask("GET", {
        rsc: "1",
        "next-router-prefetch": "9",
        "next-router-segment-prefetch": "/../%ff",
        "next-url": "http://[",
      }),
    ],
    [
      "headers of Next's own",
      ask("GET", {
        "x-middleware-subrequest": "proxy:proxy:proxy",
        "x-invoke-status": "500",
        "x-matched-path": "/%ff",
      }),
    ],
    [
      "a range and conditions",
      ask("GET", { range: "bytes=9-1,x", "if-none-match": "*", "if-modified-since": "x" }),
    ],
    [
      "languages and encodings of nonsense",
      ask("GET", { "accept-language": `${"x".repeat(2000)};q=z,,;`, "accept-encoding": "x;q=z" }),
    ],
    ["credentials of nonsense", ask("GET", { authorization: "Bearer \xff\x01" })],
    [
      "too many headers",
      ask("GET", Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`x-${n}`, "1"]))),
    ],
    ["headers that are too large", ask("GET", { "x-large": "a".repeat(20_000) })],
    [
      "cookies of nonsense",
      cookie("=; ;;; a; theme=%ff; language=%E0%A4; next-auth.session-token=%"),
    ],
    [
      "a session that is none",
      cookie("next-auth.session-token=e30.e30..e30; __Secure-next-auth.session-token=x"),
    ],
    ["a thousand cookies", cookie("a=b; ".repeat(1000))],
    [
      "a callback cookie that runs script",
      cookie("next-auth.callback-url=javascript:x; __Secure-next-auth.callback-url=javascript:x"),
    ],
    ["a query of bad escapes", query("a=%ff&b=%&%E0=%E0&next=%00")],
    [
      "a query of odd names",
      query("__proto__=1&constructor=2&a[b]=1&a=1&a=2&&=&page=-1&limit=1e9&cursor=%00"),
    ],
    [
      "a query that runs script",
      query("callbackUrl=javascript:x&next=javascript:x&after=javascript:x"),
    ],
    ["a query that is huge", query("a=1&".repeat(3500))],
    ["a path of bad escapes", requestText(`GET ${path}/%ff`, credentials)],
    ["a path of escaped slashes", requestText(`GET ${path}/..%2f..%5c%00`, credentials)],
    ["HTTP 1.0 without a host", `GET ${path} HTTP/1.0\r\n\r\n`],
    ["an HTTP version of the future", `GET ${path} HTTP/9.9\r\nHost: localhost\r\n\r\n`],
  ];
}

/** Requests that belong to no path. */
export function strayRequests(): [string, string][] {
  return [
    ["OPTIONS *", requestText("OPTIONS *", {})],
    ["an absolute URL", requestText("GET http://evil.example/", {})],
    ["an absolute URL that is none", requestText("GET http://[/", {})],
    ["a tunnel", requestText("CONNECT evil.example:443", {})],
    ["the preface of HTTP 2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["the start of TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"],
    ["a path out of the root", requestText("GET /../../etc/passwd", {})],
    ["a path of two slashes", requestText("GET //evil.example/", {})],
    [
      "an image of elsewhere",
      requestText("GET /_next/image?url=http://127.0.0.1:1/&w=640&q=75", {}),
    ],
    ["a file that is not there", requestText("GET /_next/static/none.js", {})],
    ["a file of bad escapes", requestText("GET /_next/static/%ff", {})],
  ];
}
