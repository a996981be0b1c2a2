/** The tables of the front page. Their first column begins where the headings do. */
export const tableLook = "w-full border-line border-b text-left";
export const headLook = "text-mute text-sm";
export const cellLook = "py-2 pr-4 last:pr-0 font-normal";
