/** Notes which elements get a listener for clicks: on some old screens nothing else tells that they are buttons. */
import type { BrowserContext } from "playwright";

export async function noteClickListeners(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const noted = Object.assign(new WeakSet<Element>(), { count: 0 });
    const real = EventTarget.prototype.addEventListener;
    EventTarget.prototype.addEventListener = function (
      this: EventTarget,
      ...asked: Parameters<typeof real>
    ) {
      if (
        /^(?:click|mouse(?:down|up)|pointer(?:down|up))$/.test(asked[0]) &&
        this instanceof Element
      ) {
        noted.add(this);
        noted.count += 1;
      }
      return Reflect.apply(real, this, asked);
    };
    Object.defineProperty(globalThis, "__bukaClicks", { value: noted });
  });
}
