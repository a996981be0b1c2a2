// Prints all messages of the last day, newest first, one page after the other.
async function* messagesSince(since) {
  let cursor = null;
  do {
    const url = new URL("http://localhost:3000/api/sms");
    url.searchParams.set("since", since.toISOString());
    url.searchParams.set("limit", "100");
    if (cursor) url.searchParams.set("cursor", cursor);
    const response = await fetch(url, {
      headers: { Authorization: `Bearer ${process.env.ACTIO_TOKEN}` },
      signal: AbortSignal.timeout(30_000),
    });
    const page = await response.json();
    if (!response.ok) throw new Error(page.detail);
    yield* page.data;
    cursor = page.next_cursor;
  } while (cursor);
}

try {
  for await (const message of messagesSince(new Date(Date.now() - 86_400_000))) {
    console.log(message.message_id, message.status, message.to);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
