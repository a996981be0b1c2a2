import type { FormInput } from "@/lib/actions/form-input";
import { AppError } from "@/lib/core/errors";
import { coreSentences } from "@/lib/core/sentences";
import { replaySentences } from "./sentences";

const hourMs = 3_600_000;

export interface ReplayInput {
  kind: "failed_since" | "missing_since";
  /** ISO 8601. */
  since: string;
}

/** What to send again: since so many hours ago, or since a time given as ISO 8601. */
export function readReplayForm(form: FormInput, nowMs: number = Date.now()): ReplayInput {
  const kind = form["kind"] === "missing_since" ? "missing_since" : "failed_since";
  const since = form["since"] === "time" ? form["since_time"] : form["since"];
  const hours = Number(since);
  const at = hours > 0 ? new Date(nowMs - hours * hourMs) : new Date(String(since || Number.NaN));
  if (Number.isNaN(at.getTime())) {
    throw new AppError("invalid_request", coreSentences.wrongFields, {
      fields: { since_time: [replaySentences.noTime] },
    });
  }
  return { kind, since: at.toISOString() };
}

/** A pasted body: forms send each line break as CR LF, and pasting tends to leave one at the end. */
export function pastedBody(text: FormInput[string] | undefined): string {
  const lines = String(text ?? "").replaceAll("\r\n", "\n");
  let end = lines.length;
  // Not `/\n+$/`: on a long run of line breaks that is quadratic.
  while (lines[end - 1] === "\n") end -= 1;
  return lines.slice(0, end);
}
