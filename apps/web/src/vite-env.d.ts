/// <reference types="vite/client" />

declare module "*.po" {
  import type { Messages } from "@lingui/core";
  export const messages: Messages;
}

declare module "virtual:model-files" {
  /** Every weight file and wasm file of the pose models: address relative to the app, size in bytes. */
  const files: readonly { readonly name: string; readonly url: string; readonly bytes: number }[];
  export default files;
}
