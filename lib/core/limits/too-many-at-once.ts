import { AppError } from "../errors";
import { coreSentences } from "../sentences";

const sentenceOf = {
  batches: coreSentences.tooManyBatches,
  campaigns: coreSentences.tooManyCampaigns,
  downloads: coreSentences.tooManyDownloads,
  reads: coreSentences.tooManyReads,
  uploads: coreSentences.tooManyUploads,
};

/** The error for a piece of work beyond the maximum that an account may have in progress. */
export function tooManyAtOnce(
  what: keyof typeof sentenceOf,
  { max, retryAfterMs }: { max: number; retryAfterMs: number },
): AppError {
  const sentence = sentenceOf[what]({ max, seconds: retryAfterMs / 1000 });
  return new AppError("rate_limited", sentence, { retryAfterMs });
}
