import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OsimError } from "./osimError.ts";
import { parseXml } from "./xml.ts";

function failure(text: string): OsimError {
  try {
    parseXml(text, "test.xml");
  } catch (error) {
    if (error instanceof OsimError) return error;
    throw error;
  }
  throw new Error("it was accepted");
}

describe("parseXml", () => {
  it("reads elements, attributes, text and their lines", () => {
    const root = parseXml(
      `<?xml version="1.0"?>\n<!-- a -- b -->\n<a x='1'\n y="&lt;&#65;&#x42;">\n t <b/> u\n<c>\n5</c></a>\n`,
      "f",
    );
    expect(root.name).toBe("a");
    expect(root.line).toBe(3);
    expect([...root.attributes]).toEqual([
      ["x", "1"],
      ["y", "<AB"],
    ]);
    expect(root.text).toBe("t u");
    expect(root.children.map((c) => [c.name, c.line, c.text])).toEqual([
      ["b", 5, ""],
      ["c", 6, "5"],
    ]);
  });

  it("takes a lone ampersand, character data, a byte order mark and Windows lines", () => {
    const root = parseXml("\uFEFF<a>\r\nDelp & Loan<![CDATA[ <x> ]]>\r\n<b/></a>", "f");
    expect(root.text).toBe("Delp & Loan<x>");
    expect(root.children[0].line).toBe(3);
  });

  it("lets the document be closed twice, as some of OpenSim's own examples do", () => {
    expect(parseXml("<IKTaskSet></IKTaskSet>\n</OpenSimDocument>\n", "f").name).toBe("IKTaskSet");
    expect(failure("<a></a></b>").code).toBe("xml-syntax");
  });

  it.each([
    ["<!DOCTYPE a [<!ENTITY x 'boom'>]><a>&x;</a>", 1],
    ["<a>\n&x;</a>", 2],
    ['<a>\n<b c="&bomb;"/></a>', 2],
    ["<a>\n<!ENTITY x SYSTEM 'file:///etc/passwd'></a>", 2],
  ])("refuses entities and document types: %s", (text, line) => {
    expect(failure(text)).toMatchObject({ code: "xml-entity", file: "test.xml", line });
  });

  it.each([
    ["<a>\n<b>\n</a>", 3],
    ["<a>\n<b", 2],
    ["<a>\n<b x=1/></a>", 2],
    ["<a>\n<b x='1' x='2'/></a>", 2],
    ["<a>\n<!-- never closed </a>", 2],
    ["<a/>\n<b/>", 2],
    ["<a/>\ntext", 2],
    ["\n", 2],
    ["<a>\n<1/></a>", 2],
    ["<a>&#0;</a>", 1],
  ])("points at what is not well formed: %j", (text, line) => {
    const error = failure(text);
    expect(error.code).toBe("xml-syntax");
    expect(error.line).toBe(line);
    expect(error.remedy).not.toBe("");
    expect(error.message).toContain("test.xml");
  });

  it("limits depth, size and number", () => {
    const deep = `${"<a>".repeat(100)}${"</a>".repeat(100)}`;
    expect(failure(deep).code).toBe("too-large");
    const limits = { maxCharacters: 1000, maxDepth: 9, maxElements: 10 };
    expect(() => parseXml(`<a>${" ".repeat(2000)}</a>`, "f", limits)).toThrow(OsimError);
    expect(() => parseXml(`<a>${"<b/>".repeat(20)}</a>`, "f", limits)).toThrow(/more than 10 elements/);
  });

  it("answers anything at all with a tree or a typed error", () => {
    const scrap = fc.constantFrom(
      "<",
      ">",
      "/",
      "a",
      "=",
      '"',
      "'",
      "&",
      ";",
      "!",
      "-",
      "[",
      "]",
      "?",
      " ",
      "\n",
      "<a>",
      "</a>",
      "<a/>",
      "&amp;",
      "<!--",
      "-->",
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 40 }), (pieces) => {
        try {
          parseXml(pieces.join(""), "f");
        } catch (error) {
          expect(error).toBeInstanceOf(OsimError);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it("takes time in proportion to the text, even for one long line", () => {
    const text = `<a>${"<b c='d'/>".repeat(60_000)}</a>`;
    expect(parseXml(text, "f").children).toHaveLength(60_000);
  });
});
