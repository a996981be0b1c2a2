"use client";

import { useEffect } from "react";
import { forgetAllDrafts } from "@/app/(dashboard)/send/draft-store";

/** Leaves no unsent text behind for whoever uses this browser next. */
export function ForgetDrafts() {
  // Here and not where signing out is asked for: what was typed a moment before is kept a moment later.
  useEffect(forgetAllDrafts, []);
  return null;
}
