// Rules of ESLint: scripts and stylesheets use nothing that is younger than the floor of browsers.
// A name is refused when everything that bears it is younger; types are not known.
import {
  AT_RULES, EVENTS, FLOOR, FUNCTIONS, GLOBALS, MANNERS, MEDIA, MEMBERS, NESTING, PAGE_MEMBERS,
  PROPERTIES, SELECTORS, SELECTORS_IN_NOT, descriptorSince, keywordSince, ofGlobal, unitSince,
} from "./support.mjs";

// Where they are missing the page is only less fine, never less clear.
const FINER = new Set([
  "text-autospace",
  "text-spacing-trim",
  "text-wrap",
  "text-decoration-thickness",
  "text-underline-offset",
  "scrollbar-width",
  "::details-content",  // folds on paper; what lacks it has them opened by a script (core/paper.js)
  "@bottom-left",  // the name and the numbers of pages on paper
  "@bottom-right",
  "forced-colors",  // what lacks it forces colours its own way
  "forced-color-adjust",
]);

const isYoung = (version) => version > FLOOR;

function reporter(context) {
  return (node, name, version) => {
    if (!isYoung(version) || FINER.has(name)) return;
    const since = version === Infinity ? "is in no Chromium" : `needs Chromium ${version}`;
    context.report({ node, message: `${name} ${since}, the floor is ${FLOOR}` });
  };
}

const PSEUDO = /::?([a-z-]+)/g;
const ASKS_WITH_SELECTOR = new Set(["querySelector", "querySelectorAll", "matches", "closest"]);
const textOf = (node) => {
  if (node?.type === "Literal" && typeof node.value === "string") return node.value;
  return node?.type === "TemplateLiteral" ? node.quasis.map(({ value }) => value.cooked).join(" ") : "";
};

const scripts = {
  meta: { type: "problem", schema: [] },
  create(context) {
    const report = reporter(context);

    const isGlobal = (node) => {
      if (node.type !== "Identifier") return false;
      const scope = context.sourceCode.getScope(node);
      const reference = scope.references.find(({ identifier }) => identifier === node);
      return reference && !reference.resolved?.defs.length;
    };

    function checkCall({ callee, arguments: [first] }) {
      const name = callee.property?.name;
      const text = textOf(first);
      if (name === "addEventListener") report(first, text, EVENTS.get(text));
      if (!ASKS_WITH_SELECTOR.has(name)) return;
      for (const [found, pseudo] of text.matchAll(PSEUDO)) report(first, found, SELECTORS.get(pseudo));
    }

    return {
      CallExpression: checkCall,
      MemberExpression({ object, property, computed, parent }) {
        const { name } = property;
        if (computed) return;
        const own = isGlobal(object) ? ofGlobal(object.name, name) : undefined;
        const isCalled = parent.type === "CallExpression" && parent.callee.property === property;
        if (own !== undefined || isCalled || PAGE_MEMBERS.has(name)) {
          report(property, name, own ?? MEMBERS.get(name));
        }
      },
      "Program:exit"() {
        const { through, variables } = context.sourceCode.scopeManager.globalScope;
        const known = variables.filter(({ defs }) => !defs.length).flatMap(({ references }) => references);
        [...through, ...known].forEach(({ identifier }) =>
          report(identifier, identifier.name, GLOBALS.get(identifier.name)));
      },
    };
  },
};

// Words that the data date by their younger use: in a flex box they are flex-start and flex-end.
const IN_GRIDS = new Set(["start", "end"]);
const PREFIX = /^-(webkit|moz|ms)-/;

const styles = {
  meta: { type: "problem", languages: ["css/css"], schema: [] },
  create(context) {
    const report = reporter(context);
    const atRules = [];  // the names of those that are open
    const rules = [];  // those that are open
    const safe = [];  // of each block that is open, the properties that have a value within the floor
    let property;  // of the declaration that is open
    let isPrefixed;
    let isFine;  // so far all of its value is within the floor
    const last = (list) => list[list.length - 1];

    // What stands in @supports asks for itself; a value may follow one that is within the floor.
    const check = (node, name, version) => {
      if (!isYoung(version) || FINER.has(property) || atRules.includes("supports")) return;
      isFine = false;
      if (!property || !last(safe)?.has(property)) report(node, name, version);
    };

    return {
      Atrule(node) {
        check(node, `@${node.name}`, PREFIX.test(node.name) ? 0 : AT_RULES.get(node.name));
        atRules.push(node.name);
      },
      "Atrule:exit"() {
        atRules.pop();
      },
      Feature(node) {
        check(node, node.name, MEDIA.get(node.name.replace(/^(min|max)-/, "")));
      },
      FeatureRange(node) {
        check(node, "a range in @media", MEDIA.get("range_syntax"));
      },
      Rule(node) {
        if (rules.length) check(node, "a rule within a rule", NESTING);
        rules.push(node);
      },
      "Rule:exit"() {
        rules.pop();
      },
      Block() {
        safe.push(new Set());
      },
      "Block:exit"() {
        safe.pop();
      },
      PseudoClassSelector(node) {
        check(node, `:${node.name}`, PREFIX.test(node.name) ? 0 : SELECTORS.get(node.name));
        const [list] = node.children ?? [];
        const isList = list?.type === "SelectorList" && list.children.length > 1;
        if (node.name === "not" && isList) check(node, "a list in :not()", SELECTORS_IN_NOT);
      },
      PseudoElementSelector(node) {
        const name = `::${node.name}`;
        const isAlone = last(rules)?.prelude.children.length === 1;
        const shown = FINER.has(name) && !isAlone ? `${name} in a list` : name;
        check(node, shown, PREFIX.test(node.name) ? 0 : SELECTORS.get(node.name));
      },
      Declaration(node) {
        isPrefixed = PREFIX.test(node.property);
        property = node.property.replace(PREFIX, "");
        isFine = true;
        if (isPrefixed || property.startsWith("--")) return;
        check(node, property, Math.min(
          PROPERTIES.get(property) ?? Infinity, descriptorSince(last(atRules), property)));
        const text = context.sourceCode.getText(node.value);
        MANNERS.filter((one) => one.property === property && one.pattern.test(text))
          .forEach((one) => check(node, `${property}: ${text}`, one.since));
      },
      "Declaration:exit"() {
        if (isFine) last(safe)?.add(property);
        property = undefined;
      },
      "Declaration Identifier"(node) {
        const isFree = isPrefixed || PREFIX.test(node.name) || IN_GRIDS.has(node.name);
        if (!isFree) check(node, `${property}: ${node.name}`, keywordSince(property, node.name));
      },
      "Declaration Function"(node) {
        check(node, `${node.name}()`, PREFIX.test(node.name) ? 0 : FUNCTIONS.get(node.name));
      },
      "Declaration Dimension"(node) {
        check(node, `the unit ${node.unit}`, unitSince(node.unit));
      },
    };
  },
};

export default { rules: { scripts, styles } };
