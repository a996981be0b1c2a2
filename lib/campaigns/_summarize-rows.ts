import type { CheckedRow, StoredRow } from "./_check-row";
import { findCauses } from "./_find-causes";
import type { RowTexts } from "./_row-text";
import { type CampaignSummary, rowStates } from "./contract";

type Sample = CampaignSummary["samples"][number];
type Causes = CampaignSummary["causes"];

const maxCauses = 20;
/** Different causes that are counted at most: texts with a thousand kinds of emoji are nobody's mistake. */
const maxKinds = 1000;

/** Adds up what a check finds, row by row. */
export class RowSums {
  private readonly states = new Map<string, number>(rowStates.map((state) => [state, 0]));
  private readonly segments = new Map<number, number>();
  private readonly causes = new Map<string, Causes[number]>();
  private readonly ready: number[] = [];
  private rows = 0;
  private credits = 0;
  private shortest: { sample: Sample; length: number } | undefined;
  private longest: { sample: Sample; length: number } | undefined;

  private readonly texts: RowTexts;

  constructor(texts: RowTexts) {
    this.texts = texts;
  }

  add({ checked, text }: { checked: CheckedRow; text: string | null }, { cells }: StoredRow): void {
    this.rows += 1;
    this.states.set(checked.state, (this.states.get(checked.state) ?? 0) + 1);
    if (text === null) return;
    const { position, segments, credits } = checked;
    this.ready.push(position);
    this.credits += credits;
    this.segments.set(segments, (this.segments.get(segments) ?? 0) + 1);
    this.addCauses({ text, segments }, cells);
    const sample = toSample(checked, text);
    const { length } = text;
    if (!this.shortest || length < this.shortest.length) this.shortest = { sample, length };
    if (!this.longest || length > this.longest.length) this.longest = { sample, length };
  }

  /** The position of the row in the middle of those that are ready. */
  get middle(): number | undefined {
    return this.ready[Math.floor(this.ready.length / 2)];
  }

  /** All of it, with the sample of the middle. */
  toSummary(middle: Sample | undefined): CampaignSummary {
    const of = (state: string) => this.states.get(state) ?? 0;
    const samples = [this.shortest?.sample, middle, this.longest?.sample];
    return {
      counts: {
        rows: this.rows,
        valid: of("ready"),
        empty: of("empty"),
        invalid: of("invalid"),
        landline: of("landline"),
        duplicate: of("duplicate"),
        opted_out: of("opted_out"),
        missing_variable: of("missing_variable"),
        too_long: of("too_long"),
      },
      segments: [...this.segments]
        .map(([segments, people]) => ({ segments, people }))
        .toSorted((a, b) => a.segments - b.segments),
      causes: [...this.causes.values()].toSorted((a, b) => b.people - a.people).slice(0, maxCauses),
      credits: this.credits,
      samples: [...new Map(samples.flatMap((each) => (each ? [[each.row, each]] : []))).values()],
    };
  }

  private addCauses(message: { text: string; segments: number }, cells: string[]): void {
    for (const cause of findCauses(message, cells, this.texts)) {
      const { segments } = message;
      const key = JSON.stringify([cause.character, cause.variable, segments]);
      const known = this.causes.get(key);
      if (known) known.people += 1;
      else if (this.causes.size < maxKinds) this.causes.set(key, { ...cause, people: 1, segments });
    }
  }
}

/** A message as it would be sent. */
export function toSample({ position, to, segments, credits }: CheckedRow, body: string): Sample {
  return { row: position, to: to ?? "", body, segments, credits };
}
