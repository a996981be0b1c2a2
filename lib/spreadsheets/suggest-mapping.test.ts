import { expect, test } from "vitest";
import { suggestMapping } from "./suggest-mapping";

const row = ["48501234567", "Jan", "Kowalski"];

test.each([
  "phone",
  "Mobile",
  "tel",
  "TEL.",
  "Telefon",
  "numer",
  "Nr telefonu",
  "Komórka",
  "msisdn",
  "to",
  "GSM",
])("a column called %s has the numbers", (name) => {
  expect(suggestMapping(["Imię", name], [["Jan", "48501234567"]])).toEqual(["first_name", "to"]);
});

test.each([
  [
    ["Telefon", "imię", "Nazwisko"],
    ["to", "first_name", "last_name"],
  ],
  [
    ["phone", "Name", "Surname"],
    ["to", "first_name", "last_name"],
  ],
  [
    ["Telefon", "Kod rabatowy", "Kod rabatowy"],
    ["to", "kod_rabatowy", "kod_rabatowy_2"],
  ],
  [
    ["Telefon", "2. rata", "%"],
    ["to", "_2_rata", null],
  ],
  [
    ["Telefon", "To", "Data (ważności)"],
    ["to", "to_2", "data_waznosci"],
  ],
  [
    ["", "", ""],
    ["to", null, null],
  ],
])("%j are %j", (columns, mapping) => {
  expect(suggestMapping(columns, [row])).toEqual(mapping);
});

test("without a header that says it, the column whose values read as numbers has them", () => {
  const rows = [
    ["Jan", "501 234 567"],
    ["Ewa", ""],
    ["Ola", "+48 601 234 567"],
  ];
  expect(suggestMapping(["Kto", "Dane"], rows, { country: "PL" })).toEqual(["kto", "to"]);
  expect(suggestMapping(["", ""], rows)).toEqual([null, "to"]);
});

test("a column called Nr that counts rows does not hide the one with the numbers", () => {
  const rows = [
    ["1", "48501234567"],
    ["2", "48501234568"],
  ];
  expect(suggestMapping(["Nr", "Telefon"], rows)).toEqual(["nr", "to"]);
  expect(suggestMapping(["Nr", "Dane"], rows)).toEqual(["nr", "to"]);
});

test("without any number no column has them, but a single one without a header has", () => {
  expect(suggestMapping(["a", "b"], [["x", "y"]])).toEqual(["a", "b"]);
  expect(suggestMapping([""], [["x"]])).toEqual(["to"]);
});

test("names of variables are at most 40 characters long, also with a number", () => {
  const mapping = suggestMapping(["tel", "ą".repeat(60), "ą".repeat(60)], [row]);
  expect(mapping).toEqual(["to", "a".repeat(40), `${"a".repeat(38)}_2`]);
});
