// the regions whose emergency numbers the care texts know; names come from the browser, in the language that is shown
const CODES =
  "AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE ES FI FR GB GR HK HR HU IE IL IN IS IT JP KR LT LU LV MT MX MY NL NO NZ PE PH PL PT RO SE SG SI SK TH TR TW UA US ZA";

export function regions(language: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([language || "en"], { type: "region" });
  return CODES.split(" ")
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => a.name.localeCompare(b.name, language || "en"));
}
