import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { getPath } from "hono/utils/url";
import { AppError } from "../core/errors";
import { accountPlaces } from "../core/limits/account-places";
import { mediaTypes } from "../operations/operation";
import { bodyLimitOf } from "./body-limit-of";
import { endedEarly, tooLarge } from "./read-json";
import { apiSentences } from "./sentences";
import { uploadPrefix } from "./sweep-uploads";

/** How many files this process takes at once: each lies on the disk until it was read. */
const inPlace = accountPlaces({
  what: "uploads",
  perAccount: 2,
  perProcess: 16,
  retryAfterMs: 10_000,
});

/** Throws unsupported_media_type unless the body says that it is a file of a kind that is read here. */
export function demandFile(request: Request): void {
  const [type = ""] = (request.headers.get("content-type") ?? "").toLowerCase().split(";");
  if ((mediaTypes as readonly string[]).includes(type.trim())) return;
  throw new AppError("unsupported_media_type", apiSentences.noFile);
}

/**
 * Writes the body of a request to a file of its own and gives its path to `use`; afterwards it is gone, whatever
 * happens. Throws payload_too_large beyond the limit of the path (one that is declared was compared before),
 * rate_limited when the account has too many files on the way, invalid_request for a body that ends early, and what
 * `use` throws.
 */
export async function receiveFile<Result>(
  request: Request,
  accountId: string,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  return inPlace(accountId, async () => {
    const folder = await mkdtemp(uploadPrefix());
    try {
      const path = join(folder, "file");
      await writeBody(request, path);
      return await use(path);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
}

async function writeBody(request: Request, path: string): Promise<void> {
  // For its owner alone: a file has names and numbers.
  const file = await open(path, "wx", 0o600);
  try {
    await copyBody(request, file);
  } finally {
    await file.close();
  }
}

async function copyBody(request: Request, file: FileHandle): Promise<void> {
  const maxBytes = bodyLimitOf(getPath(request));
  const reader = request.body?.getReader();
  let length = 0;
  for (;;) {
    const read = await reader?.read().catch((error: unknown) => {
      throw endedEarly(error);
    });
    if (!read?.value) return;
    length += read.value.byteLength;
    // The rest stays unread; the connection ends with the response.
    if (length > maxBytes) throw tooLarge(maxBytes);
    await file.write(read.value);
  }
}
