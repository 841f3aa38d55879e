import { evaluateFunction } from "../model/functions.ts";
import { COORDINATE_PRESCRIBED, type Data, type Model } from "../model/model.ts";

/** Sets prescribed coordinates from their functions of time, in place. Allocates nothing. */
export function setPrescribed(model: Model, data: Data, q: Float64Array, t_s: number): void {
  for (let i = 0; i < model.nCoordinates; i++) {
    if (model.coordinateKind[i] !== COORDINATE_PRESCRIBED) continue;
    evaluateFunction(model.functions, model.coordinatePrescribed[i], t_s, data.scratch.function3);
    q[i] = data.scratch.function3[0];
  }
}
