import type { ReactNode } from "react";

type ScrollsProps = { label: string; className: string; role?: "log" | "region"; children: ReactNode };

/** A part that scrolls by itself. It takes the focus, so that a keyboard can scroll it too (WCAG 2.1.1). */
export function Scrolls({ label, className, role = "region", children }: ScrollsProps) {
  const focusable = { role, tabIndex: 0, "aria-label": label };
  return (
    <div className={className} {...focusable}>
      {children}
    </div>
  );
}
