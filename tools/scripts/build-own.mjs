// node build-own.mjs FOLDER NAME=ENTRY …: bundle the pages' own scripts, FOLDER/NAME.js each.

import { build } from "esbuild";

const [folder, ...named] = process.argv.slice(2);
if (!folder || !named.length) throw new Error("usage: node build-own.mjs FOLDER NAME=ENTRY ...");

try {
  await build({
    entryPoints: Object.fromEntries(named.map((one) => one.split("="))),
    outdir: folder,
    bundle: true,
    minify: true,
    format: "iife",
    target: ["chrome86", "firefox91"],
    charset: "utf8", // texts stay as they are read
    legalComments: "none",
    logLevel: "warning",
  });
} catch {
  process.exitCode = 1; // esbuild has said why
}
