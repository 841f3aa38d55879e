import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OsimError } from "./osimError.ts";
import { columnOf, readStorage, writeStorage } from "./storage.ts";

const TABLE = `Coordinates
version=1
nRows=3
nColumns=3
inDegrees=yes

Units are S.I. units (second, meters, Newtons, ...)
endheader
time\thip\tpelvis_tx
 0.0\t 1.5\t-2e-3
 0.1\t 2.5\t 0
 0.2\t 3.5\t 4.25
`;

function refused(text: string, file = "a.sto"): OsimError {
  try {
    readStorage(text, file);
  } catch (error) {
    if (error instanceof OsimError) return error;
    throw error;
  }
  throw new Error("was not refused");
}

describe("tables of OpenSim", () => {
  it("reads names, columns and whether angles are in degrees", () => {
    const storage = readStorage(TABLE, "a.sto");
    expect(storage.name).toBe("Coordinates");
    expect(storage.labels).toEqual(["time", "hip", "pelvis_tx"]);
    expect(storage.inDegrees).toBe(true);
    expect([...(columnOf(storage, "pelvis_tx") as Float64Array)]).toEqual([-0.002, 0, 4.25]);
    expect(columnOf(storage, "knee")).toBeNull();
  });

  it("takes old motions for degrees, old storages for radians, and what a file says for what it is", () => {
    const old = "name walk\ndatacolumns 2\ndatarows 1\nrange 0 1\nendheader\ntime hip\n0 1\n";
    expect(readStorage(old, "walk.mot").inDegrees).toBe(true);
    expect(readStorage(old, "walk.mot").name).toBe("walk");
    expect(readStorage(old, "walk.sto").inDegrees).toBe(false);
    expect(readStorage(TABLE.replace("=yes", "=no"), "walk.mot").inDegrees).toBe(false);
    expect(readStorage(old.replace("range 0 1", "Angles are in degrees."), "a.sto").inDegrees).toBe(true);
  });

  it("reads Windows and Mac line ends, a byte-order mark, blank lines and time in any column", () => {
    for (const end of ["\r\n", "\r"]) {
      expect(readStorage(`\uFEFF${TABLE.replaceAll("\n", end)}`, "a.sto").nRows).toBe(3);
    }
    const moved = "t\nnRows=2\nnColumns=2\nendheader\n\nhip\ttime\n1\t0\n\n2\t1\n";
    expect(readStorage(moved, "a.sto").labels).toEqual(["time", "hip"]);
  });

  it("names the line of what is wrong, and a remedy", () => {
    expect(refused(TABLE.replace(" 2.5\t 0", " 2.5"))).toMatchObject({ code: "bad-table", line: 11 });
    expect(refused(TABLE.replace("3.5", "NaN"))).toMatchObject({ code: "bad-value", line: 12 });
    expect(refused(TABLE.replace("0.2", "0.05"))).toMatchObject({ code: "bad-table", line: 12 });
    expect(refused(TABLE.replace("nRows=3", "nRows=30")).message).toContain("promises 30 rows");
    expect(refused(TABLE.replace("nRows=3", "nRows=-1")).code).toBe("bad-table");
    expect(refused(TABLE.replace("endheader", "")).message).toContain("endheader");
    expect(refused(TABLE.replace("time\t", "t\t")).message).toContain("time");
    expect(refused("").code).toBe("bad-table");
    for (const error of [refused(TABLE.replace("3.5", "1e999")), refused("x\nendheader\n")]) {
      expect(error.remedy.length).toBeGreaterThan(5);
    }
  });

  it("reads back what it writes, times to the last digit", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 40 }),
        fc.boolean(),
        (numbers, inDegrees) => {
          const values = new Float64Array(2 * numbers.length);
          numbers.forEach((value, r) => {
            values[2 * r] = r / 3;
            values[2 * r + 1] = value;
          });
          const text = writeStorage({ name: "n", inDegrees, labels: ["time", "v"], values, precision: 12 });
          const storage = readStorage(text, "n.sto");
          expect(storage.inDegrees).toBe(inDegrees);
          numbers.forEach((value, r) => {
            expect(storage.columns[0][r]).toBe(r / 3);
            expect(Math.abs(storage.columns[1][r] - value)).toBeLessThanOrEqual(1e-12 + 1e-12 * Math.abs(value));
          });
        },
      ),
      { numRuns: 100 },
    );
  });

  it("answers any mutation with a table or a typed error, quickly", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: TABLE.length - 1 }),
        fc.string({ maxLength: 6 }),
        fc.nat(20),
        (at, put, cut) => {
          const text = TABLE.slice(0, at) + put + TABLE.slice(Math.min(TABLE.length, at + cut));
          try {
            expect(readStorage(text, "a.sto").nRows).toBeGreaterThan(0);
          } catch (error) {
            expect(error).toBeInstanceOf(OsimError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
