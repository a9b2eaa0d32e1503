import { useTranslation } from "react-i18next";
import { Page } from "../../components/page.tsx";
import { MenuEditor } from "./menu-editor.tsx";

/** The menu on its own page. */
export default function MenuPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("menu.title")} lead={t("menu.lead")}>
      <MenuEditor />
    </Page>
  );
}
