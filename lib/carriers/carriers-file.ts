import { z } from "zod";
import { parsePublicId } from "../core/ids";
import type { CarrierKind } from "./carrier";
import { carrierKinds } from "./carrier-kinds";
import { settingsOf } from "./settings";

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/, "must have 1 to 40 of a–z, 0–9, - and _")
  .describe("Its name: on messages, in routes, and in the address of its callbacks.");

/** What the entry of every carrier may say, whatever its kind. */
const common = {
  name,
  rate: z
    .number()
    .min(0.001)
    .max(10_000)
    .optional()
    .describe("Message parts per second, over all processes; unlimited by default."),
  burst: z
    .number()
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe("Parts that may leave immediately after a pause; one second's worth by default."),
  from: z
    .array(z.string().min(1).max(20))
    .min(1)
    .max(1000)
    .optional()
    .describe("Senders it may use; * stands for any characters. Any sender by default."),
  replace_from: z
    .string()
    .min(1)
    .max(20)
    .optional()
    .describe("Used in place of a sender that is not in `from`; without it the message fails."),
  ambiguous: z
    .enum(["hold", "resend"])
    .default("hold")
    .describe(
      "A message that the carrier may have accepted: hold it until its receipt arrives, or resend it and risk a second copy.",
    ),
};

/** What every carrier's entry says besides the settings of its kind. */
export type CommonSettings = z.output<z.ZodObject<typeof common>>;

/** An entry as a kind reads it: what is common, and the rest for the kind itself. */
export const Common = z.object(common);

/** The names of the settings that every kind has. */
export const commonNames = ["kind", ...Object.keys(common)];

const route = z.strictObject({
  to: z
    .string()
    .regex(
      /^(\*|\+?[0-9]{1,15})$/,
      "must be * or the first digits of a number with its country code",
    )
    .transform((to) => to.replace("+", ""))
    .optional()
    .describe(
      "First digits of the recipient, with the country code; * for any. The longest one wins.",
    ),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "must be a country code such as PL")
    .optional()
    .describe("ISO 3166 code of the recipient's country, in place of `to`."),
  account: z
    .string()
    .min(1)
    .max(64)
    .transform((id) => parsePublicId("acc", id) ?? id)
    .optional()
    .describe("ID of the only account it is for, as in `account list`."),
  from: z
    .string()
    .min(1)
    .max(20)
    .optional()
    .describe("Sender it is for; * stands for any characters."),
  class: z
    .enum(["transactional", "bulk"])
    .optional()
    .describe("Kind of messages it is for: single ones, or one text to many."),
  carrier: z.string().describe("Name of the carrier."),
  priority: z
    .number()
    .int()
    .min(1)
    .max(100)
    .default(1)
    .describe(
      "Routes with the lowest number are used first; the next ones while no carrier of the lower number accepts messages.",
    ),
  weight: z
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(1)
    .describe("Share of the messages among routes of the same priority."),
  cost: z.number().min(0).max(1000).optional().describe("What the carrier charges per part."),
});

/** A route as it is used: everything optional is either there or not, and nothing else. */
export type Route = z.output<typeof route>;

/** The file as a whole; what a kind wants of its entry is checked by the kind. */
export const CarriersFile = z.strictObject({
  $schema: z.string().optional(),
  carriers: z
    .array(z.looseObject({ name, kind: z.string() }))
    .max(100)
    .default([]),
  routes: z
    .array(
      route.refine(({ to, country }) => (to === undefined) !== (country === undefined), {
        error: "must have either to or country",
      }),
    )
    .max(10_000)
    .default([]),
});

/** The JSON Schema of `carriers.json`, for editors. */
export function carriersFileSchema(): object {
  const kinds = carrierKinds.map((kind) => entrySchema(kind));
  const file = z.toJSONSchema(CarriersFile, { io: "input", target: "draft-7" });
  const { carriers } = file.properties ?? {};
  return {
    title: "Carriers and routes",
    ...file,
    properties: { ...file.properties, carriers: { ...Object(carriers), items: { anyOf: kinds } } },
  };
}

function entrySchema({ kind, settings }: CarrierKind): object {
  const entry = z.strictObject({ ...common, kind: z.literal(kind), ...settingsOf(settings) });
  return z.toJSONSchema(entry, { io: "input", target: "draft-7", unrepresentable: "any" });
}
