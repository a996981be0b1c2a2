import { expect, test } from "vitest";
import { csvLine } from "./csv-line";

test.each([
  [["a", 1, null, undefined], "a,1,,\r\n"],
  [["a,b", 'say "hi"', "two\nlines"], '"a,b","say ""hi""","two\nlines"\r\n'],
  [["=1+1", "+48+1", "-1", "@x", "\tx"], "'=1+1,'+48+1,'-1,'@x,'\tx\r\n"],
  [["＝1+1", "＠x", "＋1", "－1", "−1", "﹦1"], "'＝1+1,'＠x,'＋1,'－1,'−1,'﹦1\r\n"],
  [["\n=1", "\nx", "\r\nx"], `"'\n=1","'\nx","'\r\nx"\r\n`],
  [
    [" =1", "\u00a0\u3000@x", "\uFEFF=1", "\u200b+1 2"],
    "' =1,'\u00a0\u3000@x,'\uFEFF=1,'\u200b+1 2\r\n",
  ],
  [["\u0000=1", "\u001b=1", "\u202e=1", "\u0085@x"], "'=1,'=1,'=1,'@x\r\n"],
  [[" a", "a=1", "a\n=1"], ' a,a=1,"a\n=1"\r\n'],
  [["Or\u202Eange\u001b[2J\u0007\u009b", "\u2067a\u2069\u200f\u061c"], "Orange[2J,a\r\n"],
  [["a;b"], '"a;b"\r\n'],
  [[-1, -0.5], "-1,-0.5\r\n"],
  [["=cmd|' /C calc'!A0, x"], `"'=cmd|' /C calc'!A0, x"\r\n`],
  [[-3, 0.5, "-3"], "-3,0.5,'-3\r\n"],
  [["+48732129000"], "+48732129000\r\n"],
  [[new Date("2026-05-15T14:23:47.291Z")], "2026-05-15T14:23:47.291Z\r\n"],
])("%j is written as %j", (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

test("cells can be parted by semicolons, and a cell that has one or a comma stays one cell", () => {
  expect(csvLine(["a", "b;c", "1,5", 2], ";")).toBe('a;"b;c";"1,5";2\r\n');
  expect(csvLine([12.05, -0.12, "12.05"], ";")).toBe("12,05;-0,12;12.05\r\n");
  expect(csvLine([12.05, -0.12])).toBe("12.05,-0.12\r\n");
});
