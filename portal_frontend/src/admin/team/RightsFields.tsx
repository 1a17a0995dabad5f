import { useLingui } from "@lingui/react/macro";
import { Collapse, Radio, Stack, Switch } from "@mantine/core";
import type { FieldOf } from "../../forms/fields.ts";
import type { Role } from "../generated/graphql";
import { PERMISSION_SETS, ROLES, useTeamWords } from "./useTeamWords.ts";

interface RightsFieldsProps {
  field: FieldOf;
  role: Role;
  /** Only an owner makes or changes an owner. */
  offersOwner: boolean;
}

/** Role, permission set and default access, each with a sentence on what it means. */
export function RightsFields({ field, role, offersOwner }: RightsFieldsProps) {
  const { t } = useLingui();
  const words = useTeamWords();
  const roles = ROLES.filter((each) => offersOwner || each !== "OWNER");
  return (
    <Stack gap="md">
      <Radio.Group label={t`Role`} {...field("role")}>
        <Stack gap="xs" mt={6}>
          {roles.map((each) => (
            <Radio key={each} value={each} label={words.role[each].label} description={words.role[each].sentence} />
          ))}
        </Stack>
      </Radio.Group>
      <Collapse expanded={role === "EMPLOYEE"}>
        <Radio.Group label={t`Permission set`} {...field("permissionSet")}>
          <Stack gap="xs" mt={6}>
            {PERMISSION_SETS.map((each) => (
              <Radio
                key={each}
                value={each}
                label={words.permissionSet[each].label}
                description={words.permissionSet[each].sentence}
              />
            ))}
          </Stack>
        </Radio.Group>
      </Collapse>
      <Switch
        label={t`Default access`}
        description={t`Joins the staff of every new account, and takes over accounts whose last colleague is deactivated.`}
        {...field("defaultAccess", { type: "checkbox" })}
      />
    </Stack>
  );
}
