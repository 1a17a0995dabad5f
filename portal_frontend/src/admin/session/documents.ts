import { graphql } from "../generated";

export const ColleagueFragment = graphql(`
  fragment Colleague on Viewer {
    id
    firstName
    lastName
    name
    email
    language
    role
    can
    staffMember {
      id
    }
    firm {
      id
      name
      accentColor
      logoUrl
      timeZone
      language
      allowAccountsWithoutContacts
      address {
        country
      }
      clientInvitationDays
    }
    otherFirms {
      id
      name
    }
  }
`);

export const AdminViewerQuery = graphql(`
  query AdminViewer {
    viewer {
      ...Colleague
    }
  }
`);

export const AdminDoorQuery = graphql(`
  query AdminDoor {
    firmLook {
      name
      accentColor
      logoUrl
      language
    }
  }
`);

export const SignInMutation = graphql(`
  mutation AdminSignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        ...Colleague
      }
    }
  }
`);

export const SignOutMutation = graphql(`
  mutation AdminSignOut {
    signOut {
      done
    }
  }
`);

export const SwitchFirmMutation = graphql(`
  mutation AdminSwitchFirm($input: SwitchFirmInput!) {
    switchFirm(input: $input) {
      viewer {
        ...Colleague
      }
    }
  }
`);

export const SaveLanguageMutation = graphql(`
  mutation AdminSaveLanguage($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      viewer {
        ...Colleague
      }
    }
  }
`);
