export const CONTENT_SECURITY_POLICY: readonly string[];
export const HEADERS: Readonly<Record<string, string>>;
export const DEVELOPMENT_HEADERS: Readonly<Record<string, string>>;
