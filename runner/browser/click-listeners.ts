/** Notes which elements get a listener for clicks: on some old screens nothing else tells that they are buttons. */
import type { BrowserContext } from "playwright";

export async function noteClickListeners(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const noted = new WeakSet<Element>();
    const real = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (
      this: EventTarget,
      ...asked: Parameters<typeof real>
    ) {
      if (
        /^(?:click|mouse(?:down|up)|pointer(?:down|up))$/.test(asked[0]) &&
        this instanceof Element
      )
        noted.add(this);
      return Reflect.apply(real, this, asked);
    };
    Object.defineProperty(globalThis, "__bukaClicks", { value: noted });
  });
}
