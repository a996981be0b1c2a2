import { z } from "zod";
import { limitedText } from "../core/limited-text";
import { pageFields } from "../core/page-fields";
import { worded, wordedIssue } from "../core/worded";
import { maxTextLength } from "../sms/count-segments";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { findMarkPile } from "../sms/find-mark-pile";
import { isBlank } from "../sms/is-blank";
import { parseText } from "./parse-text";
import { templateSentences } from "./sentences";

/** Templates of an account at most. */
export const maxTemplates = 1000;
/** Places of a text where a variable stands at most, so that what is rendered stays bounded. */
export const maxPlaces = 100;
/** Variables with a value in one request at most. */
export const maxVariables = 100;
/** Characters of a value at most. */
export const maxValueLength = 300;

const longText = templateSentences.longText({ max: maxTextLength });

/** A text with variables, as templates and campaigns keep it. */
export const VariableText = limitedText(maxTextLength, {
  error: templateSentences.noText,
  tooLong: longText,
})
  .superRefine((value, context) => {
    const wrong =
      findForbiddenCharacter(value) ??
      findMarkPile(value) ??
      (isBlank(value) ? templateSentences.noText : wrongVariables(value));
    if (wrong) context.addIssue(wordedIssue(wrong));
  })
  .transform((value) => value.normalize("NFC"))
  .meta({
    description:
      "The text. `{{first_name}}` stands for a value, and `{{first_name|there}}` for “there” where there is none.",
    examples: ["Hi {{first_name|there}}, your parcel {{parcel}} arrives today."],
    minLength: 1,
    maxLength: maxTextLength,
  });

const TemplateName = limitedText(80, { error: templateSentences.noName })
  .trim()
  .min(1, worded(templateSentences.noName))
  .regex(/^\P{C}*$/u, worded(templateSentences.wrongName))
  .meta({
    description: "What the account calls it. Each template of an account has another name.",
    examples: ["Parcel today"],
  });

/** `POST /api/templates`. */
export const CreateTemplateInput = z.object({ name: TemplateName, body: VariableText });

/** `PATCH /api/templates/{template_id}`. */
export const UpdateTemplateInput = z
  .object({ name: TemplateName.optional(), body: VariableText.optional() })
  .refine(
    ({ name, body }) => name !== undefined || body !== undefined,
    worded(templateSentences.nothingToChange),
  );

/** A template as the API and the panel show it. */
export const TemplateView = z.object({
  template_id: z.string().meta({ description: "ID of the template." }),
  name: z.string().meta({ description: "What the account calls it." }),
  body: z.string().meta({ description: "The text with its variables." }),
  variables: z.array(z.object({ name: z.string(), required: z.boolean() })).meta({
    description: "The variables of the text. One without a fallback needs a value.",
  }),
  created_at: z.iso.datetime().meta({ description: "When it was created." }),
  updated_at: z.iso.datetime().meta({ description: "When it was last changed." }),
});

export type TemplateView = z.infer<typeof TemplateView>;

/** The query of `GET /api/templates`. */
export const ListTemplatesQuery = z.object({
  ...pageFields({ maxCursor: 300 }),
});

export type ListTemplatesQuery = z.output<typeof ListTemplatesQuery>;

/** A page of templates, newest first. */
export const TemplatePage = z.object({
  data: z.array(TemplateView),
  next_cursor: z
    .string()
    .nullable()
    .meta({ description: "`cursor` of the next page; null when this is the last." }),
});

/** What `POST /api/sms` takes instead of `body`; checked by `fillTemplates`. */
export const templateFields = {
  template_id: z
    .string()
    .nullish()
    .meta({
      description: "A template instead of `body`.",
      examples: ["tpl_01HQX7Z8RNQK5ZF8TBPNT2YFKA"],
    }),
  variables: z
    .record(z.string(), z.string().max(maxValueLength))
    .nullish()
    .meta({
      description: `Values for the variables of the template, at most ${maxVariables}. An empty one is none: the fallback stands for it.`,
      examples: [{ first_name: "Ada", parcel: "00559007" }],
    }),
};

function wrongVariables(text: string) {
  const parts = parseText(text);
  if (!parts) return templateSentences.wrongBraces;
  const places = parts.filter((part) => typeof part !== "string").length;
  return places > maxPlaces ? templateSentences.manyVariables({ max: maxPlaces }) : undefined;
}
