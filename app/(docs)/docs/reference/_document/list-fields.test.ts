import { describe, expect, test } from "vitest";
import type { oas31 } from "zod-openapi";
import { listFields } from "./list-fields";

const document: oas31.OpenAPIObject = {
  openapi: "3.1.1",
  info: { title: "Test", version: "1" },
  components: {
    schemas: {
      Event: {
        type: "object",
        properties: { at: { type: "string", format: "date-time" } },
        required: ["at"],
      },
    },
  },
};

const fieldsOf = (properties: oas31.SchemaObject["properties"] = {}, required: string[] = []) =>
  listFields(document, { type: "object", properties, required });

describe("listFields", () => {
  test("follows references and lists, and names what is inside by its path", () => {
    const events = { type: "array", items: { $ref: "#/components/schemas/Event" } } as const;
    expect(fieldsOf({ events }, ["events"])).toMatchObject([
      { name: "events", isRequired: true },
      { name: "events[].at", type: "time", isRequired: true },
    ]);
  });

  test.each([
    [{ type: "integer", minimum: 60, maximum: 172_800 }, "whole number", ["60 to 172,800"]],
    [{ type: ["string", "null"], maxLength: 255 }, "text or null", ["at most 255 characters"]],
    [{ type: "string", minLength: 1 }, "text", ["not empty"]],
    [{ type: "string", enum: ["live", "test"] }, "text", ["one of `live`, `test`"]],
    [{ type: "boolean", default: false }, "true or false", ["default `false`"]],
    [
      { type: "array", items: { type: "string" }, maxItems: 20 },
      "list of text",
      ["at most 20 entries"],
    ],
    [{ anyOf: [{ type: "string", const: "ok" }, { type: "null" }] }, "text or null", []],
  ] satisfies [oas31.SchemaObject, string, string[]][])(
    "%j is said in words",
    (schema, type, limits) => {
      expect(fieldsOf({ it: schema })).toMatchObject([{ name: "it", type, limits }]);
    },
  );

  test("of several shapes only what all of them have is required", () => {
    const accepted = {
      type: "object",
      properties: { index: {}, id: {} },
      required: ["index", "id"],
    };
    const refused = {
      type: "object",
      properties: { index: {}, code: {} },
      required: ["index", "code"],
    };
    const item = { anyOf: [accepted, refused] } as oas31.SchemaObject;
    expect(listFields(document, item).map(({ name, isRequired }) => [name, isRequired])).toEqual([
      ["index", true],
      ["code", false],
      ["id", false],
    ]);
  });

  test("a reference to nothing is a fault of the document", () => {
    const lost = { $ref: "#/components/schemas/Lost" };
    expect(() => fieldsOf({ lost })).toThrow("#/components/schemas/Lost");
  });
});
