/** The picture of the screen at which a case stopped. */
import type { Scene } from "./scene.ts";

/** The picture explains the stop; failing to take it must not hide the reason. */
export async function keepStopPictures(scene: Scene): Promise<void> {
  try {
    const drawn = scene.stopPictures.length > 0;
    const pictures = drawn ? scene.stopPictures : await scene.stage.pictures();
    for (const png of pictures) await scene.evidence.picture("stopped", png);
  } catch (error) {
    scene.log.error("runner.picture-failed", { reason: error instanceof Error ? error.name : "?" });
  }
}
