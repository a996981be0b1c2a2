"use client";

import { createContext, type ReactNode, use } from "react";
import { previewLinks } from "@/lib/links/preview-links";

const LinkOriginContext = createContext("http://localhost:3000");

interface LinkOriginProviderProps {
  /** The address that short links begin with, which need not be the one that a page was opened at. */
  origin: string;
  children: ReactNode;
}

/** Tells the forms that texts are written in how long a short link is. */
export function LinkOriginProvider({ origin, children }: LinkOriginProviderProps) {
  return <LinkOriginContext value={origin}>{children}</LinkOriginContext>;
}

/** Makes of a text with links what is sent, with codes that stand for those that are made then. */
export function useLinkPreview(): (text: string) => string {
  const origin = use(LinkOriginContext);
  return (text) => previewLinks(text, origin);
}
