import localFont from "next/font/local";

// Next reads these calls at build time, so ranges and weights must be literals here.
// The face of the text is there at the first paint or not before the next page: swapping it while someone reads
// breaks lines anew (0.19 of shift on a slow phone). Code may swap, every character of it is as wide in any face.
const uiLatin = localFont({
  src: "./fonts/instrument-sans-latin-wght-normal.woff2",
  variable: "--font-ui-latin",
  weight: "400 600",
  display: "optional",
  // _styles/fonts.css has one that is on more systems.
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    },
  ],
});

// The sixteen letters of Polish out of the next file: they have to be there as soon as the others, or words mix two faces.
const uiPolish = localFont({
  src: "./fonts/instrument-sans-polish-wght-normal.woff2",
  variable: "--font-ui-polish",
  weight: "400 600",
  display: "optional",
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0104-0107,U+0118-0119,U+0141-0144,U+015A-015B,U+0179-017C",
    },
  ],
});

const uiLatinExt = localFont({
  src: "./fonts/instrument-sans-latin-ext-wght-normal.woff2",
  variable: "--font-ui-latin-ext",
  weight: "400 700",
  display: "optional",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

// Most code is ASCII: 12 kB instead of 40, without the ligatures that base.css turns off anyway.
const monoAscii = localFont({
  src: "./fonts/jetbrains-mono-ascii-wght-normal.woff2",
  variable: "--font-mono-ascii",
  weight: "400 600",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0020-007E,U+00A0,U+00B7,U+00D7,U+2013-2014,U+201C-201E,U+2026,U+2192,U+2212",
    },
  ],
});

const monoLatin = localFont({
  src: "./fonts/jetbrains-mono-latin-wght-normal.woff2",
  variable: "--font-mono-latin",
  weight: "100 800",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0000-001F,U+007F-009F,U+00A1-00B6,U+00B8-00D6,U+00D8-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-2012,U+2015-201B,U+201F-2025,U+2027-206F,U+20AC,U+2122,U+2191,U+2193,U+2215,U+FEFF,U+FFFD",
    },
  ],
});

const monoLatinExt = localFont({
  src: "./fonts/jetbrains-mono-latin-ext-wght-normal.woff2",
  variable: "--font-mono-latin-ext",
  weight: "100 800",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

/** The class names that put the packaged fonts behind the font variables of theme.css. */
export const fontVariables = [uiLatin, uiPolish, uiLatinExt, monoAscii, monoLatin, monoLatinExt]
  .map((font) => font.variable)
  .join(" ");
