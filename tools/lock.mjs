// After adding a dependency: node tools/lock.mjs
// Native packages come in one optional package per platform. A registry that does not hold all of them leaves holes in
// package-lock.json, which then fits one platform only and fails "npm ci". This fills the holes by name and version.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./setup.mjs";

const OS = ["android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "openharmony", "sunos", "win32", "aix"];
const CPU = ["arm64", "x64", "ia32", "ppc64", "riscv64", "s390x", "loong64", "mips64el", "wasm32", "arm"];

/** What of os, cpu and libc a platform package's name says. */
export function platformOf(name) {
  const words = name.split("/").at(-1).replace("gnueabihf", "gnu").replace("musleabihf", "musl").split(/[-_.]/);
  const os = OS.find((word) => words.includes(word)) ?? (words.includes("windows") ? "win32" : undefined);
  const cpu = CPU.find(
    (word) => words.includes(word) || (word === "arm" && words.some((w) => w.startsWith("arm") && w !== "arm64")),
  );
  const libc = words.includes("musl") ? "musl" : words.includes("gnu") ? "glibc" : undefined;
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) };
}

/** Adds the optional packages that the lock's entries ask for and that it lacks. @returns their names */
export function fillHoles(lock) {
  const added = [];
  for (const entry of Object.values(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const at = `node_modules/${name}`;
      const platform = platformOf(name);
      if (lock.packages[at] || Object.keys(platform).length === 0) continue;
      lock.packages[at] = {
        version: range.replace(/^[\^~]/, ""),
        ...(entry.dev && { dev: true }),
        optional: true,
        ...platform,
      };
      added.push(name);
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return added;
}

if (process.argv[1] === join(root, "tools/lock.mjs")) {
  const path = join(root, "package-lock.json");
  const lock = JSON.parse(readFileSync(path, "utf8"));
  const added = fillHoles(lock);
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  process.stdout.write(added.length ? `Added ${added.length}: ${added.join(", ")}\n` : "Nothing was missing.\n");
}
