"use client";

import { useState } from "react";
import { type Density, densityCookie } from "./density";

const yearSeconds = 31_536_000;

/** The height of the rows, which this browser remembers. */
export function useDensity(first: Density) {
  const [density, setDensity] = useState(first);
  const choose = (chosen: Density) => {
    // biome-ignore lint/suspicious/noDocumentCookie: cookieStore is absent on plain http.
    document.cookie = `${densityCookie}=${chosen}; path=/; max-age=${yearSeconds}; samesite=lax`;
    setDensity(chosen);
  };
  return [density, choose] as const;
}
