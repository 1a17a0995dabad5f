import { graphql } from "../generated";

export const FirmSettingsFragment = graphql(`
  fragment FirmSettings on Firm {
    id
    name
    email
    phone
    website
    address {
      street
      postalCode
      city
      region
      country
    }
    language
    timeZone
    accentColor
    logoUrl
    allowAccountsWithoutContacts
    tellOnAccessRemoved
    clientInvitationDays
    staffInvitationDays
    reminderDays
    version
  }
`);

export const FirmQuery = graphql(`
  query AdminFirm {
    firm {
      ...FirmSettings
    }
  }
`);

export const UpdateFirmMutation = graphql(`
  mutation AdminUpdateFirm($input: UpdateFirmInput!) {
    updateFirm(input: $input) {
      firm {
        ...FirmSettings
      }
    }
  }
`);

export const RemoveLogoMutation = graphql(`
  mutation AdminRemoveLogo {
    removeLogo {
      firm {
        ...FirmSettings
      }
    }
  }
`);
