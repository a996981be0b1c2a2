/** Asks our own API as the signed-in person. Throws with the server's sentence when it refuses. */
export async function panelFetch<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path, { headers: { Accept: "application/json" } });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail ?? answer.title ?? response.statusText);
  return answer as Answer;
}
