import { markSignedOut } from "@/components/shell/live-stream";
import { AppError } from "@/lib/core/errors";
import { sentences } from "@/lib/core/sentence";
import type { PathParams } from "@/lib/operations/call-contract";
import { type PanelAnswers, type PanelPath, panelUrl } from "@/lib/operations/panel-contract";

/** The paths that return JSON, not a file or a stream. */
type FetchedPath = {
  [Path in PanelPath]: PanelAnswers[Path] extends Response ? never : Path;
}[PanelPath];

/** The API is English, so this has one wording. */
const { fromTheApi } = sentences("panel", {
  fromTheApi: ({ text }: { text: string }) => ({ en: text, pl: text }),
});

/**
 * What our own API returns to the signed-in person; `query` is empty or begins with `?`. Throws with the server's sentence
 * when it rejects the request.
 */
export async function panelFetch<Path extends FetchedPath>(
  path: Path,
  params: PathParams<Path>,
  query = "",
): Promise<PanelAnswers[Path]> {
  const response = await fetch(panelUrl(path, params, query), {
    headers: { Accept: "application/json" },
  });
  const answer = await response.json();
  if (response.ok) return answer as PanelAnswers[Path];
  if (response.status === 401) markSignedOut();
  const text = String(answer.detail ?? response.statusText);
  throw new AppError(answer.code ?? "internal", fromTheApi({ text }));
}
