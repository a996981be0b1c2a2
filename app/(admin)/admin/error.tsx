"use client";

import { errorDigest } from "@/components/error-digest";
import { FailedPage } from "@/components/failed-page";

/** A screen of the administration broke; the shell around it stays. */
export default function AdminError({ error, retry }: { error: unknown; retry: () => void }) {
  return <FailedPage digest={errorDigest(error)} retry={retry} />;
}
