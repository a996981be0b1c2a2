import { z } from "zod";
import { limitedList } from "../core/limited-list";
import { limitedText } from "../core/limited-text";
import { isStorableText } from "../core/storable-text";
import { worded } from "../core/worded";
import { numberProblems, numberTypes, rangeSource } from "../numbers/contract";
import { maxTypedLength } from "../sms/tidy-number";
import { lookupSentences } from "./sentences";

/** Numbers of one request. */
const maxLookups = 100;

const Written = limitedText(maxTypedLength, {
  error: lookupSentences.notText,
  tooLong: lookupSentences.tooLong({ max: maxTypedLength }),
}).refine(isStorableText, worded(lookupSentences.wrongCharacter));

/** Whether there is such a country is asked elsewhere: the list of them is no part of a contract. */
const CountryCode = limitedText(2, {
  error: lookupSentences.wrongCountry,
  tooLong: lookupSentences.wrongCountry,
}).regex(/^[A-Z]{2}$/, worded(lookupSentences.wrongCountry));

const country = {
  description:
    "The country (ISO 3166) of what is written without a country code. If omitted, nothing is completed.",
  examples: ["PL"],
};

/** The query of `GET /api/numbers/{number}`. */
export const LookUpQuery = z.object({ country: CountryCode.optional().meta(country) });

/** The same with the number of its path. */
export const LookUpNumberInput = LookUpQuery.extend({ number: Written });

const wrongList = lookupSentences.wrongList({ max: maxLookups });

/** `POST /api/numbers`. */
export const LookUpNumbersInput = z.object({
  numbers: limitedList(Written, {
    min: 1,
    max: maxLookups,
    error: wrongList,
    tooMany: wrongList,
  }).meta({
    description: "Numbers as people write them, with a country code or in the form of `country`.",
    examples: [["48732129000", "+48 22 123 45 67"]],
  }),
  country: CountryCode.nullish().meta(country),
});

/** What is known of a number. */
export const NumberLookup = z.object({
  input: z.string().meta({
    description: "The number as you wrote it.",
    examples: ["+48 732 129 000"],
  }),
  number: z
    .string()
    .nullable()
    .meta({
      description:
        "The number in E.164 without the plus, as `to` of a message. Null if it is none.",
      examples: ["48732129000"],
    }),
  valid: z.boolean().meta({ description: "Whether the numbering plan of its country lists it." }),
  sendable: z.boolean().meta({
    description:
      "Whether `POST /api/sms` accepts it as a recipient, apart from opt-outs. True also for a range too new for the plan.",
  }),
  type: z
    .enum(numberTypes)
    .nullable()
    .meta({
      description: "What it is for, by the numbering plan. Null if it is no number.",
      examples: ["mobile"],
    }),
  country: z
    .string()
    .nullable()
    .meta({
      description: "Its country (ISO 3166). Null for networks of no country, such as satellites.",
      examples: ["PL"],
    }),
  country_code: z
    .string()
    .nullable()
    .meta({ description: "Its country code.", examples: ["48"] }),
  international: z
    .string()
    .nullable()
    .meta({
      description: "In international form.",
      examples: ["+48 732 129 000"],
    }),
  national: z
    .string()
    .nullable()
    .meta({
      description: "As it is dialed in its country.",
      examples: ["732 129 000"],
    }),
  range_holder: z
    .object({
      name: z.string().meta({ description: "The operator.", examples: ["Play"] }),
      source: z.literal(rangeSource).meta({ description: "Where that is from." }),
    })
    .nullable()
    .meta({
      description:
        "The operator that its range was given to. Null if nobody lists it. A ported number has another operator by now.",
    }),
  opted_out: z.boolean().meta({
    description: "Whether it wants no messages of any of your senders.",
  }),
  opted_out_senders: z.array(z.string()).meta({
    description: "Your senders that it wants no messages of; the first 100 by name.",
  }),
  problem: z.enum(numberProblems).nullable().meta({
    description: "Why no message can be sent to it, as a code.",
  }),
  detail: z.string().nullable().meta({ description: "The same in a sentence." }),
  suggestion: z.string().nullable().meta({
    description: "The number that is probably meant, in E.164 without the plus.",
  }),
});

export type NumberLookup = z.infer<typeof NumberLookup>;

/** What is known of several numbers, in their order. */
export const NumberLookups = z.object({
  data: z.array(NumberLookup).meta({ description: "One entry per number, in the same order." }),
});

export type NumberLookups = z.infer<typeof NumberLookups>;
