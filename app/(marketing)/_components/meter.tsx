import type { LandingWords } from "../words";
import { LazyMeter } from "./lazy-meter";
import { Section } from "./section";

/** The meter of the compose screen, to try without an account. */
export function Meter({ words }: { words: LandingWords }) {
  return (
    <Section id="meter" title={words.meterTitle} lead={words.meter}>
      <LazyMeter label={words.tryText} example={words.meterExample} />
    </Section>
  );
}
