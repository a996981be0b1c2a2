"use client";

import { useState } from "react";
import { BodyField } from "@/components/body-field";

/** The text field of the compose screen with its segments and costly characters. */
export function SegmentMeter({ label, example }: { label: string; example: string }) {
  const [text, setText] = useState(example);
  return <BodyField label={label} value={text} onChange={setText} rows={3} />;
}
