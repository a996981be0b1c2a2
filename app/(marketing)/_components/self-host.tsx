import { CodeBlock } from "@/components/ui/code-block";
import type { LandingWords } from "../words";
import { Section } from "./section";

/** How to run it on your machines. */
export function SelfHost({ words }: { words: LandingWords }) {
  return (
    <Section id="self-host" title={words.hostTitle} lead={words.host}>
      <CodeBlock
        label={words.clone}
        code={"npm start\n\nROLE=web npm start\nROLE=api npm start\nROLE=worker npm start"}
      />
      <Processes />
    </Section>
  );
}

const boxes = [
  { x: 0, y: 62, text: "HTTP" },
  { x: 150, y: 0, text: "web" },
  { x: 150, y: 62, text: "api" },
  { x: 300, y: 124, text: "worker" },
  { x: 300, y: 31, text: "PostgreSQL" },
  { x: 450, y: 62, text: "SMS API" },
  { x: 450, y: 124, text: "webhooks" },
];

const lines = [
  "M110 78h20V16h20",
  "M110 78h40",
  "M260 16h20v31h20",
  "M260 78h20V47h20",
  "M355 63v61",
  "M410 140h20V78h20",
  "M410 140h40",
];

/** Which part connects to which. The section's text describes the same. */
function Processes() {
  return (
    <svg
      viewBox="-1 -1 562 158"
      aria-hidden="true"
      className="mt-6 w-full max-w-2xl max-sm:hidden"
      fill="none"
    >
      {lines.map((path) => (
        <path key={path} d={path} className="stroke-control" />
      ))}
      {boxes.map(({ x, y, text }) => (
        <g key={text}>
          <rect x={x} y={y} width="110" height="32" className="fill-panel stroke-control" />
          <text
            x={x + 55}
            y={y + 21}
            textAnchor="middle"
            className="fill-ink font-mono text-[13px]"
          >
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}
