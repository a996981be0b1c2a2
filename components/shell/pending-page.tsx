"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { useWords } from "../language/use-words";
import { asksForPage, leadsOn } from "./leads-on";
import { PageSkeleton, skeletonOf } from "./page-skeleton";
import { shellWords } from "./words";

/** A page that is there sooner than this shows no skeleton. */
const skeletonAfterMs = 100;
/** A navigation that leads back here changes no address, so nothing else would end it. */
const giveUpMs = 15_000;

/**
 * The screen, and what says that another one was asked for: a mark with the click, and the other one's skeleton when
 * it takes longer. Not `loading.tsx`, whose pages stay skeletons without JavaScript and lose their 404 and redirects.
 */
export function PendingPage({ children }: { children: ReactNode }) {
  const words = useWords(shellWords);
  const { target, isLate } = usePending();
  const pathname = usePathname();
  const shape = target !== null && isLate && target !== pathname ? skeletonOf(target) : null;
  return (
    <>
      {target !== null && (
        <div
          role="progressbar"
          aria-label={words.loading}
          className="fixed inset-x-0 top-0 z-30 h-0.5 animate-pulse bg-ink"
        />
      )}
      {shape && <PageSkeleton shape={shape} />}
      <div hidden={shape !== null}>{children}</div>
    </>
  );
}

/** The path that was asked for and is not here yet; `isLate` once it lets wait. */
function usePending() {
  const [pending, setPending] = useState<{ target: string | null; isLate: boolean }>(none);
  const here = `${usePathname()}?${useSearchParams()}`;
  useEffect(() => setPending(none), [here]);
  useEffect(() => {
    const begin = (target: string) => setPending({ target, isLate: false });
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (!link || !leadsOn(event, link)) return;
      begin(link.pathname);
      const before = location.href;
      // After every handler: a link that opened something beside this page has changed the address, but not to its own.
      const onHandled = () => {
        if (location.href !== before && location.pathname !== link.pathname) setPending(none);
      };
      window.addEventListener("click", onHandled, { once: true });
    };
    const onSubmit = ({ target }: SubmitEvent) => {
      if (target instanceof HTMLFormElement && asksForPage(target)) begin(location.pathname);
    };
    // Before the router, which changes the address at once for what it has already.
    document.addEventListener("click", onClick, true);
    document.addEventListener("submit", onSubmit, true);
    return () => {
      document.removeEventListener("click", onClick, true);
      document.removeEventListener("submit", onSubmit, true);
    };
  }, []);
  const { target } = pending;
  useEffect(() => {
    if (target === null) return;
    const late = setTimeout(() => setPending({ target, isLate: true }), skeletonAfterMs);
    const end = setTimeout(() => setPending(none), giveUpMs);
    return () => {
      clearTimeout(late);
      clearTimeout(end);
    };
  }, [target]);
  return pending;
}

const none = { target: null, isLate: false };
