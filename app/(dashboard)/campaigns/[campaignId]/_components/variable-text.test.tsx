import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { VariableText } from "./variable-text";

function offered(value: string): string[] {
  const html = renderToStaticMarkup(
    <VariableText value={value} onChange={() => undefined} mapping={[]} />,
  );
  return [...html.matchAll(/<button[^>]*class="link[^>]*>([^<]*)</g)].map(
    ([, words]) => words ?? "",
  );
}

test("look-alikes are offered for the text and for fallbacks, not for the names of variables", () => {
  expect(offered("Cześć {{imię}}!").join()).toMatch(/ś.*ć/);
  expect(offered("Cześć {{imię}}!").join()).not.toContain("ę");
  expect(offered("Hello {{imię|Gość}}!").join()).toMatch(/ś.*ć/);
  expect(offered("Hello {{imię|there}}!")).toEqual([]);
});
