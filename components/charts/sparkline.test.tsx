import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Sparkline } from "./sparkline";

const pathOf = (values: (number | null)[]) =>
  renderToStaticMarkup(<Sparkline values={values} />).match(/ d="([^"]*)"/)?.[1];

test.each([
  ["first", [5, null, null], "M0 2L2 2"],
  ["in the middle", [null, 5, null], "M8 2L12 2"],
  ["last", [null, null, 5], "M18 2L20 2"],
])("a lone value that is %s is a dash within the ruler, 0 to 20", (_where, values, path) => {
  expect(pathOf(values)).toBe(path);
});

test("values beside each other are one line", () => {
  expect(pathOf([0, 5])).toBe("M0 24L10 2");
});
