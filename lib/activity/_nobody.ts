/** Who acted, once nobody may be named any more. */
export const nobody = { actorLabel: null, address: null, userAgent: null };
