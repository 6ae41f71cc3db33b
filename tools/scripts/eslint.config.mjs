// What the pages' own scripts and stylesheets are held to.
import css from "@eslint/css";
import js from "@eslint/js";
import es from "eslint-plugin-es-x";
import globals from "globals";
import floor from "./floor.mjs";

export default [
  {
    files: ["**/*.js"],
    ...js.configs.recommended,
  },
  {
    files: ["**/*.js"],
    ...es.configs["flat/restrict-to-es2021"],
  },
  {
    files: ["**/*.js"],
    plugins: { floor },
    languageOptions: { sourceType: "module", globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: { "floor/scripts": "error" },
  },
  {
    files: ["**/*.css"],
    plugins: { css, floor },
    language: "css/css",
    rules: { "floor/styles": "error" },
  },
];
