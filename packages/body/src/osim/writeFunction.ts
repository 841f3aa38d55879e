/** Functions → OpenSim's function objects. */
import type { FunctionDescription } from "../model/description.ts";
import { type Element, element, number, numbers } from "./writeXml.ts";

export function functionElement(f: FunctionDescription, name?: string): Element {
  switch (f.kind) {
    case "constant":
      return element("Constant", [number("value", f.value)], name);
    case "linear":
      return element("LinearFunction", [numbers("coefficients", f.coefficients)], name);
    case "polynomial":
      return element("PolynomialFunction", [numbers("coefficients", f.coefficients)], name);
    case "simmSpline":
      return element("SimmSpline", [numbers("x", f.x), numbers("y", f.y)], name);
    case "piecewiseLinear":
      return element("PiecewiseLinearFunction", [numbers("x", f.x), numbers("y", f.y)], name);
    case "multiplier":
      return element(
        "MultiplierFunction",
        [element("function", [functionElement(f.function)]), number("scale", f.scale)],
        name,
      );
    case "sine":
      return element(
        "Sine",
        [
          number("amplitude", f.amplitude),
          number("omega", f.omega),
          number("phase", f.phase),
          number("offset", f.offset),
        ],
        name,
      );
    case "gcvSpline":
      return element(
        "GCVSpline",
        [
          number("half_order", (f.degree + 1) / 2),
          number("error_variance", 0),
          numbers("x", f.x),
          numbers(
            "weights",
            f.x.map(() => 1),
          ),
          numbers("y", f.y),
        ],
        name,
      );
  }
}
