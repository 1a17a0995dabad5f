import { Trans, useLingui } from "@lingui/react/macro";
import classes from "./settings.module.css";
import { looksOf, type SchemeLooks } from "./accentLooks.ts";

/** A button and a link of the portal in a colour, by day and by night. */
export function AccentPreview({ accent }: { accent: string }) {
  const { t } = useLingui();
  const { button, light, dark } = looksOf(accent);
  const pane = ({ page, text, link, line }: SchemeLooks, title: string) => (
    <div className={classes.pane} style={{ background: page, color: text, borderColor: line }}>
      <span className={classes.paneTitle}>{title}</span>
      <span className={classes.button} style={button}>
        <Trans>Open my portal</Trans>
      </span>
      <span className={classes.link} style={{ color: link }}>
        <Trans>Forgot your password?</Trans>
      </span>
    </div>
  );
  return (
    <figure className={classes.preview}>
      <figcaption className={classes.caption}>{t`So it looks in the portal`}</figcaption>
      <div className={classes.panes}>
        {pane(light, t`Light`)}
        {pane(dark, t`Dark`)}
      </div>
    </figure>
  );
}
