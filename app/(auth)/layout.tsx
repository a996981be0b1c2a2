import type { ReactNode } from "react";
import { PublicHeader } from "@/components/shell/public-header";
import { SkipLink } from "@/components/shell/skip-link";

/** Around sign-up and sign-in: one column, left-aligned like everything else. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <PublicHeader />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto max-w-[76rem] px-4 py-10 outline-none sm:px-6 sm:py-16"
      >
        <div className="max-w-[26rem]">{children}</div>
      </main>
    </>
  );
}
