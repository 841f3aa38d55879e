// The answer headers of the app, one place for the server, the build's meta tag and the development server.
// Nothing but the app's own origin is reachable from its pages; threads need the two cross-origin policies.

/** Content security policy of the built app. `blob:` is what the person recorded or opened on this device. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

const SHARED = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(self), microphone=(), geolocation=(), gyroscope=(self), accelerometer=(self)",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Headers of every answer that carries the built app. (frame-ancestors is not allowed in a meta tag.) */
export const HEADERS = {
  ...SHARED,
  "Content-Security-Policy": [...CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"].join("; "),
};

/** The development server adds an inline script and a socket of its own: the same headers without the policy. */
export const DEVELOPMENT_HEADERS = SHARED;
