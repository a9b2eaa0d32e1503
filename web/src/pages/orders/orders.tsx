import { IconReceipt } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { orderStatuses } from "../../../../functions/domain/orders/contracts.ts";
import { useMerchantId } from "../../api/hooks.ts";
import { ordersQuery } from "../../api/queries.ts";
import { FilterChips } from "../../components/filter-chips.tsx";
import { Page } from "../../components/page.tsx";
import { PagedList } from "../../components/paged-list.tsx";
import { Nothing } from "../../components/states.tsx";
import { OrderRow } from "./order-row.tsx";

/** All orders, newest first, by status. */
export default function Orders() {
  const { t } = useTranslation();
  const { status } = useSearch({ from: "/person/app/orders" });
  const navigate = useNavigate();
  const query = useInfiniteQuery(ordersQuery(useMerchantId(), status));
  return (
    <Page title={t("orders.title")} lead={t("orders.lead")}>
      <FilterChips
        label={t("orders.filter")}
        value={status}
        options={orderStatuses}
        name={(one) => t(`orders.status.${one}`)}
        onChange={(chosen) => void navigate({ to: "/orders", search: { status: chosen } })}
      />
      <PagedList
        query={query}
        label={t("orders.title")}
        empty={
          <Nothing
            icon={<IconReceipt />}
            title={status ? t("orders.empty") : t("live.ordersEmpty")}
            text={status ? t("orders.emptyText") : t("live.ordersEmptyText")}
          />
        }
      >
        {(order) => <OrderRow order={order} />}
      </PagedList>
    </Page>
  );
}
