import { describe, expect, it } from "vitest";
import { emptyRow, LandmarkRows, rowOf } from "./landmarkRows.ts";

describe("LandmarkRows", () => {
  it("keeps every row as it grows beyond what was expected", () => {
    const rows = new LandmarkRows(720, 1280, 3);
    for (let n = 0; n < 70; n++) {
      const row = emptyRow(n, n / 30, n / 100, n % 3);
      row.x_px.fill(n);
      row.visibility.fill(0.5);
      rows.push(row, n % 7 === 0);
    }
    const series = rows.series();
    expect([series.width_px, series.height_px, series.t_s.length, series.x_px.length]).toEqual([
      720,
      1280,
      70,
      70 * 33,
    ]);
    for (let n = 0; n < 70; n++) {
      const row = rowOf(series, n);
      expect(row.t_s).toBe(n / 30);
      expect(row.x_px.every((x) => x === n)).toBe(true);
      expect(row.y_px.every(Number.isNaN)).toBe(true);
      expect([row.people, series.swapped[n]]).toEqual([n % 3, n % 7 === 0 ? 1 : 0]);
    }
  });

  it("gives an empty series before the first row", () => {
    expect(new LandmarkRows(2, 2, null).series().x_px.length).toBe(0);
  });
});
