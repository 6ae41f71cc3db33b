// node build-plotly.mjs OUTPUT: bundle plotly-entry.js and plotly.js into one minified script.
//
// plotly.js' own build needs three esbuild plugins more (shaders, css, environment); none of them
// serves a trace we register, so esbuild alone is enough.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const { version } = createRequire(import.meta.url)("plotly.js/package.json");

// What a chart with its own GeoJSON never uses, and what stands in for it.
const STUBS = {
  // Finds countries by name for locationmode "country names". plotly.js calls it while it loads:
  // if the call fails, window.Plotly is never set.
  "country-iso-search":
    "module.exports = { COUNTRIES: [], createLookup: () => ({ lookupAlpha3: () => null }) };",
  // Robinson, Mollweide and some 80 more. Those of d3-geo stay: mercator, equirectangular, natural
  // earth, orthographic, the conic and the azimuthal ones.
  "d3-geo-projection": "module.exports = {};",
  // Styles of the tile maps (traces *map), none of which is registered.
  "maplibre-gl/dist/maplibre-gl.css": "",
};

const stubUnused = {
  name: "stub-unused",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[^./]/ }, ({ path }) =>
      Object.hasOwn(STUBS, path) ? { path, namespace: "stub" } : undefined);
    onLoad({ filter: /.*/, namespace: "stub" }, ({ path }) => ({ contents: STUBS[path], loader: "js" }));
  },
};

// Every attribute carries its documentation, which nothing reads at run time. plotly.js' release
// build cuts it out with regular expressions too: its sources are formatted alike throughout.
const DESCRIPTIONS = [
  /\s*\bdescription:\s*\[[^]*?\]\s*\.join\([^)]*\),?/g, // description: ["...", "..."].join(" "),
  /\s*\bdescription:\s*'(?:[^'\\\n]|\\.)*',?(?=\s*[\n}])/g, // description: '...',
  /\s*\bdescription:\s*"(?:[^"\\\n]|\\.)*",?(?=\s*[\n}])/g, // description: "...",
];

const stripDescriptions = {
  name: "strip-descriptions",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]plotly\.js[\\/]src[\\/].*\.js$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      return { contents: DESCRIPTIONS.reduce((text, pattern) => text.replace(pattern, ""), source) };
    });
  },
};

async function main() {
  const output = process.argv[2];
  if (!output) throw new Error("usage: node build-plotly.mjs OUTPUT");
  await build({
    entryPoints: [fileURLToPath(new URL("plotly-entry.js", import.meta.url))],
    outfile: output,
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    define: { global: "window", "define.amd": "false" },
    plugins: [stubUnused, stripDescriptions],
    banner: { js: `/*! plotly.js ${version}, own selection of traces; (c) Plotly, Inc., MIT License */` },
    legalComments: "none",
    logLevel: "silent", // failures are thrown, and told once, below
  });
}

main().catch((error) => {
  console.error(`plotly.js could not be built: ${error.message}`);
  process.exitCode = 1;
});
