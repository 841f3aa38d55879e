import { fileURLToPath } from "node:url";
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { CONTENT_SECURITY_POLICY, DEVELOPMENT_HEADERS, HEADERS } from "../../tools/headers.mjs";
import { modelAssets } from "./build/modelAssets.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The policy stands in the page too, so that it holds on any server the built folder is put on. */
const policyInPage: Plugin = {
  name: "levelhip-policy-in-page",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY.join("; ") },
      injectTo: "head-prepend",
    },
  ],
};

// a build is a build, whoever starts it: test runners set NODE_ENV to "test", and would get React's development version
if (process.argv.includes("build")) process.env["NODE_ENV"] = "production";

export default defineConfig({
  base: "./",
  plugins: [
    react(),
    lingui({ configPath: here("./lingui.config.ts"), failOnCompileError: true }),
    modelAssets(),
    policyInPage,
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src",
      filename: "serviceWorker.ts",
      injectRegister: false,
      includeManifestIcons: false, // they are among the files already
      injectManifest: { globPatterns: ["**/*.{html,js,css,woff2,svg,png}"], globIgnores: ["models/**", "demo/**"] },
      manifest: {
        name: "Levelhip",
        short_name: "Levelhip",
        description:
          "Check how well your hips hold your pelvis, see why it matters to your lower back, train it, review it.",
        start_url: "./",
        display: "standalone",
        background_color: "#f5efe3",
        theme_color: "#f5efe3",
        icons: [
          { src: "icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" },
          { src: "icon-512.png", sizes: "512x512", type: "image/png", purpose: "any maskable" },
        ],
      },
    }),
  ],
  worker: { format: "es" },
  build: { target: "es2023", assetsInlineLimit: 0, modulePreload: { polyfill: false }, reportCompressedSize: false },
  server: { host: "127.0.0.1", headers: DEVELOPMENT_HEADERS },
  preview: { host: "127.0.0.1", headers: HEADERS },
});
