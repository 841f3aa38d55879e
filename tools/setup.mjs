// What every command needs before it can run, with nothing installed yet: a fresh enough Node, the packages of the lock
// file, and (for tests) ffmpeg and Chromium. Plain Node, no dependency. The second call is quick.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const say = (text) => process.stderr.write(`${text}\n`);

export class SetupError extends Error {}

/** @throws {SetupError} if Node is older than 20.19 */
export function needNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(
    `Levelhip needs Node 20.19 or newer; this is ${process.versions.node}. Install a newer one from nodejs.org.`,
  );
}

/** Runs a command with its output shown. @throws {SetupError} if it does not exit with 0 */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: "inherit", ...options });
  if (result.error || result.status !== 0) {
    throw new SetupError(
      `"${command} ${args.join(" ")}" did not succeed${result.error ? `: ${result.error.message}` : ""}.`,
    );
  }
}

/** Installs the packages of package-lock.json unless just these are installed already. */
export function needPackages() {
  const hash = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".levelhip-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
  say("Installing packages (once) …");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
}

const works = (program, flag) => {
  const result = spawnSync(program, [flag], { stdio: "ignore" });
  return !result.error && result.status === 0;
};
const PROGRAMS = {
  ffmpeg: { found: () => works(process.env.FFMPEG_PATH ?? "ffmpeg", "-version"), variable: "FFMPEG_PATH" },
  chromium: {
    found: () => ["CHROMIUM_PATH"].some((name) => process.env[name]) || existsSync("/usr/bin/chromium"),
    variable: "CHROMIUM_PATH",
  },
};

/**
 * Makes sure that the named programs are there; as root on Debian installs them by apt.
 * @throws {SetupError} naming exactly what to install otherwise
 */
export function needPrograms(names) {
  const missing = names.filter((name) => !PROGRAMS[name].found());
  if (missing.length === 0) return;
  const isDebianRoot = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (isDebianRoot) {
    say(`Installing ${missing.join(" and ")} by apt (once) …`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], { env, stdio: ["ignore", "ignore", "inherit"] });
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], {
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
  }
  const still = missing.filter((name) => !PROGRAMS[name].found());
  if (still.length > 0) {
    throw new SetupError(
      `Missing: ${still.join(", ")}. On Debian or Ubuntu: sudo apt-get install ${still.join(" ")}. On macOS: brew install ${still.join(" ")}. ` +
        `If it is installed elsewhere, set ${still.map((name) => PROGRAMS[name].variable).join(", ")} to its path.`,
    );
  }
}

/** Runs `main` and turns a SetupError into one plain line. */
export async function asCommand(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await asCommand(() => {
    needNode();
    needPackages();
  });
}
