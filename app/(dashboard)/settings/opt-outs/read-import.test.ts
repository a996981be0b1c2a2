import { expect, test } from "vitest";
import { readImport } from "./read-import";

test("an import is a number a line, or CSV with a sender and a reason, with or without a heading", () => {
  const text = [
    "\uFEFFnumber,sender,reason,source,created_at",
    "48732129000,YourBrand,STOP,keyword,2026-05-15T14:23:48.530Z",
    "",
    "+48 732 129 001",
    '"48732129002";;"asked"',
  ].join("\r\n");
  expect(readImport(text)).toEqual([
    { line: 2, entry: { number: "48732129000", sender: "YourBrand", reason: "STOP" } },
    { line: 4, entry: { number: "+48732129001" } },
    { line: 5, entry: { number: "48732129002", reason: "asked" } },
  ]);
});

test("a text without numbers is an empty import", () => {
  expect(readImport("hello\n\n,,")).toEqual([]);
});
