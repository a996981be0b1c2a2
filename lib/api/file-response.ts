const types = { csv: "text/csv", ndjson: "application/x-ndjson" } as const;

/** A log or a ledger as a file to keep, streamed as it is read; its type follows from the name's ending. */
export function fileResponse(
  content: ReadableStream<Uint8Array>,
  fileName: `${string}.${keyof typeof types}`,
): Response {
  const type = fileName.endsWith(".csv") ? types.csv : types.ndjson;
  return new Response(content, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${fileName}"`,
    },
  });
}
