import { anchorCentres, DETECTOR_BOXES, DETECTOR_SIZE, decodeDetections, type Detection } from "./detection.ts";
import { decodeEstimate, type Estimate, LANDMARKER_SIZE, landmarkerOutput } from "./estimate.ts";
import type { Network } from "./network.ts";
import type { Picture } from "./picture.ts";
import { type Region, wholePicture } from "./region.ts";
import { warpInto } from "./warp.ts";

/** The two networks of one lane, from picture to picture pixels. One call at a time. */
export class PoseModel {
  readonly #detector: Network;
  readonly #landmarker: Network;
  readonly #anchors = anchorCentres();

  constructor(detector: Network, landmarker: Network) {
    this.#detector = detector;
    this.#landmarker = landmarker;
  }

  /** People in the whole picture, best first, looked for with the picture turned by `turn_deg` (0, 90, 180, 270). */
  async detect(picture: Picture, turn_deg: number): Promise<Detection[]> {
    const window = wholePicture(picture.width, picture.height, turn_deg);
    warpInto(picture, window, DETECTOR_SIZE, this.#detector.input(), -1, 1, "low");
    const outputs = await this.#detector.run();
    const boxes = outputs.find((output) => output.length === 12 * DETECTOR_BOXES);
    const logits = outputs.find((output) => output.length === DETECTOR_BOXES);
    if (!boxes || !logits) throw new Error("the detector's outputs are not those of the pose detector");
    return decodeDetections(boxes, logits, this.#anchors, window);
  }

  /** One estimate for each region, in their order. */
  async estimate(picture: Picture, regions: readonly Region[]): Promise<Estimate[]> {
    const estimates: Estimate[] = [];
    for (const region of regions) {
      warpInto(picture, region, LANDMARKER_SIZE, this.#landmarker.input(), 0, 1, "replicate");
      // one after the other: there is one input
      const outputs = await this.#landmarker.run(); // oxlint-disable-line no-await-in-loop
      estimates.push(decodeEstimate(landmarkerOutput(outputs), region));
    }
    return estimates;
  }

  dispose(): void {
    this.#detector.dispose();
    this.#landmarker.dispose();
  }
}
