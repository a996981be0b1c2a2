import type { ReactNode } from "react";
import { PublicHeader } from "@/components/shell/public-header";
import { SayZone } from "@/components/shell/say-zone";
import { SkipLink } from "@/components/shell/skip-link";
import { currentSession } from "@/lib/sign-in/session";
import { WhatFollows } from "./_components/what-follows";

/** Around sign-up and sign-in: one column, left-aligned like everything else, and on wide screens what it is all for. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <SayZone />
      <PublicHeader isSignedIn={(await currentSession()) !== null} />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto grid max-w-[76rem] gap-x-24 px-4 py-10 outline-none sm:px-6 sm:py-16 lg:grid-cols-[26rem_minmax(0,1fr)]"
      >
        <div className="min-w-0 max-w-[26rem]">{children}</div>
        <WhatFollows />
      </main>
    </>
  );
}
