import { countWords } from "@/components/status-words";
import { tookWords } from "@/components/ui/time-words";
import type { MessageView } from "@/lib/messages/contract";

/** How long a message took, counted from when it was due; null while that cannot be said. */
export function timing(message: MessageView): string | null {
  const { status, scheduled_at, created_at, ended_at, credits } = message;
  if (!ended_at) return null;
  if (status === "cancelled") return `${countWords(credits, "credit")} came back.`;
  const took = Date.parse(ended_at) - Date.parse(scheduled_at ?? created_at);
  return status === "delivered" ? `in ${tookWords(took)}` : `after ${tookWords(took)}`;
}
