import type { CommonSettings } from "./carriers-file";
import { matchesPattern } from "./matches-pattern";

/** The sender that a carrier uses for a message: its own, or what its settings replace it with; undefined if neither. */
export function senderAt(
  { from: allowed, replace_from: replacement }: CommonSettings,
  sender: string,
): string | undefined {
  if (!allowed || allowed.some((pattern) => isSender(sender, pattern))) return sender;
  return replacement;
}

/** A number may be written with a plus in the file. */
function isSender(sender: string, pattern: string): boolean {
  return matchesPattern(sender.replace(/^\+/, ""), pattern.replace(/^\+/, ""));
}
