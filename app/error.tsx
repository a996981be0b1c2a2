"use client";

import { errorDigest } from "@/components/error-digest";
import { FailedPage } from "@/components/failed-page";

/** The last net: anything that broke outside the signed-in screens. */
export default function RootError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="mx-auto max-w-[76rem] px-4 py-16 sm:px-6">
      <FailedPage digest={errorDigest(error)} retry={retry} />
    </main>
  );
}
