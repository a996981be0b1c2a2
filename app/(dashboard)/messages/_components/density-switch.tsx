"use client";

import { Rows2, Rows4 } from "lucide-react";
import { useWords } from "@/components/language/use-words";
import { logWords } from "../words";
import type { Density } from "./density";

interface DensitySwitchProps {
  density: Density;
  onChoose: (density: Density) => void;
}

/** Makes the rows taller and back. Where messages are lists of two lines there is nothing to choose. */
export function DensitySwitch({ density, onChoose }: DensitySwitchProps) {
  const words = useWords(logWords);
  const isRoomy = density === "roomy";
  const Icon = isRoomy ? Rows2 : Rows4;
  return (
    <button
      type="button"
      aria-pressed={isRoomy}
      aria-label={words.roomy}
      title={words.density[density]}
      onClick={() => onChoose(isRoomy ? "compact" : "roomy")}
      className="@max-xl:hidden grid size-8 place-items-center rounded-control text-mute hover:text-ink"
    >
      <Icon className="size-4" aria-hidden="true" />
    </button>
  );
}
