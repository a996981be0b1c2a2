// Requests from 64 connections, as many as get answered: by wrk where it is installed, else by a client of our own.
import { execFile, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../scripts/root.mjs";

export const connections = 64;
const graceMs = 30_000;

/** `wrk` or `own`: what sends the requests. */
export const client = spawnSync("wrk", ["-v"]).error ? "own" : "wrk";

/**
 * A send by the product's API: the text and the recipient's last digits differ in every request. Several tokens take
 * turns.
 */
export function sendOf(url, tokens) {
  return {
    url: `${url}/api/sms`,
    method: "POST",
    headers: { "Content-Type": "application/json" },
    tokens: [tokens].flat(),
    body: JSON.stringify({ from: "Bench", to: "4873212{d}", body: "Your login code: {n}" }),
  };
}

/**
 * Sends `request` for `seconds` from all connections. In its URL and body `{n}` stands for nine digits that differ each
 * time, `{d}` for the last four of them. Resolves to answers per second, their p50, p95 and p99 in ms, how many there
 * were, and how many of them were no 2xx.
 */
export async function measureLoad(request, { seconds, folder, of = connections, by = client }) {
  const first = Math.floor(Math.random() * 400_000_000) + 100_000_000;
  const job = { ...request, first, seconds, connections: of };
  const timeout = seconds * 1000 + graceMs;
  if (by === "own") {
    const words = ["bench/load.mjs", JSON.stringify(job)];
    return JSON.parse(
      (await promisify(execFile)(process.execPath, words, { cwd: root, timeout })).stdout,
    );
  }
  const script = join(folder, `wrk-${first}.lua`);
  writeFileSync(script, luaOf(job));
  const words = ["-t1", `-c${of}`, `-d${seconds}s`, "--timeout", "20s", "-s", script];
  const { stdout } = await promisify(execFile)("wrk", [...words, request.url], { timeout });
  return JSON.parse(/^RESULT (.*)$/m.exec(stdout)[1]);
}

function luaOf({ url, method, headers, tokens = [], body = "", first }) {
  const { pathname, search } = new URL(url);
  const lines = Object.entries(headers ?? {}).map(
    ([name, value]) => `[${quoted(name)}] = ${quoted(value)}`,
  );
  return `
local tokens = { ${tokens.map((token) => quoted(`Bearer ${token}`)).join(", ")} }
local headers = { ${lines.join(", ")} }
local n = ${first}
request = function()
  n = n + 1
  local d = string.format("%04d", n % 10000)
  if #tokens > 0 then headers["Authorization"] = tokens[n % #tokens + 1] end
  return wrk.format(${quoted(method)}, ${filled(pathname + search)}, headers, ${filled(body)})
end
done = function(summary, latency)
  local e = summary.errors
  local format = 'RESULT {"perSecond":%d,"p50Ms":%.1f,"p95Ms":%.1f,"p99Ms":%.1f,"responses":%d,"failed":%d}\\n'
  io.write(string.format(format, summary.requests / summary.duration * 1e6, latency:percentile(50) / 1e3,
    latency:percentile(95) / 1e3, latency:percentile(99) / 1e3, summary.requests,
    e.connect + e.read + e.write + e.status + e.timeout))
end
`;
}

function quoted(text) {
  return JSON.stringify(text);
}

/** A template as an expression of Lua. A URL has its braces encoded. */
function filled(template) {
  return (
    decodeBraces(template)
      .split(/(\{[nd]\})/)
      .filter(Boolean)
      .map((part) => (part === "{n}" || part === "{d}" ? part[1] : quoted(part)))
      .join(" .. ") || '""'
  );
}

export function decodeBraces(text) {
  return text.replaceAll("%7Bn%7D", "{n}").replaceAll("%7Bd%7D", "{d}");
}
