/** How boxes to tick stand in the text of a whole page. */

export const tickSigns = { ticked: "☑", empty: "□" } as const;
