/** Length of a new password. There is no rule about its characters: length is what makes it strong. */
export const passwordLength = { min: 12, max: 256 };
