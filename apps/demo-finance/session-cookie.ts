/** The cookie's name, shared by the gate and the session check. */
export const sessionCookie = "ZAIMUSID";
