"use client";

import { useState } from "react";
import { BodyField } from "@/components/body-field";

const example = "Your order 4417 leaves today. Odbiór możliwy od 9:00.";

/** The meter of the compose screen, to try without an account. */
export function SegmentMeter({ label }: { label: string }) {
  const [text, setText] = useState(example);
  return <BodyField label={label} value={text} onChange={setText} rows={3} />;
}
