import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { guideMessage, sendCurl } from "./send-curl";

/** What a real shell would hand to curl. */
function argumentsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  const env = { ...process.env, ACTIO_TOKEN: "actio_live_x" };
  return execFileSync("/bin/sh", ["-c", script], { env, encoding: "utf8" })
    .split("\0")
    .slice(0, -1);
}

test("the line sends the message to this host with the token of the environment", () => {
  const args = argumentsOf(sendCurl("https://sms.example.com", guideMessage));
  expect(args.slice(0, -1)).toEqual([
    ...["-X", "POST", "https://sms.example.com/api/sms"],
    ...["-H", "Authorization: Bearer actio_live_x"],
    ...["-H", "Content-Type: application/json", "-d"],
  ]);
  expect(JSON.parse(args.at(-1) ?? "")).toEqual(guideMessage);
});

test("a text with quotes, dollars, backslashes and line breaks arrives as it is", () => {
  const message = { ...guideMessage, body: `It's "50 $" \\ \`off\`\nżółć 😀 $(ls)` };
  const args = argumentsOf(sendCurl("http://localhost:3000", message));
  expect(JSON.parse(args.at(-1) ?? "")).toEqual(message);
});
