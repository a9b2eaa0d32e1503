import { UnstyledButton, type UnstyledButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import { type AnchorHTMLAttributes, forwardRef } from "react";

type Props = UnstyledButtonProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof UnstyledButtonProps>;

const Row = forwardRef<HTMLAnchorElement, Props>((props, ref) => (
  <UnstyledButton component="a" ref={ref} className="cw-row" {...props} />
));
Row.displayName = "Row";

/** A whole row of a list that leads to its details. */
export const RowLink = createLink(Row);
