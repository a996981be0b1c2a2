import { expect, test } from "vitest";
import { completePolishMobile } from "./polish-mobile";

test.each(["501600701", "530600701", "690600701", "732129000", "880600701"])(
  "%s, as it is written in Poland, is completed by 48",
  (digits) => {
    expect(completePolishMobile(digits)).toBe(`48${digits}`);
  },
);

test.each(["48501600701", "221234567", "50160070", "5016007011", "351312345", "", "+501600701"])(
  "%j is left alone",
  (digits) => {
    expect(completePolishMobile(digits)).toBeUndefined();
  },
);
