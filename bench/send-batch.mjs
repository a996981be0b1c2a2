const limitMs = 120_000;

/** Messages of a batch: texts and recipients differ, also from those of any other batch. */
export function messagesOf(count, { first = Math.floor(Math.random() * 800_000_000), to } = {}) {
  return Array.from({ length: count }, (_, place) => {
    const n = String(first + place).padStart(9, "0");
    return { from: "Bench", to: to ?? `4873212${n.slice(-4)}`, body: `Your login code: ${n}` };
  });
}

/** Posts a batch, as JSON text already, and resolves to how many messages were accepted. */
export async function sendBatch({ url, token, body }) {
  const response = await fetch(`${url}/api/sms/batch`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body,
    signal: AbortSignal.timeout(limitMs),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`a batch got ${response.status}: ${answer.detail}`);
  return answer.accepted;
}
