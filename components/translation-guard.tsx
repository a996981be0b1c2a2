"use client";

import { surviveTranslation } from "./survive-translation";

if (typeof document !== "undefined") surviveTranslation(document);

/** Lets a browser translate the page; its code runs as it loads, before React takes the page over. */
export function TranslationGuard() {
  return null;
}
