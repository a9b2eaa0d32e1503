import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** `API_ORIGIN` is where `/api` lives while the app is developed by itself; built, it is the same origin. */
export default defineConfig({
  root: at("."),
  plugins: [react()],
  build: {
    outDir: at("../dist/web"),
    emptyOutDir: true,
    target: "es2023",
    // Browsers that know light-dark() by themselves: rewritten for older ones it would ignore Mantine's scheme.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
  },
  server: { proxy: { "/api": process.env.API_ORIGIN ?? "http://localhost:3000" } },
});
