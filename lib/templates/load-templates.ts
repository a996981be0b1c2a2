import { and, eq } from "drizzle-orm";
import { templates } from "@/drizzle/schema/templates";
import { type Actor, demandPermission } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";
import type { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { invalidFields } from "../core/invalid-fields";
import type { Sentence } from "../core/sentence";
import { findForbiddenCharacter } from "../sms/find-forbidden-character";
import { maxValueLength, maxVariables } from "./contract";
import { isVariableName, parseText, type Variable } from "./parse-text";
import { renderText } from "./render-text";
import { templateSentences } from "./sentences";
import { valuesOf } from "./values-of";

interface Wanted {
  actor: Actor;
  /** Bodies of `POST /api/sms`, which nobody has checked. */
  input: readonly unknown[];
}

type Parts = (string | Variable)[];

/** A send as it is validated: with its text in `body`, or why there is none. */
export type Fill = (wire: unknown) => unknown;

/**
 * Reads every template that these sends name, by one query or none, and returns what turns each send with `template_id`
 * and `variables` into one with the rendered `body`. For a wrong one it returns invalid_request, and a send without
 * them as it is. Throws forbidden without `send_messages`.
 */
export async function loadTemplates({ actor, input }: Wanted): Promise<Fill> {
  demandPermission(actor, "send_messages");
  const ids = new Set(
    input.filter(namesTemplate).flatMap(({ template_id }) => idIn(template_id) ?? []),
  );
  const texts = await readTexts(actor.accountId, [...ids]);
  return (wire) => (namesTemplate(wire) ? fill(wire, texts) : wire);
}

/** Whether a send has any field of a template; one property look-up each for those that have none. */
export function namesTemplate(wire: unknown): wire is Record<string, unknown> {
  if (typeof wire !== "object" || wire === null) return false;
  const { template_id = null, variables = null } = wire as Record<string, unknown>;
  return template_id !== null || variables !== null;
}

async function readTexts(accountId: string, ids: string[]): Promise<Map<string, Parts>> {
  if (ids.length === 0) return new Map();
  const rows = await db()
    .select({ id: templates.id, body: templates.body })
    .from(templates)
    .where(and(eq(templates.accountId, accountId), anyOf(templates.id, ids)));
  return new Map(rows.map(({ id, body }) => [id, parseText(body) ?? [body]]));
}

function fill(wire: Record<string, unknown>, texts: Map<string, Parts>): object | AppError {
  const { template_id: templateId = null, variables = null, ...rest } = wire;
  if (templateId === null) return wrong("variables", templateSentences.variablesWithoutTemplate);
  if ((rest["body"] ?? null) !== null) {
    return wrong("template_id", templateSentences.bodyAndTemplate);
  }
  const parts = texts.get(idIn(templateId) ?? "");
  if (!parts) return wrong("template_id", templateSentences.notFound);
  const refusals = findWrongValues(variables ?? {});
  if (refusals.length > 0) return invalidFields({ variables: refusals });
  const rendered = renderText(parts, valuesOf((variables ?? {}) as Record<string, string>));
  if ("text" in rendered) return { ...rest, body: rendered.text };
  if ("isTooLong" in rendered) return wrong("body", templateSentences.tooLong);
  const missing = rendered.missing.map((name) => templateSentences.missing({ name }));
  return invalidFields({ variables: missing });
}

function wrong(field: string, sentence: Sentence): AppError {
  return invalidFields({ [field]: [sentence] });
}

function idIn(templateId: unknown): string | undefined {
  if (typeof templateId !== "string" || templateId.length > 64) return undefined;
  return parsePublicId("tpl", templateId);
}

/** Counts the values before it looks at any, and their lengths before anything reads them. */
function findWrongValues(variables: unknown): Sentence[] {
  const max = maxVariables;
  if (typeof variables !== "object" || variables === null || Array.isArray(variables)) {
    return [templateSentences.wrongVariables({ max })];
  }
  const entries = Object.entries(variables);
  if (entries.length > max) return [templateSentences.wrongVariables({ max })];
  return entries.flatMap(([name, value]) => findWrongValue(name, value) ?? []);
}

function findWrongValue(name: string, value: unknown): Sentence | undefined {
  if (name.length > 2 * 40 || !isVariableName(name)) {
    return templateSentences.wrongVariableName({ name: name.slice(0, 40).toWellFormed() });
  }
  if (typeof value !== "string" || !isShort(value))
    return templateSentences.wrongVariable({ name, max: maxValueLength });
  return findForbiddenCharacter(value);
}

/** Counted in code points, and not at all where there are too many units. */
function isShort(value: string): boolean {
  return value.length <= 2 * maxValueLength && [...value].length <= maxValueLength;
}
