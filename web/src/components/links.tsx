import {
  Anchor,
  type AnchorProps,
  Button,
  type ButtonProps,
  NavLink,
  type NavLinkProps,
} from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import { type AnchorHTMLAttributes, forwardRef } from "react";

type AnchorAttributes<P> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof P>;

const ButtonAnchor = forwardRef<HTMLAnchorElement, ButtonProps & AnchorAttributes<ButtonProps>>(
  (props, ref) => <Button component="a" ref={ref} {...props} />,
);
ButtonAnchor.displayName = "ButtonAnchor";

const TextAnchor = forwardRef<HTMLAnchorElement, AnchorProps & AnchorAttributes<AnchorProps>>(
  (props, ref) => <Anchor ref={ref} {...props} />,
);
TextAnchor.displayName = "TextAnchor";

const NavAnchor = forwardRef<HTMLAnchorElement, NavLinkProps & AnchorAttributes<NavLinkProps>>(
  (props, ref) => <NavLink component="a" ref={ref} {...props} />,
);
NavAnchor.displayName = "NavAnchor";

/** Mantine's looks with the router's typed addresses. */
export const LinkButton = createLink(ButtonAnchor);
export const LinkText = createLink(TextAnchor);
export const LinkNav = createLink(NavAnchor);
