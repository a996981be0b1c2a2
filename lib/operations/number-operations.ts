import { z } from "zod";
import { LookUpNumbersInput, LookUpQuery, NumberLookup, NumberLookups } from "../lookups/contract";
import type { Operation } from "./operation";

const mobile = {
  input: "+48 732 129 000",
  number: "48732129000",
  valid: true,
  sendable: true,
  type: "mobile",
  country: "PL",
  country_code: "48",
  international: "+48 732 129 000",
  national: "732 129 000",
  range_holder: { name: "Play", source: "libphonenumber" },
  opted_out: false,
  opted_out_senders: [],
  problem: null,
  detail: null,
  suggestion: null,
};

const landline = {
  ...mobile,
  input: "+48 22 123 45 67",
  number: "48221234567",
  sendable: false,
  type: "fixed_line",
  international: "+48 22 123 45 67",
  national: "22 123 45 67",
  range_holder: null,
  problem: "landline",
  detail: "48221234567 is a landline and can't receive SMS.",
};

const incomplete = {
  ...mobile,
  input: "732 129 000",
  number: null,
  valid: false,
  sendable: false,
  type: null,
  country: null,
  country_code: null,
  international: null,
  national: null,
  range_holder: null,
  problem: "no_country_code",
  detail: "732129000 has no country code. With the country code 48 it is 48732129000.",
  suggestion: "48732129000",
};

const lookUpNumber = {
  id: "lookUpNumber",
  method: "get",
  path: "/api/numbers/{number}",
  tag: "Numbers",
  summary: "Look up a number",
  description:
    "Whether it is a valid number, its type, country, and forms, who holds its range, and whether it has opted out of your messages. Free: no request goes to a network, so the response doesn't show whether the phone is on or the number was ported. What is no number is a result, too, with `valid` false. A test token sees opt-outs of test numbers only.",
  scope: "read",
  params: z.object({
    number: z.string().meta({
      description: "The number, in any form people write.",
      param: { example: "48732129000" },
    }),
  }),
  query: LookUpQuery,
  answers: {
    200: {
      description: "What is known of the number.",
      schema: NumberLookup,
      examples: [
        { name: "mobile", summary: "A mobile number", value: mobile },
        { name: "landline", summary: "A landline", value: landline },
        { name: "incomplete", summary: "Without a country code", value: incomplete },
      ],
    },
  },
  errors: [],
} satisfies Operation;

const lookUpNumbers = {
  id: "lookUpNumbers",
  method: "post",
  path: "/api/numbers",
  tag: "Numbers",
  summary: "Look up to 100 numbers",
  description:
    "The same for several numbers, in their order. Changes nothing, so you can repeat it. Counts as one request per 10 numbers.",
  scope: "read",
  body: {
    schema: LookUpNumbersInput,
    maxBytes: 65_536,
    examples: [
      {
        name: "two",
        summary: "Two numbers",
        value: { numbers: [mobile.input, landline.input] },
      },
    ],
  },
  answers: {
    200: {
      description: "What is known of the numbers.",
      schema: NumberLookups,
      examples: [{ name: "two", summary: "Two numbers", value: { data: [mobile, landline] } }],
    },
  },
  errors: [],
} satisfies Operation;

/** `/api/numbers`. */
export const numberOperations = { lookUpNumber, lookUpNumbers };
