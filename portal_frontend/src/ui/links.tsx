import { Anchor, type AnchorProps, Button, type ButtonProps } from "@mantine/core";
import { createLink } from "@tanstack/react-router";
import type { AnchorHTMLAttributes, Ref } from "react";

type LinkAttributes = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps | keyof AnchorProps>;

/** A link of the router that looks like a button. */
export const LinkButton = createLink((props: ButtonProps & LinkAttributes & { ref?: Ref<HTMLAnchorElement> }) => (
  <Button component="a" {...props} />
));

/** A link of the router in running text. */
export const TextLink = createLink((props: AnchorProps & LinkAttributes & { ref?: Ref<HTMLAnchorElement> }) => (
  <Anchor {...props} />
));
