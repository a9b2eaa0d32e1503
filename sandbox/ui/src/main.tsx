import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
// In this order: what comes later wins.
import "./styles/page.css";
import "./styles/phone.css";
import "./styles/dialer.css";
import "./styles/conversation.css";
import "./styles/lists.css";
import "./styles/mail.css";
import "./styles/entries.css";
import "./styles/narrow.css";
import { createTheme, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { LanguageProvider } from "./words.tsx";

const theme = createTheme({ primaryColor: "teal", primaryShade: 9, defaultRadius: "md" });
const queries = new QueryClient({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: true } } });

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme}>
        <QueryClientProvider client={queries}>
          <LanguageProvider>
            <Notifications position="bottom-right" />
            <App />
          </LanguageProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
