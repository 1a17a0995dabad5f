import { Drawer } from "@mantine/core";
import { useLast } from "../../lib/useLast.ts";
import type { ColleagueRowFragment } from "../generated/graphql";
import { EditForm } from "./EditForm.tsx";

interface EditSheetProps {
  /** Nobody closes the sheet. */
  colleague: ColleagueRowFragment | null;
  reload: () => void;
  onClose: () => void;
}

export function EditSheet({ colleague, reload, onClose }: EditSheetProps) {
  const shown = useLast(colleague);
  return (
    <Drawer opened={colleague !== null} onClose={onClose} position="right" title={shown?.name}>
      {shown && <EditForm key={shown.id} colleague={shown} reload={reload} onDone={onClose} />}
    </Drawer>
  );
}
