// npm start: installs what is missing, builds if needed, serves the app on loopback and prints its address.
import { asCommand, needNode, needPackages, root } from "./setup.mjs";

await asCommand(async () => {
  needNode();
  needPackages();
  const { buildWeb } = await import("./buildWeb.mjs");
  const folder = buildWeb();
  const { serve } = await import("./serve.mjs");
  const { address } = await serve(folder, { port: Number(process.env.PORT ?? 4173) });
  process.stdout.write(`Levelhip is at ${address}  (Ctrl+C stops it; everything stays on this device)\n`);
  void root;
});
