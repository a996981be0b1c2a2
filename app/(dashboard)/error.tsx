"use client";

import { errorDigest } from "@/components/error-digest";
import { FailedPage } from "@/components/failed-page";

/** A signed-in screen broke; the shell around it stays. */
export default function DashboardError({ error, retry }: { error: unknown; retry: () => void }) {
  return <FailedPage digest={errorDigest(error)} retry={retry} />;
}
