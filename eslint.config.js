// Types checked strictly, and the order of the house (house.js).
import { dirname, join, relative } from "node:path";
import js from "@eslint/js";
import tseslint from "typescript-eslint";
import { refusal } from "./house.js";

const root = import.meta.dirname;

/** @type {import("eslint").Rule.RuleModule} */
const order = {
  create(context) {
    const from = relative(root, context.filename).replaceAll("\\", "/");
    /** @param {{ source?: { value?: unknown } | null }} node */
    const look = (node) => {
      const value = node.source?.value;
      if (typeof value !== "string") return;
      const to = value.startsWith(".")
        ? relative(root, join(dirname(context.filename), value)).replaceAll("\\", "/")
        : value;
      const reason = refusal(from, to);
      if (reason !== undefined) context.report({ node, message: reason });
    };
    return {
      ImportDeclaration: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look,
      ImportExpression: look,
    };
  },
};

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "node_modules/", "retour-demo*/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    plugins: { house: { rules: { order } } },
    rules: {
      "house/order": "error",
      "no-console": "error",
      // French typography stands in the messages.
      "no-irregular-whitespace": ["error", { skipStrings: true, skipTemplates: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      // Empty strings from the environment mean "not set".
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { string: true } }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: { "@typescript-eslint/require-await": "off" },
  },
  {
    // Parts of the one script that runs in a participant's browser: test/copy/page.test.ts looks at
    // the names they share.
    files: ["templates/page/*.js"],
    languageOptions: {
      ecmaVersion: 2019,
      sourceType: "script",
    },
    rules: { "no-undef": "off", "no-unused-vars": "off" },
  },
  { files: ["**/*.{js,mjs}"], languageOptions: { globals: { process: "readonly", console: "readonly" } } },
);
