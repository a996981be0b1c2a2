import { z } from "zod";
import {
  CreateOptOutInput,
  ImportedOptOuts,
  ImportOptOutsInput,
  ListOptOutsQuery,
  OptOutPage,
  OptOutView,
} from "../opt-outs/contract";
import type { Operation } from "./operation";

const exampleOptOut = {
  number: "48732129000",
  sender: "YourBrand",
  reason: "STOP",
  source: "keyword",
  created_at: "2026-05-15T14:23:48.530Z",
};

const byHand = { ...exampleOptOut, sender: null, reason: "Asked by phone", source: "api" };

const listOptOuts = {
  id: "listOptOuts",
  method: "get",
  path: "/api/opt-outs",
  tag: "Opt-outs",
  summary: "List opt-outs",
  description: "Who wants no messages of the account, newest first.",
  scope: "read",
  query: ListOptOutsQuery,
  answers: {
    200: {
      description: "A page of opt-outs.",
      schema: OptOutPage,
      examples: [
        {
          name: "page",
          summary: "One opt-out",
          value: { data: [exampleOptOut], next_cursor: null },
        },
      ],
    },
  },
  errors: [],
} satisfies Operation;

const addOptOut = {
  id: "addOptOut",
  method: "post",
  path: "/api/opt-outs",
  tag: "Opt-outs",
  summary: "Add an opt-out",
  description:
    "After that, messages to this number are rejected with `opted_out`: those of one sender, or all of the account. A known opt-out is returned as it is. A test token can add test numbers only.",
  scope: "manage",
  body: {
    schema: CreateOptOutInput,
    maxBytes: 16_384,
    examples: [
      {
        name: "number",
        summary: "No messages of any sender",
        value: { number: "48732129000", reason: "Asked by phone" },
      },
    ],
  },
  answers: {
    200: {
      description: "The opt-out.",
      schema: OptOutView,
      examples: [{ name: "number", summary: "No messages of any sender", value: byHand }],
    },
  },
  errors: [],
} satisfies Operation;

const importOptOuts = {
  id: "importOptOuts",
  method: "post",
  path: "/api/opt-outs/import",
  tag: "Opt-outs",
  summary: "Import opt-outs",
  description:
    "Up to 10,000 opt-outs in one request, added in one commit. An invalid entry is rejected alone; known ones stay as they are.",
  scope: "manage",
  body: {
    schema: ImportOptOutsInput,
    maxBytes: 2_097_152,
    examples: [
      {
        name: "list",
        summary: "Two numbers",
        value: {
          opt_outs: [{ number: "48732129000" }, { number: "48732129001", sender: "YourBrand" }],
        },
      },
    ],
  },
  answers: {
    200: {
      description: "The result of the import.",
      schema: ImportedOptOuts,
      examples: [
        {
          name: "list",
          summary: "Two numbers",
          value: { added: 2, known: 0, rejected: 0, errors: [] },
        },
      ],
    },
  },
  errors: [],
} satisfies Operation;

const exportOptOuts = {
  id: "exportOptOuts",
  method: "get",
  path: "/api/opt-outs.csv",
  tag: "Opt-outs",
  summary: "Export opt-outs",
  description:
    "All opt-outs as CSV (RFC 4180, UTF-8 with a byte order mark), newest first. Cells that a spreadsheet would take for a formula begin with an apostrophe.",
  scope: "read",
  answers: {
    200: {
      description: "The opt-outs.",
      mediaType: "text/csv",
      schema: z.string(),
      examples: [
        {
          name: "list",
          summary: "One opt-out",
          value: `number,sender,reason,source,created_at\r\n${Object.values(exampleOptOut).join(",")}\r\n`,
        },
      ],
      headers: ["Content-Disposition"],
    },
  },
  errors: [],
} satisfies Operation;

const removeOptOut = {
  id: "removeOptOut",
  method: "delete",
  path: "/api/opt-outs/{number}",
  tag: "Opt-outs",
  summary: "Remove an opt-out",
  description:
    "The number gets messages again, of every sender. Only do this if its owner asked for it. A test token can remove test numbers only.",
  scope: "manage",
  params: z.object({
    number: z.string().meta({
      description: "The phone number in E.164 without the plus.",
      param: { example: exampleOptOut.number },
    }),
  }),
  answers: { 204: { description: "Removed." } },
  errors: ["not_found"],
} satisfies Operation;

/** `/api/opt-outs`. */
export const optOutOperations = {
  listOptOuts,
  addOptOut,
  importOptOuts,
  exportOptOuts,
  removeOptOut,
};
