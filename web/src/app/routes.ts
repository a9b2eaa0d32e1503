import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { callOutcomes } from "../../../functions/domain/calls/contracts.ts";
import { onboardingSteps } from "../../../functions/domain/merchants/contracts.ts";
import { orderStatuses } from "../../../functions/domain/orders/contracts.ts";
import { type RouterContext, requireMerchant, requireNobody, requirePerson } from "./guards.ts";
import { insideApp } from "./inside-app.ts";
import { type SettingsTab, settingsTabs } from "./settings-tabs.ts";

const root = createRootRouteWithContext<RouterContext>()({ component: Outlet });

const oneOf = <T extends string>(values: readonly T[], value: unknown): T | undefined =>
  values.find((one) => one === value);
const text = (value: unknown): string | undefined =>
  typeof value === "string" || typeof value === "number" ? String(value).slice(0, 120) : undefined;

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/signin",
  beforeLoad: requireNobody,
  validateSearch: (search): { next?: string | undefined } => ({ next: insideApp(search.next) }),
  component: lazyRouteComponent(() => import("../pages/auth/sign-in.tsx")),
});
const signUp = createRoute({
  getParentRoute: () => root,
  path: "/signup",
  beforeLoad: requireNobody,
  component: lazyRouteComponent(() => import("../pages/auth/sign-up.tsx")),
});

type PaySearch = { merchant?: string | undefined; order?: string | undefined };
const paySearch = (search: Record<string, unknown>): PaySearch => ({
  merchant: text(search.merchant),
  order: text(search.order),
});
const payDone = createRoute({
  getParentRoute: () => root,
  path: "/pay/done",
  validateSearch: paySearch,
  component: lazyRouteComponent(() => import("../pages/pay/done.tsx")),
});
const payCancelled = createRoute({
  getParentRoute: () => root,
  path: "/pay/cancelled",
  validateSearch: paySearch,
  component: lazyRouteComponent(() => import("../pages/pay/cancelled.tsx")),
});

const person = createRoute({ getParentRoute: () => root, id: "person", beforeLoad: requirePerson });

/** `new` sets up one more merchant instead of the chosen one. */
const onboarding = createRoute({
  getParentRoute: () => person,
  path: "/onboarding/$step",
  params: {
    parse: ({ step }) => ({ step: oneOf(onboardingSteps, step) ?? "profile" }),
    stringify: ({ step }) => ({ step }),
  },
  validateSearch: (search): { new?: boolean | undefined } => (search.new ? { new: true } : {}),
  component: lazyRouteComponent(() => import("../pages/onboarding/onboarding.tsx")),
});

const app = createRoute({
  getParentRoute: () => person,
  id: "app",
  beforeLoad: requireMerchant,
  component: lazyRouteComponent(() => import("./shell/app-layout.tsx"), "AppLayout"),
});
const live = createRoute({
  getParentRoute: () => app,
  path: "/",
  component: lazyRouteComponent(() => import("../pages/live/live.tsx")),
});
const orders = createRoute({
  getParentRoute: () => app,
  path: "/orders",
  validateSearch: (search): { status?: (typeof orderStatuses)[number] | undefined } => ({
    status: oneOf(orderStatuses, search.status),
  }),
  component: lazyRouteComponent(() => import("../pages/orders/orders.tsx")),
});
const order = createRoute({
  getParentRoute: () => app,
  path: "/orders/$id",
  component: lazyRouteComponent(() => import("../pages/orders/order.tsx")),
});
const calls = createRoute({
  getParentRoute: () => app,
  path: "/calls",
  validateSearch: (search): { outcome?: (typeof callOutcomes)[number] | undefined } => ({
    outcome: oneOf(callOutcomes, search.outcome),
  }),
  component: lazyRouteComponent(() => import("../pages/calls/calls.tsx")),
});
const call = createRoute({
  getParentRoute: () => app,
  path: "/calls/$id",
  component: lazyRouteComponent(() => import("../pages/calls/call.tsx")),
});
const menu = createRoute({
  getParentRoute: () => app,
  path: "/menu",
  component: lazyRouteComponent(() => import("../pages/menu/menu.tsx")),
});

const settings = createRoute({
  getParentRoute: () => app,
  path: "/settings",
  validateSearch: (search): { tab?: SettingsTab | undefined } => ({ tab: oneOf(settingsTabs, search.tab) }),
  component: lazyRouteComponent(() => import("../pages/settings/settings.tsx")),
});
const operator = createRoute({
  getParentRoute: () => app,
  path: "/operator",
  component: lazyRouteComponent(() => import("../pages/operator/operator.tsx")),
});

/** Every page has its own chunk; the first load brings only the page that was asked for. */
export const routeTree = root.addChildren([
  signIn,
  signUp,
  payDone,
  payCancelled,
  person.addChildren([
    onboarding,
    app.addChildren([live, orders, order, calls, call, menu, settings, operator]),
  ]),
]);
