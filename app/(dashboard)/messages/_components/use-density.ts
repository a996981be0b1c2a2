"use client";

import { useState } from "react";
import { remember } from "@/components/remember";
import { type Density, densityCookie } from "./density";

/** The height of the rows, which this browser remembers. */
export function useDensity(first: Density) {
  const [density, setDensity] = useState(first);
  const choose = (chosen: Density) => {
    remember(densityCookie, chosen);
    setDensity(chosen);
  };
  return [density, choose] as const;
}
