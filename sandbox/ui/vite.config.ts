import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The sandbox's page, served at `/_sandbox/`. `API_ORIGIN` is where a sandbox runs while the page is developed. */
export default defineConfig({
  root: at("."),
  base: "/_sandbox/",
  plugins: [react()],
  build: {
    outDir: at("../../dist/sandbox"),
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: {
      "^/_sandbox/(calls|sms|mail|numbers|queue|requests|faults|time|reset|pay)": {
        target: process.env.API_ORIGIN ?? "http://localhost:3000",
      },
    },
  },
});
