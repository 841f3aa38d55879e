/** What writes the records of this page: stays with each of them. The same as the package's version. */
export const SOFTWARE = "0.1.0";
