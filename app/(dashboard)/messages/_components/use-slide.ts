"use client";

import { useLayoutEffect, useRef } from "react";

/**
 * Lets rows slide down as new ones come on top, without a shift of the layout: the rows are pulled up by what
 * was added (`--pulled`, on what stands before the first), so that every known row keeps its place, and a
 * transform, which is none, moves the block down. What is pulled adds up.
 */
export function useSlide(ids: readonly string[]) {
  const body = useRef<HTMLTableSectionElement>(null);
  const before = useRef(ids[0]);
  const pulledPx = useRef(0);
  const [newestId] = ids;
  useLayoutEffect(() => {
    const known = before.current;
    before.current = newestId;
    const rows = body.current;
    if (!rows || known === undefined) return;
    const addedPx = known === newestId ? 0 : distanceTo(rows, known);
    if (addedPx > 0) {
      pulledPx.current += addedPx;
      slide(rows, pulledPx.current);
    }
    // What is pulled up leaves no gap below.
    if (pulledPx.current > 0) rows.style.height = `${heightOf(rows)}px`;
  }, [ids, newestId]);
  return body;
}

/** How far below the first row another one is; 0 when it is gone. */
function distanceTo(rows: HTMLElement, id: string): number {
  const row = rows.querySelector(`[data-message="${id}"]`);
  const first = rows.firstElementChild;
  if (!row || !first) return 0;
  return row.getBoundingClientRect().top - first.getBoundingClientRect().top;
}

function heightOf({ firstElementChild: first, lastElementChild: last }: HTMLElement): number {
  if (!first || !last) return 0;
  return last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
}

function slide(rows: HTMLElement, pulledPx: number): void {
  // A slide that is still under way goes on from where it is.
  const { transform } = getComputedStyle(rows);
  const end = `translateY(${pulledPx}px)`;
  for (const running of rows.getAnimations()) running.cancel();
  rows.style.setProperty("--pulled", `-${pulledPx}px`);
  rows.style.transform = end;
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  rows.animate([{ transform }, { transform: end }], { duration: 180, easing: "ease-out" });
}
