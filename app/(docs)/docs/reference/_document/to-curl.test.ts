import { expect, test } from "vitest";
import { buildDocument } from "@/lib/openapi/build-document";
import { listCalls } from "./list-calls";

const calls = listCalls(buildDocument("http://localhost:3000")).flatMap((group) => group.calls);
const curlOf = (id: string) => calls.find((call) => call.id === id)?.curl.split(" \\\n  ");

test("a call with a body shows its token, its type and its example", () => {
  expect(curlOf("rescheduleMessage")).toEqual([
    "curl -X PATCH http://localhost:3000/api/sms/msg_01HQX7Z8RNQK5ZF8TBPNT2YFKA",
    '-H "Authorization: Bearer $ACTIO_TOKEN"',
    '-H "Content-Type: application/json"',
    `-d '{\n    "scheduled_at": "2026-05-16T07:00:00.000Z"\n  }'`,
  ]);
});

test("a filter by members names them in brackets", () => {
  expect(curlOf("listMessages")?.[0]).toContain("&metadata%5Border%5D=1042&");
});

test("a call without a token shows none, and its query is quoted for the shell", () => {
  expect(curlOf("getPricing")).toEqual([
    'curl "http://localhost:3000/api/pricing?messages=25000&segments=1"',
  ]);
});
