"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { TextField } from "@/components/ui/text-field";
import { wholeNumber } from "@/lib/core/whole-number";
import { maxMessages } from "../calculator-input";
import { pricingWords } from "../words";
import { VolumeRuler } from "./volume-ruler";
import { nearestStop, volumeStops } from "./volume-scale";

interface VolumePartProps {
  messages: number;
  tierStarts: readonly number[];
  isWrong: boolean;
  onChange: (messages: number) => void;
}

/** How many messages: as a number, or by a slider on a logarithmic scale. */
export function VolumePart({ messages, tierStarts, isWrong, onChange }: VolumePartProps) {
  const words = useWords(pricingWords);
  const [typed, setTyped] = useState(String(messages));
  const [isRefused, setRefused] = useState(isWrong);
  return (
    <div className="grid gap-4">
      <TextField
        label={words.messages}
        name="n"
        inputMode="numeric"
        autoComplete="off"
        isMono
        className="max-w-[16rem]"
        value={typed}
        error={isRefused ? words.wrongMessages : undefined}
        onChange={({ target: { value } }) => {
          const count = wholeNumber(value, maxMessages);
          setTyped(value);
          setRefused(count === null);
          if (count !== null) onChange(count);
        }}
      />
      <div className="noscript:hidden">
        <VolumeRuler messages={messages} tierStarts={tierStarts} />
        <input
          type="range"
          aria-label={words.slider}
          aria-valuetext={words.sliderValue(messages)}
          min={0}
          max={volumeStops.length - 1}
          value={nearestStop(messages)}
          onChange={({ target: { value } }) => {
            const count = volumeStops[Number(value)] ?? messages;
            setTyped(String(count));
            setRefused(false);
            onChange(count);
          }}
          className="mt-1 h-6 w-full cursor-pointer accent-petrol max-sm:h-11"
        />
      </div>
    </div>
  );
}
