import { and, eq, type SQL } from "drizzle-orm";
import { templates } from "@/drizzle/schema/templates";
import type { Actor } from "../core/actor";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { codeOf } from "../core/to-app-error";
import { templateSentences } from "./sentences";

/** SQLSTATE of a unique violation (PostgreSQL, appendix A): the name is used. */
const uniqueViolation = "23505";

/** The condition for one template of the actor's account. Throws not_found for what is no ID. */
export function whichTemplate(
  actor: Pick<Actor, "accountId">,
  templateId: string,
): SQL | undefined {
  const id = parsePublicId("tpl", templateId.slice(0, 64));
  if (!id) throw noSuchTemplate();
  return and(eq(templates.accountId, actor.accountId), eq(templates.id, id));
}

/** The one way to say that there is no such template. */
export function noSuchTemplate(): AppError {
  return new AppError("not_found", templateSentences.notFound);
}

/** A change that failed because the name is used, as conflict; every other failure as it is. */
export function translateUsedName(error: unknown): unknown {
  if (codeOf(error) !== uniqueViolation) return error;
  return new AppError("conflict", templateSentences.usedName, { cause: error });
}

/** Templates serve both modes: a test token may add one, but not change what live messages say. Throws forbidden. */
export function demandLive({ mode }: Pick<Actor, "mode">): void {
  if (mode === "test") throw new AppError("forbidden", templateSentences.testToken);
}
