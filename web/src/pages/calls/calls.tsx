import { IconPhone } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { callOutcomes } from "../../../../functions/domain/calls/contracts.ts";
import { useMerchantId } from "../../api/hooks.ts";
import { callsQuery } from "../../api/queries.ts";
import { FilterChips } from "../../components/filter-chips.tsx";
import { Page } from "../../components/page.tsx";
import { PagedList } from "../../components/paged-list.tsx";
import { Nothing } from "../../components/states.tsx";
import { CallRow } from "./call-row.tsx";

/** All calls, newest first, by what came of them. */
export default function Calls() {
  const { t } = useTranslation();
  const { outcome } = useSearch({ from: "/person/app/calls" });
  const navigate = useNavigate();
  const query = useInfiniteQuery(callsQuery(useMerchantId(), outcome));
  return (
    <Page title={t("calls.title")} lead={t("calls.lead")}>
      <FilterChips
        label={t("calls.filter")}
        value={outcome}
        options={callOutcomes}
        name={(one) => t(`calls.outcome.${one}`)}
        onChange={(chosen) => void navigate({ to: "/calls", search: { outcome: chosen } })}
      />
      <PagedList
        query={query}
        label={t("calls.title")}
        empty={
          <Nothing
            icon={<IconPhone />}
            title={outcome ? t("calls.empty") : t("live.callsEmpty")}
            text={outcome ? t("calls.emptyText") : t("live.callsEmptyText")}
          />
        }
      >
        {(call) => <CallRow call={call} />}
      </PagedList>
    </Page>
  );
}
