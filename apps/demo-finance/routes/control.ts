/** Changes faults while the system runs. Needs the token printed at start; not part of the product that clerks see. */
import type { Hono } from "hono";
import { z } from "zod";
import { DemoFinanceError } from "../demo-finance-error.ts";
import type { WebEnv, World } from "../world.ts";

const orderSchema = z.strictObject({
  /** Replaces all faults in force. */
  faults: z.array(z.string()).optional(),
  /** User id whose lock is taken away. */
  unlock: z.string().optional(),
});

export function addControlRoutes(app: Hono<WebEnv>, world: World): void {
  app.use("/__control", async (c, next) => {
    if (c.req.header("x-control-token") !== world.controlToken) return c.notFound();
    await next();
    return undefined;
  });
  app.get("/__control", (c) =>
    c.json({ faults: world.faults.specs(), counts: world.log.counts() }),
  );
  app.post("/__control", async (c) => {
    const order = orderSchema.safeParse(await c.req.json().catch(() => null));
    if (!order.success) return c.json({ error: z.prettifyError(order.error) }, 400);
    try {
      if (order.data.faults !== undefined) world.faults.replace(order.data.faults);
    } catch (error) {
      if (error instanceof DemoFinanceError) return c.json({ error: error.message }, 400);
      throw error;
    }
    if (order.data.unlock !== undefined) world.sessions.unlock(order.data.unlock);
    return c.json({ faults: world.faults.specs(), counts: world.log.counts() });
  });
}
