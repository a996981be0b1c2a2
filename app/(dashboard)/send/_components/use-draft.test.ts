import { expect, test } from "vitest";
import type { FormFailure } from "@/lib/actions/form-failure";
import { standingErrors } from "./use-draft";

const failure: FormFailure = {
  ok: false,
  code: "invalid_request",
  message: "Some fields are not valid",
  fields: { to: ["Not a number."], body: ["Too long."], idempotency_key: ["Not a UUID."] },
  values: { from: "Shop", to: "12", body: "two\r\nlines" },
  requestId: "req_1",
};
const refused = {
  from: "Shop",
  to: "12",
  body: "two\nlines",
  when: null,
  clientRef: "",
  validity: "",
  isPrivate: false,
};

test("a refused form shows every error", () => {
  expect(standingErrors(failure, refused)).toEqual(failure.fields);
});

test("an edited field is no longer called wrong, the others still are", () => {
  const errors = standingErrors(failure, { ...refused, to: "48732129000" });
  expect(Object.keys(errors)).toEqual(["body", "idempotency_key"]);
});

test("without a failure nothing is wrong", () => {
  expect(standingErrors(undefined, refused)).toEqual({});
});
