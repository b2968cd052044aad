/** Waiting without fixed sleeps: short pauses between looks, and limits on promises. */

/** Only between two looks of a loop that has its own limit. */
export function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}

/** Null when the promise takes longer; it is left alone then. */
export async function within<T>(work: Promise<T>, millis: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), millis);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}
