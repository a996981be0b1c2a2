import { z } from "zod";
import { limitedList } from "../core/limited-list";
import { limitedText } from "../core/limited-text";
import { pageFields } from "../core/page-fields";
import type { Sentence } from "../core/sentence";
import { storableText } from "../core/storable-text";
import { worded, wordedIssue } from "../core/worded";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { isVariableName } from "../templates/parse-text";
import { contactSentences } from "./sentences";

/** Contacts of an account at most. */
export const maxContacts = 200_000;
/** Fields of a contact at most. */
export const maxFields = 30;
/** Characters of a field's value at most. */
export const maxFieldLength = 300;
/** Groups that one request may name. */
const maxGroupsNamed = 100;

const wrongNumber = contactSentences.wrongNumber;

const ContactNumber = limitedText(64, { error: wrongNumber, tooLong: wrongNumber })
  .transform((text) => text.trim().replace(/^\+/, ""))
  .refine((digits) => /^[1-9]\d{5,14}$/.test(digits), worded(wrongNumber))
  .meta({
    description: "The phone number in E.164, with or without the plus.",
    examples: ["48732129000"],
  });

/** Fields from outside: counted and measured before anything reads a value. */
export const ContactFields = z.preprocess(
  (value, context) => {
    const wrong = findWrongField(value);
    if (wrong === undefined) return value;
    context.addIssue(wordedIssue(wrong));
    return z.NEVER;
  },
  z
    .record(
      z.string(),
      z
        .string()
        .max(2 * maxFieldLength)
        .nullable(),
    )
    .meta({
      description: `What is known of the person, by the name of the variable: at most ${maxFields} fields of ${maxFieldLength} characters. An empty value or null removes a field.`,
      examples: [{ first_name: "Ada", city: "Łódź" }],
    }),
);

const wrongGroups = contactSentences.wrongGroups({ max: maxGroupsNamed });

const GroupIds = limitedList(limitedText(64), {
  max: maxGroupsNamed,
  error: wrongGroups,
  tooMany: wrongGroups,
});

/** `POST /api/contacts`. */
export const SaveContactInput = z.object({
  number: ContactNumber,
  fields: ContactFields.optional(),
  groups: GroupIds.optional().meta({ description: "IDs of groups to add the contact to." }),
});

/** `PATCH /api/contacts/{contact_id}`. */
export const UpdateContactInput = z
  .object({
    number: ContactNumber.optional(),
    fields: ContactFields.optional(),
    groups: GroupIds.optional().meta({
      description: "IDs of all groups the contact is in after that.",
    }),
  })
  .refine(
    ({ number, fields, groups }) =>
      number !== undefined || fields !== undefined || groups !== undefined,
    worded(contactSentences.nothingToChange),
  );

/** A contact as the API and the panel show it. */
export const ContactView = z.object({
  contact_id: z.string().meta({ description: "ID of the contact." }),
  number: z.string().meta({
    description: "The phone number in E.164 without the plus.",
    examples: ["48732129000"],
  }),
  fields: z
    .record(z.string(), z.string())
    .meta({ description: "What is known of the person, by the name of the variable." }),
  groups: z.array(z.string()).meta({ description: "IDs of the groups the contact is in." }),
  created_at: z.iso.datetime().meta({ description: "When it was created." }),
  updated_at: z.iso.datetime().meta({ description: "When it was last changed." }),
});

export type ContactView = z.infer<typeof ContactView>;

/** Where a list goes on. */
export const contactPage = pageFields({ with: "the same filter", maxCursor: 300 });

/** The query of `GET /api/contacts`. */
export const ListContactsQuery = z.object({
  q: limitedText(100)
    .transform(storableText)
    .optional()
    .meta({
      description: "Digits of the number, or text of a field; upper and lower case are the same.",
      examples: ["Ada"],
    }),
  group_id: limitedText(64).optional().meta({ description: "Only contacts in this group." }),
  ...contactPage,
});

export type ListContactsQuery = z.output<typeof ListContactsQuery>;

const nextCursor = z
  .string()
  .nullable()
  .meta({ description: "`cursor` of the next page; null when this is the last." });

/** A page of contacts, newest first. */
export const ContactPage = z.object({ data: z.array(ContactView), next_cursor: nextCursor });

function findWrongField(fields: unknown): Sentence | undefined {
  if (typeof fields !== "object" || fields === null || Array.isArray(fields)) {
    return contactSentences.wrongFields({ max: maxFields });
  }
  const entries = Object.entries(fields);
  if (entries.length > maxFields) return contactSentences.manyFields({ max: maxFields });
  for (const [name, value] of entries) {
    const wrong = findWrongEntry(name, value);
    if (wrong) return wrong;
  }
  return undefined;
}

function findWrongEntry(name: string, value: unknown): Sentence | undefined {
  if (name.length > 2 * 40 || !isVariableName(name) || name === "__proto__") {
    return contactSentences.wrongFieldName({ name: name.slice(0, 40).toWellFormed() });
  }
  if (value === null) return undefined;
  if (!isShortText(value)) return contactSentences.wrongValue({ name, max: maxFieldLength });
  return findForbiddenCharacter(value);
}

/** Counted in code points, and not at all where there are too many units. */
function isShortText(value: unknown): value is string {
  if (typeof value !== "string" || value.length > 2 * maxFieldLength) return false;
  return [...value].length <= maxFieldLength;
}
