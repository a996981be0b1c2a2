import type { LandingWords } from "../words";
import { Section } from "./section";
import { Strip } from "./strip";

const steps = [
  ["14:23:47.291", "accepted"],
  ["14:23:47.315", "sent"],
  ["14:23:48.364", "delivered"],
  ["14:23:48.402", "webhook"],
] as const;

/** The message of the hero, status by status, and one that failed. */
export function Follow({ words }: { words: LandingWords }) {
  return (
    <Section id="follow" title={words.followTitle} lead={words.follow}>
      <Strip states={["done", "done", "done", "done"]} className="h-3 w-full max-w-md" />
      <ol className="mt-3">
        {steps.map(([time, stage]) => (
          <li key={stage} className="flex flex-wrap gap-x-5 py-0.5 text-md">
            <span className="font-mono text-mute tabular-nums">{time}</span>
            {words.stages[stage]}
          </li>
        ))}
      </ol>
      <Strip states={["done", "done", "failed", "empty"]} className="mt-6 h-3 w-full max-w-md" />
      <p className="mt-3 flex flex-wrap gap-x-5 text-bad text-md">
        <span className="font-mono text-mute tabular-nums">14:22:52.108</span>
        {words.stages.failed}
      </p>
    </Section>
  );
}
