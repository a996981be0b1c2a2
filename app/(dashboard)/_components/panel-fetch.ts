import { markSignedOut } from "@/components/shell/live-stream";
import { AppError } from "@/lib/core/errors";

/** Asks our own API as the signed-in person. Throws with the server's sentence when it refuses. */
export async function panelFetch<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path, { headers: { Accept: "application/json" } });
  const answer = await response.json();
  if (response.ok) return answer as Answer;
  if (response.status === 401) markSignedOut();
  throw new AppError(answer.code ?? "internal", answer.detail ?? response.statusText);
}
