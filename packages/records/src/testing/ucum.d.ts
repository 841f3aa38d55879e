declare module "@lhncbc/ucum-lhc" {
  interface Utils {
    validateUnitString(unit: string): { readonly status: "valid" | "invalid" | "error" };
  }
  const ucum: { readonly UcumLhcUtils: { getInstance(): Utils } };
  export default ucum;
}
