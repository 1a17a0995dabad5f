import { useLingui } from "@lingui/react/macro";
import { Kbd, Modal } from "@mantine/core";
import classes from "./commands.module.css";
import { commandKey } from "./commandKey.ts";

/** Every key the screens listen to (`?`). */
export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useLingui();
  const keys: [string[], string][] = [
    [[commandKey(), "K"], t`Find accounts and commands`],
    [["/"], t`Go to the search of the page`],
    [["c"], t`New account`],
    [["j"], t`Next row of a list`],
    [["k"], t`Row before`],
    [["Enter"], t`Open the row`],
    [["x"], t`Select the row, where rows can be selected`],
    [["?"], t`Show the keys`],
  ];
  return (
    <Modal opened={opened} onClose={onClose} title={t`Keys`} size="sm">
      <dl className={classes.keys}>
        {keys.map(([names, words]) => (
          <div key={words} style={{ display: "contents" }}>
            <dt>
              {names.map((name) => (
                <Kbd key={name}>{name}</Kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
